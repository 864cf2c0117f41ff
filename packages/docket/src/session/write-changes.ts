import { applyChanges } from '../io/apply.ts';
import { withWriteLock } from '../io/write-lock.ts';
import type { FileChange } from '../records/authoring/change.ts';

/**
 * Plans changes and writes them, all or none, while nobody else writes below a root.
 * @throws {ApplyError} where a file is not as its change expects it, or another process writes for long
 */
export function writeChanges<P extends { readonly changes: readonly FileChange[] }>(
  root: string,
  plan: () => P | Promise<P>,
): Promise<P> {
  return withWriteLock(root, async (lock) => {
    const made = await plan();
    applyChanges(lock, made.changes);
    return made;
  });
}
