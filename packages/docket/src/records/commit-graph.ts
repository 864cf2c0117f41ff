import type { Commit, KnownHistory } from './history.ts';
import { perObject } from './memo.ts';

/** The first-parent chain that ends at a commit, oldest first; empty for a commit that was not read. */
export function firstParents({ commits }: KnownHistory, tip: string): Commit[] {
  const chain: Commit[] = [];
  for (let commit = commits.get(tip); commit; ) {
    chain.push(commit);
    const [parent] = commit.parents;
    commit = parent === undefined ? undefined : commits.get(parent);
  }
  return chain.reverse();
}

/** Ids of the commits that lead to one of the tips, the tips among them. */
export function reachable({ commits }: KnownHistory, tips: readonly string[]): Set<string> {
  const found = new Set<string>();
  const queue = [...tips];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (found.has(id) || !commits.has(id)) continue;
    found.add(id);
    queue.push(...(commits.get(id)?.parents ?? []));
  }
  return found;
}

/**
 * The commit of HEAD's first-parent chain that brought in each commit which is not on that chain itself, by its id: the
 * merge with which it landed.
 */
export const broughtInBy = perObject((history: KnownHistory): ReadonlyMap<string, Commit> => {
  const found = new Map<string, Commit>();
  const chain = firstParents(history, history.head);
  const seen = new Set(chain.map(({ id }) => id));
  for (const merge of chain) {
    const queue = merge.parents.slice(1);
    for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
      const commit = history.commits.get(id);
      if (!commit || seen.has(id)) continue;
      seen.add(id);
      found.set(id, merge);
      queue.push(...commit.parents);
    }
  }
  return found;
});

/** Commits that are on the branch checked out and not on the main branch. */
export interface BranchRange {
  /** The merge base of the two; `undefined` where they have no commit in common. */
  readonly base: string | undefined;
  readonly ids: ReadonlySet<string>;
}

/** The range of the branch that is checked out; `undefined` where HEAD is on the main branch or none is known. */
export function branchRange(history: KnownHistory): BranchRange | undefined {
  const main = reachable(history, history.mainline);
  if (main.size === 0 || main.has(history.head)) return undefined;
  const ids = new Set([...reachable(history, [history.head])].filter((id) => !main.has(id)));
  const bases = new Set(
    [...ids]
      .flatMap((id) => history.commits.get(id)?.parents ?? [])
      .filter((parent) => main.has(parent)),
  );
  // The main branch may have been merged in since: the best base is the one that no other leads back to.
  const best = [...bases].find((base) => {
    const others = [...bases].filter((other) => other !== base);
    return !reachable(history, others).has(base);
  });
  return { base: best, ids };
}
