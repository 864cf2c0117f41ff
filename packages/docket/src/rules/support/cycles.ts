/**
 * The cycles a directed graph has, one for each edge that closes one in a depth-first walk. Every cycle starts with
 * its least node in the order of `nodes`; a node with an edge to itself is no cycle here.
 */
export function findCycles<T>(nodes: readonly T[], next: (node: T) => Iterable<T>): T[][] {
  const done = new Set<T>();
  const cycles: T[][] = [];
  for (const root of nodes) {
    if (done.has(root)) continue;
    const path: T[] = [root];
    const onPath = new Set<T>(path);
    const pending: Iterator<T>[] = [next(root)[Symbol.iterator]()];
    while (path.length > 0) {
      const step = pending.at(-1)?.next();
      const node = path.at(-1) as T;
      if (!step || step.done) {
        done.add(node);
        onPath.delete(node);
        path.pop();
        pending.pop();
      } else if (onPath.has(step.value)) {
        if (step.value !== node) cycles.push(path.slice(path.indexOf(step.value)));
      } else if (!done.has(step.value)) {
        path.push(step.value);
        onPath.add(step.value);
        pending.push(next(step.value)[Symbol.iterator]());
      }
    }
  }
  const rank = new Map(nodes.map((node, index) => [node, index]));
  return cycles.map((cycle) => {
    const ranks = cycle.map((node) => rank.get(node) ?? Number.POSITIVE_INFINITY);
    const start = ranks.indexOf(Math.min(...ranks));
    return [...cycle.slice(start), ...cycle.slice(0, start)];
  });
}
