import type { Corpus } from '../records/corpus.ts';
import type { BaseFacts, TakenNumber } from '../records/facts.ts';
import type { Change, Commit, KnownHistory, Move } from '../records/history.ts';
import { foldersOfKind, kindOfPath, type Layout, RECORD_KINDS } from '../records/layout.ts';
import { idOfPath } from '../records/record.ts';
import { numberOf, revisionsOf, type Step } from '../records/revisions.ts';
import { readBlobs } from './git-blobs.ts';
import { meetingOf, readCommitsSince, resolveCommit } from './git-commits.ts';
import { decodeText } from './git-log.ts';
import { runGit } from './git-process.ts';

/** What the facts about a base are read from. */
export interface BaseInput {
  readonly root: string;
  readonly corpus: Corpus;
  readonly history: KnownHistory;
  /** Branch or commit, as Git understands it. */
  readonly base: string;
}

/**
 * Reads what happened to the records since a base, committed or not, and which numbers other branches use.
 * @throws {CommitError} where the base names no commit, or does not meet HEAD inside a shallow clone
 * @throws {GitError} where Git fails
 */
export async function readBase({ root, corpus, history, base }: BaseInput): Promise<BaseFacts> {
  const { layout } = corpus;
  const ids = await readCommitsSince(root, base);
  const steps: Step[] = ids
    .reverse()
    .flatMap((id) => history.commits.get(id) ?? [])
    .map((commit) => stepOf(commit, history.prefix, layout));
  const texts = new Map<string, string | undefined>();
  const unsaved = await uncommitted(root, corpus, history, texts);
  if (unsaved) steps.push(unsaved);

  const wanted = steps.flatMap(({ changes }) =>
    changes.flatMap(({ before, after }) => [before, after]),
  );
  const blobs = await readBlobs(root, {
    ids: [...new Set(wanted)].filter((id): id is string => id !== undefined && !texts.has(id)),
    partial: history.partial,
  });
  const text = (id: string) => texts.get(id) ?? blobs.get(id);
  return {
    name: base,
    revisions: revisionsOf({ steps, records: corpus.records, conventions: corpus, text }),
    taken: await takenElsewhere(root, corpus, { name: base, head: history.head }),
  };
}

/** What a commit does to records below the root of the workspace, with their paths seen from there. */
export function stepOf(commit: Commit, prefix: string, layout: Layout): Step {
  const { id, subject, changes, moves } = commit;
  return {
    id,
    subject,
    changes: changesBelow(changes, prefix).filter((change) => isRecord(change, layout)),
    moves: movesBelow(moves, prefix),
  };
}

/** Entries of a commit that lie below the root of the workspace, with their paths seen from there. */
function changesBelow(changes: readonly Change[], prefix: string): Change[] {
  return changes
    .filter(({ path }) => path.startsWith(prefix))
    .map((change) => ({ ...change, path: change.path.slice(prefix.length) }));
}

function movesBelow(moves: readonly Move[], prefix: string): Move[] {
  return moves
    .filter(({ from, to }) => from.startsWith(prefix) && to.startsWith(prefix))
    .map((move) => ({
      ...move,
      from: move.from.slice(prefix.length),
      to: move.to.slice(prefix.length),
    }));
}

function isRecord(change: Change, layout: Layout): boolean {
  return kindOfPath(change.path, layout) !== undefined;
}

/** What differs from HEAD, as a step of its own. */
async function uncommitted(
  root: string,
  corpus: Corpus,
  history: KnownHistory,
  texts: Map<string, string | undefined>,
): Promise<Step | undefined> {
  const states = [...history.uncommitted.keys()]
    .filter((path) => path.startsWith(history.prefix))
    .map((path) => path.slice(history.prefix.length))
    .filter((path) => kindOfPath(path, corpus.layout) !== undefined);
  if (states.length === 0) return undefined;
  const atHead = await listTree(root, 'HEAD', corpus.layout);
  const changes = states.flatMap((path): Change[] => {
    const before = atHead.get(path);
    const record = corpus.byPath(path);
    const after = record && `working tree:${path}`;
    if (after) texts.set(after, record.document.text);
    if (before === undefined && after === undefined) return [];
    const status = before === undefined ? 'A' : after === undefined ? 'D' : 'M';
    return [{ status, path, before, after, submodule: false }];
  });
  return { id: undefined, subject: '', changes, moves: [] };
}

/**
 * Record files of a commit with their blobs.
 * @param commit its id, or `HEAD`
 */
async function listTree(
  root: string,
  commit: string,
  layout: Layout,
): Promise<Map<string, string>> {
  const { output } = await runGit(root, [
    ...['ls-tree', '-r', '-z', commit, '--'],
    ...RECORD_KINDS.flatMap((kind) => foldersOfKind(layout[kind])),
  ]);
  const files = new Map<string, string>();
  for (const entry of decodeText(output).split('\0')) {
    const [meta = '', path = ''] = entry.split('\t');
    const [, type, id = ''] = meta.split(' ');
    if (type === 'blob' && kindOfPath(path, layout) !== undefined) files.set(path, id);
  }
  return files;
}

/**
 * Records of the base and of every other branch whose file is not here. A branch that was merged, or that only lags
 * behind, takes nothing; nor does one of which a shallow clone does not know what it has in common with this one.
 */
async function takenElsewhere(
  root: string,
  corpus: Corpus,
  { name: base, head }: { name: string; head: string },
): Promise<TakenNumber[]> {
  const { output } = await runGit(root, [
    'for-each-ref',
    '--no-merged=HEAD',
    '--format=%(objectname) %(refname:short)',
    'refs/heads',
    'refs/remotes',
  ]);
  const branches = decodeText(output)
    .split('\n')
    .map((line): [string, string] => [line.slice(line.indexOf(' ') + 1), line.split(' ')[0] ?? ''])
    .filter(([name]) => name !== '' && !name.endsWith('/HEAD'));
  const taken = new Map<string, TakenNumber>();
  for (const [branch, tip] of new Map([[base, await resolveCommit(root, base)], ...branches])) {
    const met = await meetingOf(root, head, tip);
    if (met.kind === 'unknown') continue;
    const files = await listTree(root, tip, corpus.layout);
    // What the branch has in common with this one at their last meeting is not its own.
    const shared = met.kind === 'at' ? await listTree(root, met.id, corpus.layout) : new Map();
    for (const path of files.keys()) {
      const kind = kindOfPath(path, corpus.layout);
      const isHere = corpus.byPath(path) !== undefined || shared.has(path);
      if (kind === undefined || isHere || numberOf(path, corpus.layout) === undefined) continue;
      const id = idOfPath(kind, path, corpus.layout);
      if (!taken.has(path)) taken.set(path, { id, path, branch });
    }
  }
  return [...taken.values()];
}
