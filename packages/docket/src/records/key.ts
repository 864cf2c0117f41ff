import { comparableNumber, readName } from './dialects/file-name.ts';
import { logNameOf } from './discovery/log-names.ts';
import { LAYOUT, type Layout, LOG_ID, placeOf, type RecordKind } from './layout.ts';

/*
 * What records are called: how a name is written, and how one is read wherever people write it. Nobody else knows the
 * form of a name.
 */

/** What a record is called by. Two records may have one number; their paths tell them apart. */
export interface RecordKey {
  /** Name of the log it belongs to; empty in a repository with one, and for its main log. */
  readonly log: string;
  readonly kind: RecordKind;
  /** As the file name writes it, perhaps with a letter: `018`, `0003a`; absent where the name has none. */
  readonly number?: string;
  /** What the file name says besides the number; all of it where there is none. */
  readonly slug: string;
}

/** The key that the path of a file gives a record. */
export function keyOfPath(kind: RecordKind, path: string, layout: Layout = LAYOUT): RecordKey {
  const { logs } = layout[kind];
  if (logs) {
    const { number, slug } = readName(path);
    return { log: logNameOf(logs, path), kind, slug, ...(number === undefined ? {} : { number }) };
  }
  const fileName = path.slice(path.lastIndexOf('/') + 1);
  const log = placeOf(layout[kind], path)?.name ?? '';
  const [, number, slug = ''] = layout[kind].fileName.exec(fileName) ?? [];
  if (number === undefined) return { log, kind, slug: fileName.replace(/\.md$/, '') };
  return { log, kind, number, slug };
}

const ID_PREFIX: Readonly<Record<RecordKind, string>> = {
  adr: 'ADR',
  spec: 'SPEC',
  provenance: 'PROVENANCE',
};
const TITLE_PREFIX: Readonly<Record<RecordKind, string>> = {
  adr: 'ADR-',
  spec: 'Spec ',
  provenance: 'Provenance ',
};

/** The id by which records name each other: `ADR-018`, `SPEC-0000`, `PROVENANCE-0000`. */
export function recordId(kind: RecordKind, number: string): string {
  return `${ID_PREFIX[kind]}-${number}`;
}

/** The id of a record with the log it belongs to, where a repository has several: `payments/ADR-018`. */
export function nameInLog({ id, key }: { readonly id: string; readonly key: RecordKey }): string {
  return key.log === '' || key.number === undefined ? id : `${key.log}/${id}`;
}

/** The name of a record in a title or a sentence: `ADR-018`, `Spec 0000`. */
export function titleName(kind: RecordKind, number: string): string {
  return `${TITLE_PREFIX[kind]}${number}`;
}

/** A number with its kind; no kind where only digits were written. */
export interface NamedNumber {
  readonly kind: RecordKind | undefined;
  readonly number: string;
}

/** Reads an id such as `ADR-018`; `undefined` for anything else. */
export function readId(id: string): Required<NamedNumber> | undefined {
  const [, prefix, number] = /^([A-Z]+)-(\d+[a-z]?)$/.exec(id) ?? [];
  const kind = (Object.keys(ID_PREFIX) as RecordKind[]).find((one) => ID_PREFIX[one] === prefix);
  return kind === undefined || number === undefined ? undefined : { kind, number };
}

/** The name of a record in a sentence, by its id: `Spec 0001` for `SPEC-0001`. */
export function nameOfId(id: string): string {
  const named = readId(id);
  return named?.kind ? titleName(named.kind, named.number) : id;
}

/** Reads a whole name as somebody types it: `ADR-007`, `adr 7`, `Spec 0003a`, `7`. Leading zeros are dropped. */
export function readTypedName(text: string): NamedNumber | undefined {
  const [, prefix, number] = /^(?:(adr|spec)[- ]?)?0*(\d+[a-z]?)$/i.exec(text) ?? [];
  if (number === undefined) return undefined;
  const kind = prefix?.toLowerCase() as 'adr' | 'spec' | undefined;
  return { kind, number: number.toLowerCase() };
}

const OPENING_NAME = /^(?:ADR-|Spec )(\d+[a-z]?)\s*[:—–]\s*/i;

/** The number of the name that opens a title: `018` in `ADR-018: Secrets`; `undefined` where none does. */
export function numberInTitle(title: string): string | undefined {
  return OPENING_NAME.exec(title)?.[1];
}

/** A title without the name that opens it. */
export function withoutName(title: string): string {
  return title.replace(OPENING_NAME, '');
}

/** The number in the title of a provenance record, or the template's `NNNN`; `undefined` in one of another form. */
export function numberInProvenanceTitle(title: string): string | undefined {
  return /^Provenance: Spec (\d+[a-z]?|NNNN)\b/i.exec(title)?.[1];
}

/** A title without anything at its start that looks like a name in another form: `ADR 18 - Secrets`. */
export function withoutLikelyName(title: string): string {
  return title.replace(/^(?:ADR|Spec)[- ]?\d*[a-z]?[:\s-]*/i, '');
}

// Not inside a path or a longer name, such as `docs/adr/adr-018-secret-management.md`.
const MENTION = new RegExp(
  `(?<![\\w./-])(?:(?:(${LOG_ID.source})/)?(?:ADR)[- ](\\d{3,})|(?:Spec)[- ](\\d{4,}[a-z]?))(?![\\w/]|-\\w)`,
  'gi',
);

/** A place in a text that names a record by its number. */
export interface FoundMention {
  /** Without the log: `ADR-017`. */
  readonly id: string;
  /** The log before it, as written: `payments` of `payments/ADR-012`; that of who speaks where there is none. */
  readonly log?: string;
  readonly text: string;
  /** Counts UTF-16 units from the start of the text. */
  readonly index: number;
}

/**
 * Finds the records that a plain text names by number, in order.
 * @param words by which logs of the repository call their records besides `ADR`, as `ownWords` gives them
 */
export function findMentions(text: string, words: readonly string[] = []): FoundMention[] {
  // Most texts hold no number at all, and the pattern is dear.
  if (!/\d{3}/.test(text)) return [];
  const own = words.length > 0 ? findOwn(text, words) : [];
  const usual = [...text.matchAll(MENTION)].map((match): FoundMention => {
    const [whole, log, adr, spec = ''] = match;
    return {
      id: adr ? recordId('adr', adr) : recordId('spec', spec.toLowerCase()),
      ...(log !== undefined && { log: log.toLowerCase() }),
      text: whole,
      index: match.index,
    };
  });
  const isFree = ({ index, text: whole }: FoundMention) =>
    own.every((one) => index + whole.length <= one.index || index >= one.index + one.text.length);
  return [...usual.filter(isFree), ...own].sort((a, b) => a.index - b.index);
}

function findOwn(text: string, words: readonly string[]): FoundMention[] {
  const either = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  const pattern = new RegExp(
    `(?<![\\w./-])(?:(${LOG_ID.source})/)?(${either})[-_ ]?(\\d{3,6}[a-z]?)(?![\\w/]|[-.]\\w)`,
    'gi',
  );
  return [...text.matchAll(pattern)].map(
    ({ 0: whole, 1: log, 2: word = '', 3: number = '', index }) => ({
      id: `${word.toUpperCase()}-${comparableNumber(number)}`,
      ...(log !== undefined && { log: log.toLowerCase() }),
      text: whole,
      index,
    }),
  );
}

/** An id with its log, as a relation names it: `payments/ADR-012` or `ADR-017`. */
export function readIdInLog(written: string): { readonly id: string; readonly log?: string } {
  const at = written.lastIndexOf('/');
  return at < 0 ? { id: written } : { id: written.slice(at + 1), log: written.slice(0, at) };
}

/** A text cut before and after each name of a record in it; every second part is a name. */
export function splitAtNames(text: string): string[] {
  return text.split(/(\b(?:ADR-|Spec )\d+[a-z]?)/);
}
