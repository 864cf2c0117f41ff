import { stemmer } from 'stemmer';

/** Words that questions are made of and that tell nothing of what is asked. */
const STOP = new Set(
  `a about after all also am an and any are as at be because been before being but by can could did do does doing for
  from get had has have having he her here his how i if in into is it its just may me might more most must my no not of
  off on once only or other our out over own per s shall she should so some such t than that the their them then there
  these they this those to too under until up us use used uses using very via was we were what when where which while
  who whom why will with would you your`.split(/\s+/),
);

/** Words whose stems are kept; a log has some thousands, each many times. */
const MOST_KEPT = 50_000;
const kept = new Map<string, string | undefined>();

/** The form under which a word is found: none for one that tells nothing, else its stem. */
export function termOf(word: string): string | undefined {
  if (kept.has(word)) return kept.get(word);
  if (kept.size >= MOST_KEPT) kept.clear();
  const term = stemOf(word);
  kept.set(word, term);
  return term;
}

function stemOf(word: string): string | undefined {
  const plain = word
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]s?$/, '');
  if (plain.length < 2 || STOP.has(plain)) return undefined;
  // Names and numbers are no English words.
  return /^[a-z]+$/.test(plain) ? stemmer(plain) : plain;
}

/** Cuts a text into words; a name such as `nginx:alpine` or `lint-staged` counts by its parts. */
export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu) ?? [];
}
