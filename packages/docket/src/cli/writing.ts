import { applyChanges } from '../io/apply.ts';
import { withWriteLock } from '../io/write-lock.ts';
import type { FileChange } from '../records/authoring/change.ts';

/**
 * Lets `work` write below a root while nobody else does.
 * @throws {HelpfulError} where something stands in the way
 */
export function writing<T>(
  root: string,
  work: (write: (changes: readonly FileChange[]) => void) => Promise<T>,
): Promise<T> {
  return withWriteLock(root, (lock) => work((changes) => applyChanges(lock, changes)));
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
