import type { Corpus } from './corpus.ts';
import { HelpfulError } from './helpful-error.ts';
import { nameInLog, readTypedName } from './key.ts';
import { nearest } from './nearest.ts';
import type { AdrRecord, DocketRecord } from './record.ts';
import { shownName } from './shown-name.ts';

/** Somebody names a record that is not there, or several. */
export class RecordNameError extends HelpfulError {
  override readonly name = 'RecordNameError';
}

/**
 * The decision that somebody names: `ADR-007`, `adr-7`, `7`, a file name or a path.
 * @throws {RecordNameError} where there is none, or more than one
 */
export function findAdr(corpus: Corpus, name: string): AdrRecord {
  const found = corpus.adrs.filter((adr) => isNamed(adr, name));
  const [adr] = found;
  if (adr && found.length === 1) return adr;
  if (adr) {
    throw new RecordNameError(
      `\`${name}\` names ${found.length} records`,
      `give the path of one: ${found.map(({ path }) => path).join(', ')}`,
    );
  }
  const names = corpus.adrs.flatMap((record) => [shownName(record), record.name]);
  // The nearest number is seldom the one that was meant.
  const meant = readTypedName(name) ? undefined : nearest(name, names);
  throw new RecordNameError(
    `There is no decision \`${name}\`; give one such as \`${exampleName(corpus)}\``,
    meant ? `did you mean \`${meant}\`?` : '`docket list` shows them all',
  );
}

function exampleName({ adrs }: Corpus): string {
  const last = adrs.at(-1);
  return last ? shownName(last) : 'ADR-001';
}

/**
 * The records that a text outside all logs may mean by an id, however many zeros their numbers have. More than one
 * where several logs have the number.
 */
export function citedRecords(
  corpus: Corpus,
  { id, log }: { readonly id: string; readonly log?: string | undefined },
): readonly DocketRecord[] {
  const found = corpus.cited(id, log);
  if (found.length > 0) return found;
  const candidates = id.startsWith('ADR') ? corpus.adrs : corpus.specs;
  return candidates.filter(
    (one) => isNamed(one, id) && (log === undefined || one.key.log.toLowerCase() === log),
  );
}

/** The decision that such a text means; of several logs that have the number, the main one's. */
export function citedAdr(
  corpus: Corpus,
  citation: { readonly id: string; readonly log?: string | undefined },
): AdrRecord | undefined {
  const found = citedRecords(corpus, citation);
  const one = found.length > 1 ? corpus.adr(citation.id) : found[0];
  return one?.kind === 'adr' ? one : undefined;
}

/** Whether a record goes by a name as somebody may type it. */
export function isNamed(record: DocketRecord, name: string): boolean {
  const { id, number, path, name: file } = record;
  // Shells of Windows complete paths with backslashes.
  const typed = name.replaceAll('\\', '/').replace(/^\.\//, '');
  if (typed === path || typed === file || typed === `${file}.md`) return true;
  if (typed.toUpperCase() === id || path.endsWith(`/${typed}`)) return true;
  const names = [nameInLog(record), shownName(record)].map((one) => one.toLowerCase());
  if (names.includes(typed.toLowerCase())) return true;
  const named = readTypedName(typed);
  if (!named || number === undefined) return false;
  return (named.kind ?? 'adr') === record.kind && number.replace(/^0+(?=\d)/, '') === named.number;
}
