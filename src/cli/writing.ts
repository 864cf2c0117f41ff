import { applyChanges } from '../io/apply.ts';
import { ApplyError } from '../io/apply-error.ts';
import { GitSilence } from '../io/ask-git.ts';
import { withWriteLock } from '../io/write-lock.ts';
import type { FileChange } from '../records/authoring/change.ts';
import { AuthoringError } from '../records/authoring/problem.ts';
import { CommandError } from './command.ts';

/**
 * Lets `work` write below a root while nobody else does.
 * @throws {CommandError} where something stands in the way
 */
export function writing<T>(
  root: string,
  work: (write: (changes: readonly FileChange[]) => void) => Promise<T>,
): Promise<T> {
  return explained(() =>
    withWriteLock(root, (lock) => work((changes) => applyChanges(lock, changes))),
  );
}

/** Runs a computation; what it refuses becomes an error of the command. */
export async function explained<T>(compute: () => T | Promise<T>): Promise<T> {
  try {
    return await compute();
  } catch (error) {
    const isKnown =
      error instanceof AuthoringError || error instanceof ApplyError || error instanceof GitSilence;
    throw isKnown ? new CommandError(error.message, error.help) : error;
  }
}

/**
 * The change that gives a file a text.
 * @param before what it holds now; `undefined` where there is none
 */
export function saving(path: string, before: string | undefined, after: string): FileChange {
  return before === undefined
    ? { kind: 'create', path, after }
    : { kind: 'edit', path, before, after };
}
