import { realpathSync } from 'node:fs';
import { HelpfulError } from '../records/helpful-error.ts';
import { gapOf } from './git.ts';
import { GitError, type GitOptions, runGit } from './git-process.ts';
import { workTreeOf } from './state-folder.ts';

/** There is a repository, and Git cannot say what is in it: nothing may be concluded from that. */
export class GitSilence extends HelpfulError {
  override readonly name = 'GitSilence';
}

/** How Git is asked. */
export interface AskOptions extends GitOptions {
  /** Whether to go on without what Git cannot answer. */
  readonly offline?: boolean | undefined;
}

/**
 * The output of a Git command in a folder; `undefined` where the folder is outside any repository, which is an
 * answer too.
 * @throws {GitSilence} where there is a repository and Git cannot answer, unless that will do
 */
export async function askGit(
  folder: string,
  args: readonly string[],
  { offline = false, ...options }: AskOptions = {},
): Promise<Buffer | undefined> {
  try {
    return (await runGit(folder, args, options)).output;
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    // Git calls a damaged repository none; the `.git` of one is there all the same.
    const work = workTreeOf(realpathSync(folder));
    if (!work || offline) return undefined;
    const { why, message, help } = gapOf(error);
    throw why === 'not-a-repository'
      ? new GitSilence(
          `Git does not recognise ${work.folder} as a repository, although it has a \`.git\``,
          `run \`git status\` there and fix what it complains about, or carry on without Git with --offline`,
        )
      : new GitSilence(message, `${help}, or carry on without Git with --offline`);
  }
}
