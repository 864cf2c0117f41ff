import { diffArrays } from 'diff';

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

/** Scripts that set no space between words: each character is a word. */
const SPACELESS = ['Han', 'Hiragana', 'Katakana', 'Thai', 'Lao', 'Khmer', 'Myanmar']
  .map((script) => String.raw`\p{Script=${script}}`)
  .join('');
const LETTERS = String.raw`(?:(?![${SPACELESS}])[\p{L}\p{N}\p{M}])+`;
// Repetitions have limits, so that a long run of signs is not looked through again from each of them.
const SIGN_BEFORE = String.raw`[./~@#^$+\-\u2212\p{Sc}]{1,8}`;
const BETWEEN = String.raw`(?:[.:/\\@\-+~#%&'’_°]|,(?=\p{N})|\/\*{1,2}|[\u00A0\u2009\u202F](?=\p{N}{3}(?!\p{N}))){1,8}`;
const SIGN_AFTER = String.raw`(?:\/|[%‰°#]|\p{Sc}|\+{1,2})`;
const IN_ADDRESS = String.raw`[^\s<>()[\]|"\x60]`;

/** What is one word to a reader, in the order in which it is looked for. */
const WORDS = new RegExp(
  [
    String.raw`\n`,
    String.raw`[^\S\n]+`,
    // Code without a space: a path, a flag, a setting.
    '`[^`\\s]+`',
    // An address on the web, without the full stop that may follow.
    String.raw`[a-z][a-z0-9+.\-]{0,30}:\/\/${IN_ADDRESS}*(?![*'_.,;:!?])${IN_ADDRESS}`,
    String.raw`[${SPACELESS}]\p{M}*`,
    // A word, a figure with its sign, unit and separators, a version, a date, an id, or a path, which may hold stars.
    `(?:${SIGN_BEFORE}(?=${LETTERS}))?${LETTERS}(?:${BETWEEN}${LETTERS})*${SIGN_AFTER}?`,
    '[^]',
  ].join('|'),
  'gu',
);

/**
 * How one text became another, word by word; a figure, a version, a date, an id or a path is one word. Texts that
 * differ too widely are compared by lines, or as a whole.
 * @returns pieces in order: without those added they make up `before`, without those removed `after`; no two
 * neighbours are of one kind, and none is empty
 */
export function wordDifference(before: string, after: string): readonly Piece[] {
  const changes = diffArrays(wordsOf(before), wordsOf(after), {
    maxEditLength: MOST_WORDS_CHANGED,
  });
  if (!changes) return lineDifference(before, after);
  return joinPieces(
    joinAcrossSpaces(changes.map((change) => ({ ...kindOf(change), text: change.value.join('') }))),
  );
}

function wordsOf(text: string): string[] {
  return text.match(WORDS) ?? [];
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
