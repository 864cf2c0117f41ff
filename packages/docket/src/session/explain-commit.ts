import { gapOf } from '../io/git.ts';
import { GitError } from '../io/git-process.ts';
import { HelpfulError } from '../records/helpful-error.ts';

/** Git cannot say what a question about a branch or commit needs. */
export class HistoryError extends HelpfulError {
  override readonly name = 'HistoryError';
}

/** Why a branch or commit that was named cannot be used, as a person reads it; any other error as it is. */
export function explainCommit(error: unknown, name: string): unknown {
  if (!(error instanceof GitError)) return error;
  const { message, help } = gapOf(error);
  return new HistoryError(`Git cannot read \`${name}\`: ${message}`, help);
}
