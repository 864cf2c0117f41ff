import path from 'node:path';
import type { Commit, History, HistoryGap, UnknownHistory } from '../records/history.ts';
import { readBoundary } from './git-commits.ts';
import { decodeText, readLog } from './git-log.ts';
import { firstLine, GitError, runGit } from './git-process.ts';
import { readStatus } from './git-status.ts';

/** Where a repository stands: what a reading of its history depends on. */
export interface Position {
  readonly prefix: string;
  readonly head: string;
  readonly branch: string | undefined;
  readonly mainline: readonly string[];
  readonly boundary: ReadonlySet<string>;
  readonly partial: boolean;
}

const readings = new Map<string, Promise<ReadonlyMap<string, Commit>>>();

/**
 * Reads the history of the repository that holds `root`: one pass over all that leads to HEAD and to the main
 * branch. Within a process a second reading of the same commits costs nothing. Nothing is kept on disk: a
 * file could be committed and would then speak in Git's place.
 * Never throws for what a folder can be; what cannot be read comes back as `unknown` with the reason.
 */
export async function readHistory(root: string): Promise<History> {
  try {
    const position = await readPosition(root);
    if (position.kind === 'unknown') return position;
    const { kind: _, ...where } = position;
    const [commits, uncommitted] = await Promise.all([
      readCommits(root, where),
      readUncommitted(root),
    ]);
    return { kind: 'history', ...where, commits, uncommitted, texts: new Map() };
  } catch (error) {
    if (error instanceof GitError) return gapOf(error);
    throw error;
  }
}

function readCommits(root: string, where: Position): Promise<ReadonlyMap<string, Commit>> {
  const tips = [...new Set([where.head, ...where.mainline])];
  const key = [path.resolve(root), ...tips, ...where.boundary].join('\n');
  const known = readings.get(key);
  if (known) return known;
  const reading = readLog(root, { tips, exactMovesOnly: where.partial });
  // A server that runs for days sees many commits; it needs the latest.
  if (readings.size >= 4) readings.clear();
  readings.set(key, reading);
  reading.catch(() => readings.delete(key));
  return reading;
}

export async function readPosition(
  root: string,
): Promise<({ kind: 'at' } & Position) | UnknownHistory> {
  const prefix = await text(root, ['rev-parse', '--show-prefix']);
  const head = await answer(root, ['rev-parse', '--quiet', '--verify', 'HEAD^{commit}']);
  if (head === undefined) return gap('no-commits', 'The repository has no commits');
  const [branch, mainline, partial, boundary] = await Promise.all([
    answer(root, ['symbolic-ref', '--quiet', '--short', 'HEAD']),
    readMainline(root),
    answer(root, [
      'config',
      '--get-regexp',
      String.raw`^(remote\..*\.promisor|extensions\.partialclone)$`,
    ]),
    readBoundary(root),
  ]);
  return {
    kind: 'at',
    prefix,
    head,
    branch,
    mainline,
    boundary,
    partial: partial !== undefined,
  };
}

/** What a main branch is called where nothing names it. */
export const MAIN_NAMES = ['main', 'master', 'trunk'];

/** Tips of the main branch: as the remotes have it, and as this clone has it, which may be ahead of them. */
async function readMainline(root: string): Promise<string[]> {
  const listed = await text(root, [
    'for-each-ref',
    '--format=%(objecttype) %(objectname) %(refname)',
    ...['HEAD', ...MAIN_NAMES].map((name) => `refs/remotes/*/${name}`),
    ...MAIN_NAMES.map((name) => `refs/heads/${name}`),
  ]);
  const refs = listed
    .split('\n')
    .map((line) => line.split(' '))
    .filter(([type]) => type === 'commit');
  return [...new Set(refs.map(([, id]) => id ?? ''))];
}

/** Paths that differ from HEAD, in the working tree or the index, with the letters of git-status(1). */
async function readUncommitted(root: string): Promise<Map<string, string>> {
  const states = new Map<string, string>();
  for (const entry of tokensOf(await readStatus(root)))
    states.set(entry.slice(3), entry.slice(0, 2));
  return states;
}

async function text(root: string, args: readonly string[]): Promise<string> {
  return decodeText((await runGit(root, args)).output).replace(/\n$/, '');
}

/** As `text`; `undefined` where Git says with status 1 that there is nothing. */
async function answer(root: string, args: readonly string[]): Promise<string | undefined> {
  const { status, output } = await runGit(root, args, { statuses: [0, 1] });
  return status === 0 ? decodeText(output).replace(/\n$/, '') : undefined;
}

/** The parts of an output, each of which ends with NUL. */
export function tokensOf(output: Buffer): string[] {
  const found: string[] = [];
  let start = 0;
  for (let end = output.indexOf(0); end >= 0; end = output.indexOf(0, start)) {
    found.push(decodeText(output.subarray(start, end)));
    start = end + 1;
  }
  return found;
}

const HELP: Readonly<Record<HistoryGap, string>> = {
  'no-git': 'install Git 2.31 or later and put it on the PATH',
  'not-a-repository': 'run the command in a folder inside a Git repository',
  'no-commits': 'commit the records first',
  'missing-objects':
    'fetch what the partial clone left out, for example with `git fetch --refetch --no-filter`',
  refused: 'take ownership of the folder, or add it to `safe.directory` in the Git configuration',
  failed: 'run `git log` in the folder and fix what it complains about',
};

/** What an error of Git says about what can be known. */
export function gapOf(error: GitError): UnknownHistory {
  if (error.status === undefined) return gap('no-git', 'Git could not be started');
  if (/not a git repository/i.test(error.stderr)) {
    return gap('not-a-repository', 'Not in a Git repository');
  }
  if (/safe\.bareRepository/.test(error.stderr)) {
    return gap(
      'not-a-repository',
      'The folder looks like a bare Git repository, which has no working tree',
    );
  }
  const reason = firstLine(error.stderr);
  if (/dubious ownership|unsafe repository/.test(error.stderr)) {
    return gap('refused', 'Git refused to read the repository', reason);
  }
  if (/promisor|not allowed|lazy fetching/.test(error.stderr)) {
    return gap('missing-objects', 'Objects are missing from this clone', reason);
  }
  return gap('failed', 'Git failed', reason);
}

function gap(why: HistoryGap, message: string, said?: string): UnknownHistory {
  const base = { kind: 'unknown', why, help: HELP[why] } as const;
  return said === undefined
    ? { ...base, message }
    : { ...base, message: `${message}: ${said}`, said };
}
