/**
 * The items to move so that the rest rises: what is left over by a longest rising run of `rank`.
 * @returns the items out of order, in their own order; empty where all rise
 */
export function outOfOrder<T>(items: readonly T[], rank: (item: T) => number): T[] {
  const ranks = items.map(rank);
  const length = ranks.map(() => 1);
  const previous = ranks.map(() => -1);
  let last = -1;
  ranks.forEach((value, index) => {
    for (let before = 0; before < index; before += 1) {
      if ((ranks[before] ?? 0) < value && (length[before] ?? 0) + 1 > (length[index] ?? 0)) {
        length[index] = (length[before] ?? 0) + 1;
        previous[index] = before;
      }
    }
    if (last < 0 || (length[index] ?? 0) > (length[last] ?? 0)) last = index;
  });
  const kept = new Set<number>();
  for (let index = last; index >= 0; index = previous[index] ?? -1) kept.add(index);
  return items.filter((_, index) => !kept.has(index));
}
