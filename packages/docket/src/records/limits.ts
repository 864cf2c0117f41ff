/*
 * How large a record may be, so that judging and showing it takes time and memory by its length. The longest records
 * in the wild stay well below each of these.
 */

import type { Mismatch } from './finding.ts';

/** Largest record that is read, in bytes. */
export const MAX_RECORD_BYTES = 1024 * 1024;

/** Deepest nesting of quotes, lists and markup that is read; a page shows a fraction of it. */
export const MAX_DEPTH = 100;

/** Findings of one rule that are told of a record. */
export const MAX_FINDINGS_OF_RULE = 100;

/** Findings that are told of a record. */
export const MAX_FINDINGS_OF_RECORD = 1000;

/** Citations of records that are judged in a file that is none. */
export const MAX_CITATIONS = 1000;

/** Lines of a record. */
export const MAX_LINES = 20_000;

/** UTF-16 units of a line. */
export const MAX_LINE_LENGTH = 20_000;

/** UTF-16 units of the frontmatter. */
export const MAX_FRONTMATTER_LENGTH = 10_000;

/** What a text may hold so often and no more. */
const COUNTED: readonly (readonly [what: string, pattern: RegExp, most: number])[] = [
  ['lines', /\n/g, MAX_LINES],
  ['characters that mark up text', /[*_`~<[\]&@|\\!]/g, 50_000],
  // The parser takes time and memory by the square of these two.
  ['character references such as `&amp;`', /&[#\w]{1,40};/g, 5000],
  ['underscores inside words', /(?<=[^\s_])_/g, 5000],
];

const FEWEST = Math.min(...COUNTED.map(([, , most]) => most));

/** A limit that a text crosses, in the words of a finding, and where it does. */
export interface Excess extends Mismatch {
  readonly help: string;
  readonly offset: number;
}

/** The limit that a text crosses, so that it may be given to no parser; takes time by its length. */
export function excessOf(text: string): Excess | undefined {
  // Most texts are too short to cross any.
  if (text.length <= FEWEST) return undefined;
  return longLine(text) ?? longFrontmatter(text) ?? tooMany(text);
}

function longLine(text: string): Excess | undefined {
  for (let start = 0; start < text.length - MAX_LINE_LENGTH; ) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next;
    const length = end - start - (text[end - 1] === '\r' ? 1 : 0);
    if (length > MAX_LINE_LENGTH && lengthWithoutData(text.slice(start, end)) > MAX_LINE_LENGTH) {
      return {
        found: `line of \`${length}\` characters`,
        expected: `at most \`${MAX_LINE_LENGTH}\``,
        help: 'break the line, or move data out of the record and link to it',
        offset: start,
      };
    }
    start = end + 1;
  }
  return undefined;
}

/** The length of a line without the data of pictures, as word processors write them out; nothing in it marks up text. */
function lengthWithoutData(line: string): number {
  return line.replace(/(?<=\bdata:image\/[\w.+-]{1,40};base64,)[A-Za-z0-9+/=]+/g, '').length;
}

function longFrontmatter(text: string): Excess | undefined {
  const length = text.startsWith('---') ? text.search(/(?<=\n)---[ \t]*$/m) : 0;
  if (length <= MAX_FRONTMATTER_LENGTH) return undefined;
  return {
    found: `frontmatter of \`${length}\` characters`,
    expected: `at most \`${MAX_FRONTMATTER_LENGTH}\``,
    help: 'move long values into the text below it',
    offset: 0,
  };
}

function tooMany(text: string): Excess | undefined {
  for (const [what, pattern, most] of COUNTED) {
    if (text.length <= most) continue;
    let count = 0;
    pattern.lastIndex = 0;
    while (count <= most && pattern.test(text)) count += 1;
    if (count <= most) continue;
    return {
      found: `number of ${what}`,
      expected: `at most \`${most}\``,
      help: 'split the record, or move data out of it and link to it',
      offset: pattern.lastIndex - 1,
    };
  }
  return undefined;
}
