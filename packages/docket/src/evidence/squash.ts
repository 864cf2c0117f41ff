import type { Change, Commit } from '../records/history.ts';

/**
 * Commits that follow each other as the one commit a squash merge would make of them: id, times and subject of the
 * last, parents of the first, and of the changes what is left in the end.
 * @param steps oldest first, at least one
 */
export function squash(steps: readonly Commit[]): Commit {
  const [first, last] = [steps[0], steps.at(-1)];
  if (!first || !last) throw new Error('Nothing to squash');
  if (first === last) return last;
  const net = new Map<string, Change>();
  // Only what may be done with such a file has changed, such as running it.
  const ofMode = new Set<string>();
  for (const change of steps.flatMap(({ changes }) => changes)) {
    const { path, after, submodule } = change;
    const earlier = net.get(path);
    if (change.before === after) ofMode.add(path);
    net.set(path, {
      path,
      before: earlier ? earlier.before : change.before,
      after,
      status: change.status,
      submodule: submodule || earlier?.submodule === true,
    });
  }
  const changes = [...net.values()].flatMap(({ status, ...change }): Change[] => {
    if (change.before === change.after && ofMode.has(change.path)) {
      return [{ ...change, status: 'M' }];
    }
    return differing(change, status === 'T');
  });
  return { ...last, parents: first.parents, changes, moves: steps.flatMap(({ moves }) => moves) };
}

/** A change between two objects at a path; none where they are equal. */
export function differing(change: Omit<Change, 'status'>, isOtherType = false): Change[] {
  const { before, after } = change;
  if (before === after) return [];
  const changed = isOtherType ? 'T' : 'M';
  const status = before === undefined ? 'A' : after === undefined ? 'D' : changed;
  return [{ ...change, status }];
}
