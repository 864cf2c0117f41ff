import { CONFIG_FILES, type DocketConfig } from '../records/config.ts';
import { readConfigText } from '../records/config-text.ts';
import { askGit, GitSilence } from './ask-git.ts';
import { defaultBranchOf } from './fork.ts';
import { MAIN_NAMES } from './git.ts';
import { decodeText } from './git-log.ts';
import { firstLine, GitError, runGit } from './git-process.ts';

/**
 * The files of a repository as its default branch has them, which the branch under review cannot change. `none` outside
 * a repository and before its first commit; `unknown` where the branch is not in this clone.
 */
export type DefaultBranch =
  | {
      readonly kind: 'branch';
      /**
       * The text of a file by its path from the root; `undefined` where the branch has none.
       * @throws {GitSilence} where it has one that this clone does not hold
       */
      text(path: string): Promise<string | undefined>;
    }
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown'; readonly reason: string };

const ABSENT = 'the default branch is not in this clone; fetch it';
const UNNAMED =
  'nothing here tells which branch is the default branch; run `git remote set-head origin --auto`, or name it in the variable CI_DEFAULT_BRANCH';

/**
 * Opens the default branch.
 * @param root absolute path of the folder that paths count from
 */
export async function openDefaultBranch(
  root: string,
  env: Readonly<Record<string, string | undefined>> = process.env,
): Promise<DefaultBranch> {
  try {
    const prefix = await askGit(root, ['rev-parse', '--show-prefix']);
    const head = prefix && (await askGit(root, ['rev-parse', '--verify', '--quiet', 'HEAD'], ANY));
    if (!prefix || !head?.length) return { kind: 'none' };
    const named = defaultBranchOf(env);
    const name = await nameOf(root, named);
    if (name === undefined)
      return { kind: 'unknown', reason: named === undefined ? UNNAMED : ABSENT };
    const folder = decodeText(prefix).replace(/\n$/, '');
    return { kind: 'branch', text: (path) => textOf(root, name, folder + path) };
  } catch (error) {
    if (error instanceof GitSilence || error instanceof GitError) {
      return { kind: 'unknown', reason: error.message };
    }
    throw error;
  }
}

/** The configuration of the default branch; an empty one, with the reason, where it cannot be read. */
export async function readBranchConfig(
  branch: Extract<DefaultBranch, { kind: 'branch' }>,
): Promise<{ readonly config: DocketConfig; readonly gap?: string }> {
  try {
    const text = await branch.text(CONFIG_FILES.data);
    if (text === undefined) return { config: {} };
    const read = readConfigText(text.replace(/^\uFEFF/, ''));
    if ('config' in read) return { config: read.config };
    return { config: {}, gap: `${CONFIG_FILES.data} of the default branch cannot be read` };
  } catch (error) {
    if (error instanceof GitSilence) return { config: {}, gap: error.message };
    throw error;
  }
}

const ANY = { statuses: [0, 1] };

/**
 * The full name of the default branch: as the pipeline names it, else as its remote has it, else, in a repository
 * without a remote, by its usual name; `undefined` where nobody says. Other remotes do not count, since they may be
 * anybody's, and neither does a usual name on a remote: anybody who may push there can make a branch of that name.
 */
async function nameOf(root: string, named: string | undefined): Promise<string | undefined> {
  const usual = named === undefined ? MAIN_NAMES : [named];
  const [head, ...remote] = ['HEAD', ...usual].map((name) => `refs/remotes/origin/${name}`);
  const local = usual.map((name) => `refs/heads/${name}`);
  const { output } = await runGit(root, [
    'for-each-ref',
    '--format=%(objectname) %(refname)',
    ...[head ?? '', ...remote, ...local, 'refs/remotes/origin/**'],
  ]);
  const ids = new Map(
    decodeText(output)
      .split('\n')
      .map((line) => [line.slice(line.indexOf(' ') + 1), line.slice(0, line.indexOf(' '))]),
  );
  const isHere = (name: string | undefined) => name !== undefined && ids.has(name);
  if (named !== undefined) return [...remote, ...local].find(isHere);
  if (isHere(head)) return head;
  if ([...ids.keys()].some((name) => name.startsWith('refs/remotes/'))) return undefined;
  return local.find(isHere);
}

async function textOf(root: string, ref: string, path: string): Promise<string | undefined> {
  try {
    return decodeText((await runGit(root, ['cat-file', 'blob', `${ref}:${path}`])).output);
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    const { output } = await runGit(root, ['ls-tree', '--full-tree', '-z', ref, '--', path]);
    if (output.length === 0) return undefined;
    throw new GitSilence(
      `\`${path}\` of the default branch cannot be read: ${firstLine(error.stderr)}`,
      'fetch what the clone left out, for example with `git fetch --refetch --no-filter`',
    );
  }
}
