import { RECORD_ENDING } from '../formats/format.ts';
import { dateOf } from './dates.ts';

/** What the name of a record's file, or of its folder, says. */
export interface NameFields {
  /** The name that speaks for the record: the file's without its ending, or the folder's where each has one. */
  readonly name: string;
  /** As written, such as `0001`, `12a`. */
  readonly number: string | undefined;
  /** As YYYY-MM-DD. */
  readonly date: string | undefined;
  /** The name without number and date. */
  readonly slug: string;
}

/** Names of the one file of a record that has a folder of its own. */
const WHOLE = /^(?:readme|index|_index|adr|decision|record)$/i;

const DATE = /^(\d{4}-\d{2}-\d{2}|\d{4}_\d{2}_\d{2}|\d{8})(?=[-_. ]|$)[-_. ]*/;
const MONTH = /^(?:19|20)\d{2}-(?:0[1-9]|1[0-2])(?=[-_. ]|$)[-_. ]*/;
const NUMBER = String.raw`(\d{1,6}[a-zA-Z]?)(?=[-_.:,) ]|$)`;
const BARE = new RegExp(`^#?${NUMBER}[-_.:,) ]*`);
/** `ADR-001`, `adr12`, `MADR_7`, `ODH-ADR-0003`; words in capitals may stand between: `ODH-ADR-Operator-0001`. */
const PREFIXED = new RegExp(
  `^(?:[A-Za-z]+[-_ ])*?(?:[Mm]?[Aa][Dd][Rr]s?|[Dd]ecision(?:[-_ ][Rr]ecord)?|[Rr][Ff][Cc]|[A-Z]{1,4}DR|DR)[-_ #]*(?:(?:[A-Z][A-Za-z]*[-_ ]){1,2}(?=\\d{3}))?${NUMBER}[-_.:,) ]*`,
);

/** Any word with a number that zeros make long, such as `ARCH-001`: without them it may be `HTTP-404`. */
const WORDED = /^[A-Za-z]{2,8}[-_](0\d{2,5})(?=[-_. ]|$)[-_. ]*/;

/** Reads the name of a record at a path. */
export function readName(path: string): NameFields {
  const parts = path.split('/');
  const file = (parts.pop() ?? '').replace(RECORD_ENDING, '');
  const folder = parts.at(-1);
  const own = WHOLE.test(file) && folder !== undefined ? readOne(folder) : undefined;
  // A folder that is none of a record's own says nothing about the file.
  return own && (own.number !== undefined || own.date !== undefined || MONTH.test(own.name))
    ? own
    : readOne(file);
}

/** A word for decision records that is another than the usual one: `madr`, `rfc`, `pdr`. */
const OWN_WORD = /^(?!adrs?$)(m?adr|rfc|[a-z]{1,4}dr)s?$/i;

/**
 * What the folder calls a numbered record, where that is not `ADR` with the number: `ODH-ADR-Operator-0001` in the file
 * name, or `MADR-103` for a bare number below a folder `madr`.
 */
export function ownLabel(path: string): string | undefined {
  const { name, number } = readName(path);
  if (number === undefined) return undefined;
  const [written] = PREFIXED.exec(name) ?? WORDED.exec(name) ?? [];
  if (written !== undefined) {
    const label = written.replace(/[-_.:,) ]+$/, '');
    return /^adr[-_ #]*\d+[a-z]?$/i.test(label) ? undefined : label;
  }
  const word = path
    .split('/')
    .slice(0, -1)
    .findLast((folder) => OWN_WORD.test(folder));
  return word && `${OWN_WORD.exec(word)?.[1]?.toUpperCase()}-${number}`;
}

/** Whether a path names the one file of a record that has a folder of its own. */
export function isWholeOfFolder(path: string): boolean {
  const parts = path.split('/');
  const folder = parts.at(-2);
  return folder !== undefined && readName(path).name === folder;
}

function readOne(name: string): NameFields {
  const dated = DATE.exec(name);
  const date = dated?.[1] && dateOf(dated[1].replaceAll('_', '-'));
  let rest = date ? name.slice(dated[0].length) : name;
  if (!date) rest = rest.replace(MONTH, '');
  const numbered =
    date || rest === name || /^0|^\d{3}/.test(rest)
      ? (BARE.exec(rest) ?? PREFIXED.exec(rest) ?? WORDED.exec(rest))
      : undefined;
  return {
    name,
    number: numbered?.[1],
    date: date || undefined,
    slug: numbered ? rest.slice(numbered[0].length) : rest,
  };
}

/** A record number as numbers are compared: `0012a` and `12A` are one. */
export function comparableNumber(number: string): string {
  return number.toLowerCase().replace(/^0+(?=\d)/, '');
}
