import { CONFIG_FILES, type Waiver } from '../records/config.ts';
import { readConfigText } from '../records/config-text.ts';
import { askGit, GitSilence } from './ask-git.ts';
import { loadConfig } from './config.ts';
import { defaultBranchOf } from './fork.ts';
import { MAIN_NAMES } from './git.ts';
import { decodeText } from './git-log.ts';
import { GitError, runGit } from './git-process.ts';

/** Waivers that hold, and the reason where there may be some that cannot be read. */
export interface WaiverReading {
  readonly waivers: readonly Waiver[];
  readonly gap?: string;
}

/**
 * Reads the waivers of a repository from `docket.config.json` as its default branch has it, so that the branch under
 * review cannot waive what is found in it. Outside a repository, and before its first commit, the file itself counts.
 * @param root absolute path
 */
export async function readWaivers(
  root: string,
  env: Readonly<Record<string, string | undefined>> = process.env,
): Promise<WaiverReading> {
  try {
    const prefix = await askGit(root, ['rev-parse', '--show-prefix']);
    const head = prefix && (await askGit(root, ['rev-parse', '--verify', '--quiet', 'HEAD'], ANY));
    if (!prefix || !head?.length) {
      return { waivers: (await loadConfig(root, { runsCode: false })).waivers ?? [] };
    }
    const main = await defaultBranch(root, defaultBranchOf(env));
    if (main === undefined) {
      return { waivers: [], gap: 'the default branch is not in this clone; fetch it' };
    }
    const file = `${main}:${decodeText(prefix).replace(/\n$/, '')}${CONFIG_FILES.data}`;
    const text = await textOf(root, file);
    const read = text === undefined ? undefined : readConfigText(text.replace(/^\uFEFF/, ''));
    if (read && 'problems' in read) {
      return { waivers: [], gap: `${CONFIG_FILES.data} of the default branch cannot be read` };
    }
    return { waivers: read?.config.waivers ?? [] };
  } catch (error) {
    if (error instanceof GitSilence) return { waivers: [], gap: error.message };
    throw error;
  }
}

const ANY = { statuses: [0, 1] };

/**
 * The full name of the default branch: as the pipeline names it, else as its remote has it, else as this clone has it;
 * `undefined` where it is not here. Other remotes do not count, since they may be anybody's. Where only its usual name
 * speaks for a branch of the remote, it must not be what is checked out: that may be under review.
 */
async function defaultBranch(root: string, named: string | undefined): Promise<string | undefined> {
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
  if (![...ids.keys()].some((name) => name.startsWith('refs/remotes/'))) return local.find(isHere);
  const { output: tip } = await runGit(root, ['rev-parse', 'HEAD']);
  const checkedOut = decodeText(tip).trim();
  return [...remote, ...local].find((name) => isHere(name) && ids.get(name) !== checkedOut);
}

/** The text of a file in a commit; `undefined` where the commit has none. */
async function textOf(root: string, name: string): Promise<string | undefined> {
  try {
    return decodeText((await runGit(root, ['cat-file', 'blob', name])).output);
  } catch (error) {
    if (error instanceof GitError) return undefined;
    throw error;
  }
}
