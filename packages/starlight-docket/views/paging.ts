/** One page of a long list. */
export interface Page<T> {
  /** From 1. */
  readonly number: number;
  /** How many pages there are. */
  readonly count: number;
  readonly items: readonly T[];
  /** Place of the first item in the whole list, from 1. */
  readonly from: number;
  /** Length of the whole list. */
  readonly total: number;
  /** Address of the first page below the base, with slashes at both ends. */
  readonly folder: string;
}

/** Cuts a list into pages of at most `size` items; an empty list has one page. */
export function cutIntoPages<T>(items: readonly T[], folder: string, size: number): Page<T>[] {
  const count = Math.max(1, Math.ceil(items.length / size));
  return Array.from({ length: count }, (_, index) => ({
    number: index + 1,
    count,
    items: items.slice(index * size, (index + 1) * size),
    from: index * size + 1,
    total: items.length,
    folder,
  }));
}

/** The path of a page below the base: `/trace/`, `/trace/2/`. */
export function pathOfPage(folder: string, number: number): string {
  return number === 1 ? folder : `${folder}${number}/`;
}

/** The pages a reader is offered: the first, the last and those round the present one; `undefined` for a gap. */
export function offeredPages({ number, count }: Pick<Page<unknown>, 'number' | 'count'>) {
  const near = Array.from({ length: count }, (_, index) => index + 1).filter(
    (page) => page === 1 || page === count || Math.abs(page - number) <= 2,
  );
  return near.flatMap((page, index) => {
    const before = near[index - 1];
    return before !== undefined && page - before > 1 ? [undefined, page] : [page];
  });
}
