import { LOG_ID } from '../layout.ts';
import type { Line } from './line.ts';

/** Another record as a text names it: by a link, a number or a file name. */
export interface RecordReference {
  /** The words as written. */
  readonly text: string;
  /** Address of the link, where it is one. */
  readonly url: string | undefined;
  /** The number that the words or the address give, as written. */
  readonly number: string | undefined;
  /** The log before it, as written: `payments` of `payments/ADR-012`. */
  readonly log?: string;
  /** Offsets in the text of the line. */
  readonly at: number;
  readonly end: number;
}

const WORD = '(?:M?ADR|Decision(?:\\s+Record)?|RFC|[A-Z]{1,4}DR)s?';
/** A record named by word and number, or by the name of its file. */
const NAMED = new RegExp(
  `(?<![\\w./-])(?:(${LOG_ID.source})/)?(?:[A-Z]{2,6}-)?${WORD}[-_ ]*(?:#\\s*|No\\.?\\s*)?(?:[A-Z][A-Za-z]*-)?(\\d{1,6}[a-zA-Z]?)(?![\\w])`,
  'gi',
);
const FILE = /(?<![\w/])(?:[\w.-]+\/)*[\w-]+\.(?:md|adoc|rst)\b/g;
const ADDRESS = /https?:\/\/[^\s<>()|]+/g;
/** A value that is numbers and nothing else: `0008, 0016`. */
const NUMBERS = /^\s*#?\d{1,6}[a-z]?(?:\s*(?:,|and|&)\s*#?\d{1,6}[a-z]?)*\s*$/i;

/**
 * The records that a line names, in order.
 * @param isList whether a bare number names one, as in a value that lists nothing else
 */
export function referencesIn(line: Line, isList = false): RecordReference[] {
  const found: RecordReference[] = [];
  for (const piece of line.pieces) {
    if (piece.url === undefined) continue;
    const last = found.at(-1);
    const end = piece.at + piece.length;
    if (last && last.url === piece.url && last.end === piece.at) {
      const text = line.text.slice(last.at, end);
      found[found.length - 1] = { ...last, text, end, number: numberOf(text, piece.url) };
      continue;
    }
    const text = line.text.slice(piece.at, end);
    found.push({ text, url: piece.url, number: numberOf(text, piece.url), at: piece.at, end });
  }
  const isFree = (at: number, end: number) => found.every((one) => end <= one.at || at >= one.end);
  const add = (
    match: RegExpMatchArray,
    named: Pick<RecordReference, 'number'> & Partial<Pick<RecordReference, 'url' | 'log'>>,
  ): void => {
    const at = match.index ?? 0;
    const end = at + match[0].length;
    if (isFree(at, end)) found.push({ url: undefined, ...named, text: match[0], at, end });
  };
  for (const match of line.text.matchAll(ADDRESS))
    add(match, { number: numberOf('', match[0]), url: match[0] });
  for (const match of line.text.matchAll(FILE))
    add(match, { number: numberOf('', match[0]), url: match[0] });
  for (const match of line.text.matchAll(NAMED)) {
    const [, log, number] = match;
    add(match, { number, ...(log !== undefined && { log }) });
  }
  if (isList && NUMBERS.test(line.text)) {
    for (const match of line.text.matchAll(/\d{1,6}[a-z]?/gi)) add(match, { number: match[0] });
  }
  return found.sort((a, b) => a.at - b.at);
}

/** The number of a record by the text of a link to it, else by the last part of its address. */
function numberOf(text: string, url: string): string | undefined {
  const named = new RegExp(NAMED.source, 'i').exec(text)?.[2];
  if (named !== undefined) return named;
  const opening = /^\s*#?(\d{1,6}[a-z]?)(?:[.:)\s–—-]|$)/i.exec(text)?.[1];
  if (opening !== undefined && !/^https?:/i.test(url)) return opening;
  if (/^https?:/i.test(url)) return undefined;
  const last =
    url
      .replace(/[?#].*$/, '')
      .replace(/\/+$/, '')
      .split('/')
      .at(-1) ?? '';
  return /^(?:m?adr[-_]?)?0*(\d{1,6}[a-z]?)(?=[-_.]|$)/i
    .exec(last)?.[0]
    .replace(/^m?adr[-_]?/i, '');
}
