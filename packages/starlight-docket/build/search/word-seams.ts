/*
 * Pagefind finds words that stand between spaces, and beginnings of words. Scripts that put no spaces between words
 * are therefore searched letter by letter: a seam before each letter makes it a word of its own in the index, and is
 * taken out of what is shown. Cutting at real words would need the same dictionary in every browser, and a word inside
 * a longer one would not be found.
 */

/** A space, and an invisible character that tells it from one that was written. */
const SEAM = ' \u200c';

const UNSPACED = [
  ...['Han', 'Hiragana', 'Katakana', 'Hangul', 'Bopomofo', 'Yi', 'Thai', 'Lao', 'Khmer'],
  ...['Myanmar', 'Tibetan', 'Javanese', 'Balinese', 'Tai_Tham', 'New_Tai_Lue'],
]
  .map((script) => `\\p{sc=${script}}`)
  .concat('ー')
  .join('');

/** Where all of these scripts stand; asking for the scripts takes much longer. */
const MAY_BE_UNSPACED = /[\u02ea\u02eb\u0e00-\u1fff\u2e80-\uffff]/;
const HAS_UNSPACED = new RegExp(`[${UNSPACED}]`, 'u');
const BETWEEN = new RegExp(
  `(?<=[${UNSPACED}]\\p{M}*)(?=[\\p{L}\\p{N}])|(?<=[\\p{L}\\p{N}]\\p{M}*)(?=[${UNSPACED}])(?!\\p{M})`,
  'gu',
);
/** A comment, a tag with its quoted values, or the text between. */
const MARKUP = /<!--[\s\S]*?-->|<(?:"[^"]*"|'[^']*'|[^"'>])*>|[^<]+/g;

/** HTML as it is put into the index: seams in its text, its tags as they are. */
export function withSeams(html: string): string {
  if (!MAY_BE_UNSPACED.test(html) || !HAS_UNSPACED.test(html)) return html;
  return html.replace(MARKUP, (part) =>
    part.startsWith('<') ? part : part.normalize('NFC').replace(BETWEEN, SEAM),
  );
}

/** What was typed as it is asked for: letters without spaces between them as a phrase, others as words. */
export function searchedTerm(typed: string): string {
  if (!HAS_UNSPACED.test(typed)) return typed;
  const words = typed.normalize('NFC').replace(BETWEEN, ' ');
  return /[\s"]/.test(typed.trim()) ? words : `"${words}"`;
}

/** Text or excerpt of the index as it is shown. */
export function withoutSeams(text: string): string {
  return text.replace(/(?:^| )(<mark>)?\u200c/g, '$1');
}
