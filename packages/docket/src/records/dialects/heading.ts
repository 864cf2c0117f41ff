import { comparableNumber } from './file-name.ts';

/** What the heading that titles a record says. */
export interface HeadingFields {
  readonly number: string | undefined;
  /** Without number and without `ADR`; empty where the heading says no more than these. */
  readonly title: string;
}

const WORD =
  '(?:[Mm]?[Aa][Dd][Rr]|ADL|(?:[Aa]rchitect(?:ure|ural)\\s+)?[Dd]ecision(?:\\s+[Rr]ecord)?|[Aa]rchitecture\\s+[Dd]ecision\\s+[Ll]og|RFC|[A-Z]{1,3}DR)';
const NUMBER = '#?(\\d{1,6}[a-zA-Z]?)';
const MARK = '(?:\\s*(?:[:|\\u2013\\u2014]|\\.(?!\\d)|-(?=\\s))\\s*|\\s+-+\\s+)';

/** `ADR-012: Title`, `ADR 12 — Title`, `[ADR-0012] Title`, `ODH-ADR-Operator-0001: Title`. */
const WITH_WORD_AND_NUMBER = new RegExp(
  `^[[(]?(?:[A-Z]{2,6}-)?${WORD}[-_\\s]*(?:[Nn]o\\.?\\s*)?(?:[A-Z][A-Za-z]*-(?=0))?${NUMBER}[\\])]?(?:${MARK}|\\s+|$)`,
);
/** `ADR: Title`, `Architecture Decision Record — Title`. */
const WITH_WORD = new RegExp(`^${WORD}${MARK}(?=\\S)`);
/** `12. Title`, `0012: Title`, `12 - Title`. */
const WITH_NUMBER = new RegExp(`^${NUMBER}${MARK}(?=\\S)`);
const PADDED = /^(0\d{1,5}|\d{4})\s+(?=\S)/;
/** `ARCH-001: Title`, where the number is known. */
const WITH_OTHER_WORD = new RegExp(`^[A-Za-z]{2,8}[-_ ]${NUMBER}(?:${MARK}|\\s+|$)`);
/** What says that it is a record and not which one. */
const GENERIC = new RegExp(`^(?:[Aa]n?\\s+|[Tt]he\\s+)?(?:${WORD}s?|[Tt]itle)$`);

/**
 * Reads a heading as the title of a record.
 * @param known the number by another source, with which a heading may open without any mark
 */
export function readHeading(text: string, known?: string): HeadingFields {
  const plain = text.trim();
  const numbered = WITH_WORD_AND_NUMBER.exec(plain) ?? WITH_NUMBER.exec(plain);
  if (numbered) return { number: numbered[1], title: plain.slice(numbered[0].length).trim() };
  const other = known === undefined ? undefined : WITH_OTHER_WORD.exec(plain);
  if (other?.[1] && known && comparableNumber(other[1]) === comparableNumber(known)) {
    return { number: other[1], title: plain.slice(other[0].length).trim() };
  }
  const opening = known === undefined ? undefined : /^(\d{1,6}[a-zA-Z]?)\s+(?=\S)/.exec(plain);
  if (opening?.[1] && known && comparableNumber(opening[1]) === comparableNumber(known)) {
    return { number: opening[1], title: plain.slice(opening[0].length).trim() };
  }
  const padded = PADDED.exec(plain);
  if (padded) return { number: padded[1], title: plain.slice(padded[0].length).trim() };
  const worded = WITH_WORD.exec(plain);
  if (worded) return { number: undefined, title: plain.slice(worded[0].length).trim() };
  return { number: undefined, title: GENERIC.test(plain) ? '' : plain };
}
