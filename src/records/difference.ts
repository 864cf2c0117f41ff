import { diffArrays, diffWordsWithSpace } from 'diff';

/** A stretch of two texts: in both, only in the first, or only in the second. */
export interface Piece {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** An entry of two lists: in both, only in the first, or only in the second. */
export interface ListPiece<T> {
  readonly kind: Piece['kind'];
  readonly value: T;
}

// Beyond so many changed words a reader sees a rewritten text, and the search for the shortest difference gets slow.
const MOST_WORDS_CHANGED = 2000;
const MOST_ENTRIES_CHANGED = 5000;

/**
 * How one text became another, word by word. Texts that differ too widely are compared by lines, or as a whole.
 * @returns pieces in order: without those added they make up `before`, without those removed `after`; no two
 * neighbours are of one kind, and none is empty
 */
export function wordDifference(before: string, after: string): readonly Piece[] {
  const changes = diffWordsWithSpace(before, after, { maxEditLength: MOST_WORDS_CHANGED });
  if (!changes) return lineDifference(before, after);
  return joinPieces(
    joinAcrossSpaces(changes.map((change) => ({ ...kindOf(change), text: change.value }))),
  );
}

/** As `wordDifference`, but line by line: a line that differs in one letter is removed and added. */
export function lineDifference(before: string, after: string): readonly Piece[] {
  return joinPieces(
    listDifference(linesOf(before), linesOf(after)).map(({ kind, value }) => ({
      kind,
      text: value,
    })),
  );
}

/** How one list became another: the entries of both in order, what was removed before what was added there. */
export function listDifference<T>(
  before: readonly T[],
  after: readonly T[],
): readonly ListPiece<T>[] {
  const changes = diffArrays([...before], [...after], { maxEditLength: MOST_ENTRIES_CHANGED });
  if (!changes) {
    return [
      ...before.map((value) => ({ kind: 'removed', value }) as const),
      ...after.map((value) => ({ kind: 'added', value }) as const),
    ];
  }
  return changes.flatMap((change) => change.value.map((value) => ({ ...kindOf(change), value })));
}

function kindOf({ added, removed }: { added: boolean; removed: boolean }): Pick<Piece, 'kind'> {
  return { kind: added ? 'added' : removed ? 'removed' : 'same' };
}

/** Lines with their ends. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** Takes a mere space between two changes as part of both, so that a changed phrase reads as one change. */
function joinAcrossSpaces(pieces: readonly Piece[]): Piece[] {
  return pieces.flatMap((piece, index): Piece[] => {
    const between = index > 0 && index < pieces.length - 1;
    if (piece.kind !== 'same' || !between || !/^[^\S\n]+$/.test(piece.text)) return [piece];
    return [
      { kind: 'removed', text: piece.text },
      { kind: 'added', text: piece.text },
    ];
  });
}

/** Makes one piece of each run of changes of a kind: what was removed, then what was added. */
function joinPieces(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  let removed = '';
  let added = '';
  let same = '';
  const flushChanges = (): void => {
    if (removed !== '') joined.push({ kind: 'removed', text: removed });
    if (added !== '') joined.push({ kind: 'added', text: added });
    removed = '';
    added = '';
  };
  for (const { kind, text } of pieces) {
    if (kind === 'same') {
      flushChanges();
      same += text;
      continue;
    }
    if (same !== '') joined.push({ kind: 'same', text: same });
    same = '';
    if (kind === 'removed') removed += text;
    else added += text;
  }
  flushChanges();
  if (same !== '') joined.push({ kind: 'same', text: same });
  return joined;
}
