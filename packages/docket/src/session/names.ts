import type { Names, RecordName, Surroundings } from '../records/corpus.ts';

/** Whether two moments of a repository have the same records and files by name, in the same order. */
export function areNamesAlike(one: Names, other: Names): boolean {
  return (
    isSameList(one.records, other.records, isSameName) &&
    isAround(one.surroundings, other.surroundings)
  );
}

function isSameName(one: RecordName, other: RecordName): boolean {
  return (
    one === other ||
    (one.path === other.path &&
      one.kind === other.kind &&
      one.name === other.name &&
      one.number === other.number &&
      one.id === other.id &&
      one.address === other.address)
  );
}

function isAround(one: Surroundings, other: Surroundings): boolean {
  return (
    isSameList([...one.existing], [...other.existing]) &&
    isSameList([...(one.shown ?? [])], [...(other.shown ?? [])]) &&
    isSameList([...(one.documents ?? [])], [...(other.documents ?? [])]) &&
    isSameList([...(one.top ?? [])], [...(other.top ?? [])]) &&
    isSameList([...(one.unread ?? [])], [...(other.unread ?? [])]) &&
    isSameList([...one.fragments.keys()], [...other.fragments.keys()]) &&
    isSameList([...one.fragments.values()], [...other.fragments.values()])
  );
}

function isSameList<T>(
  one: readonly T[],
  other: readonly T[],
  isSame: (a: T, b: T) => boolean = Object.is,
): boolean {
  return one.length === other.length && one.every((entry, at) => isSame(entry, other[at] as T));
}
