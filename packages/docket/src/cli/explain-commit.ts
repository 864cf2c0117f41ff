import { GitError } from '../io/git-process.ts';
import { CommandError } from './command.ts';

/** Why a branch or commit that was named cannot be used, as a person reads it; any other error as it is. */
export function explainCommit(error: unknown, name: string): unknown {
  if (!(error instanceof GitError)) return error;
  return new CommandError(
    `Git cannot compare with \`${name}\`: ${error.message}`,
    'run `git log` in the folder and fix what it complains about',
  );
}
