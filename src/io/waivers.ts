import type { Waiver } from '../records/config.ts';
import { readConfigText } from '../records/config-text.ts';
import { askGit, GitSilence } from './ask-git.ts';
import { CONFIG_FILES, loadConfig } from './config.ts';
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
export async function readWaivers(root: string): Promise<WaiverReading> {
  try {
    const prefix = await askGit(root, ['rev-parse', '--show-prefix']);
    const head = prefix && (await askGit(root, ['rev-parse', '--verify', '--quiet', 'HEAD'], ANY));
    if (!prefix || !head?.length) {
      return { waivers: (await loadConfig(root, { runsCode: false })).waivers ?? [] };
    }
    const main = await defaultBranch(root);
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
 * The full name of the default branch: as its remote has it, else as this clone has it; `undefined` where neither is
 * here. Other remotes do not count, since they may be anybody's.
 */
async function defaultBranch(root: string): Promise<string | undefined> {
  const names = [
    'refs/remotes/origin/HEAD',
    ...MAIN_NAMES.map((name) => `refs/remotes/origin/${name}`),
    ...MAIN_NAMES.map((name) => `refs/heads/${name}`),
  ];
  const { output } = await runGit(root, ['for-each-ref', '--format=%(refname)', ...names]);
  const found = new Set(decodeText(output).split('\n'));
  return names.find((name) => found.has(name));
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
