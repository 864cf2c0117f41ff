/** The stories and requirements that a text names. */
export interface NamedRequirements {
  /** Their ids, such as `US1`, `FR-003`, or the number of one that has no other name. */
  readonly refs: readonly string[];
  /** Kinds of which it names more than could be read, such as `FR`; `numbered` for those with a number alone. */
  readonly unread: readonly string[];
}

const RANGE = String.raw`\s*(?:[–—-]|\.{2,3}|\b(?:to|through)\b)\s*`;
const ALSO = String.raw`\s*(?:[,;&/+]|\b(?:and|or)\b)(?:\s*(?:&|\b(?:and|or)\b))?\s*`;
const OPEN_END = /^(?:\+(?!\w)|\s*(?:ff?\b|onwards?\b))/;

const LIST = new RegExp(
  String.raw`\b(US|(?:FR|SC|NFR)-)(\d+[a-z]?)\b((?:(?:${RANGE}|${ALSO})(?:\1)?\d+[a-z]?\b)*)`,
  'g',
);
const NEXT = new RegExp(
  String.raw`(?:(${RANGE})|${ALSO})((?:US|(?:FR|SC|NFR)-)?)(\d+)([a-z]?)\b`,
  'g',
);

// Kiro names its requirements by number, and their criteria below them: `_Requirements: 1.2, 3_`.
const LABEL = /(?<!\p{L})Requirements?(?!\p{L})([*_]*:)?[^\S\n]*[*_(]*[^\S\n]*/giu;
const NUMBER = String.raw`(\d+)((?:\.\d+)*)`;
const NUMBERS = new RegExp(
  String.raw`${NUMBER}(?:(?:${RANGE}|${ALSO})(?:Requirements?\s+)?${NUMBER})*`,
  'iy',
);
const NEXT_NUMBER = new RegExp(
  String.raw`(?:(${RANGE})|${ALSO}|^)(?:Requirements?\s+)?${NUMBER}`,
  'gi',
);
const GOES_ON = new RegExp(String.raw`^(?:${RANGE}|${ALSO})[^\s\d]*\d`);

/** Reads lists and ranges: `FR-001 to FR-003`, `Requirements: 1.1-1.5, 2.1`. */
export function requirementsNamedIn(text: string): NamedRequirements {
  const refs = new Set<string>();
  const unread = new Set<string>();
  readIds(text, refs, unread);
  readNumbers(text, refs, unread);
  return { refs: [...refs], unread: [...unread] };
}

function readIds(text: string, refs: Set<string>, unread: Set<string>): void {
  for (const match of text.matchAll(LIST)) {
    const [whole, prefix = '', first = '', others = ''] = match;
    const kind = prefix.replace('-', '');
    refs.add(prefix + first);
    if (OPEN_END.test(text.slice(match.index + whole.length, match.index + whole.length + 20))) {
      unread.add(kind);
    }
    let last = first;
    for (const [joined, range, named = '', number = '', letter = ''] of others.matchAll(NEXT)) {
      // A bare number may be one of something else: `US1 - 3 tests`.
      const isTight = range !== undefined && !/\s/.test(joined);
      const isOne = named !== '' || isTight || (number.length > 1 && number.length === last.length);
      const between = range === undefined ? [] : numbersBetween(last, number + letter);
      if (!isOne || !between) {
        unread.add(kind);
        if (named !== '') refs.add(prefix + number + letter);
      } else {
        for (const one of between) refs.add(prefix + one);
        if (range === undefined || named !== '') refs.add(prefix + number + letter);
      }
      last = number + letter;
    }
  }
}

function readNumbers(text: string, refs: Set<string>, unread: Set<string>): void {
  let readTo = 0;
  for (const match of text.matchAll(LABEL)) {
    // A list may repeat the label: `Requirements 1.1, Requirements 1.2`.
    if (match.index < readTo) continue;
    const start = match.index + match[0].length;
    NUMBERS.lastIndex = start;
    const list = NUMBERS.exec(text)?.[0] ?? '';
    let last: string[] | undefined;
    for (const [, range, number = '', rest = ''] of list.matchAll(NEXT_NUMBER)) {
      refs.add(number);
      if (range !== undefined && last) {
        // `1.1-5` may end at a criterion or at a requirement.
        const isAlike = (last[1] === '') === (rest === '');
        const between = isAlike ? numbersBetween(last[0] ?? '', number) : undefined;
        for (const one of between ?? []) refs.add(one);
        if (!between) unread.add('numbered');
      }
      last = [number, rest];
    }
    readTo = start + list.length;
    const [behind = ''] = text.slice(readTo, readTo + BEHIND).split('\n', 1);
    const isLabelled = match[1] !== undefined;
    const isCut =
      list === ''
        ? isLabelled && /^[^\p{L}\d]*(?:$|(?:all|every)(?!\p{L}))/iu.test(behind)
        : isLabelled
          ? /^[^_)*]*\d/.test(behind)
          : GOES_ON.test(behind);
    if (isCut) unread.add('numbered');
  }
}

/** UTF-16 units in which the rest of a list is looked for behind what could be read of it. */
const BEHIND = 200;

/** How many one range may name. */
const MOST = 200;

/** The numbers of a range, written as wide as its first; `undefined` where it is none. */
function numbersBetween(first: string, last: string): string[] | undefined {
  if (/\D/.test(first + last)) return undefined;
  const count = Number(last) - Number(first) + 1;
  if (count < 1 || count > MOST) return undefined;
  return Array.from({ length: count }, (_, index) =>
    String(Number(first) + index).padStart(first.length, '0'),
  );
}
