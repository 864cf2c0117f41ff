/** The items round one of a list, the item itself among them. */
export interface Neighbours<T> {
  readonly previous: T | undefined;
  readonly next: T | undefined;
  /** At most `reach` items on each side, in order. */
  readonly around: readonly T[];
}

/** Looks round an item of a list; an item that is not in it has no neighbours. */
export function neighboursOf<T>(list: readonly T[], item: T, reach: number): Neighbours<T> {
  const index = list.indexOf(item);
  if (index < 0) return { previous: undefined, next: undefined, around: [] };
  return {
    previous: list[index - 1],
    next: list[index + 1],
    around: list.slice(Math.max(0, index - reach), index + reach + 1),
  };
}
