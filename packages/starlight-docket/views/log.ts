import {
  type AdrRecord,
  type Corpus,
  type DocketRecord,
  type FacetCounts,
  type LogEntry,
  type Log as LogTitle,
  logsOf,
  NO_KNOWN_STATUS,
  newestFirst,
  perObject,
  STATUSES,
  type Status,
  selectLog,
  tagIndex,
  WHOLE_LOG,
} from 'docket/records';
import { type RecordRef, refTo } from './record-ref.ts';

/** A decision as lists show it. */
export interface DecisionRow {
  readonly ref: RecordRef;
  /** Title of its log, where there are several. */
  readonly log: string | undefined;
  readonly description: string | undefined;
  readonly date: string | undefined;
  readonly tags: readonly string[];
  readonly makers: readonly string[];
  readonly spec: RecordRef | undefined;
  readonly executions: readonly RecordRef[];
}

/** A value that decisions can be filtered by, and how many have it. */
export interface Choice {
  readonly value: string;
  readonly count: number;
}

/** A status that decisions can be filtered by, and how many have it. */
export interface StatusChoice {
  readonly status: Status | undefined;
  /** As the address of the log says it. */
  readonly value: string;
  /** Of its mark and its colours. */
  readonly name: string;
  readonly count: number;
}

/** The decision log, with what it can be filtered by. */
export interface Log {
  /** By number, the highest first; the newest first where no decision has a number. */
  readonly rows: readonly DecisionRow[];
  /** Statuses in use, in the order of the life cycle; what has none that is known comes last. */
  readonly statuses: readonly StatusChoice[];
  /** Tags in use, by name. */
  readonly tags: readonly Choice[];
  /** Decision makers, by name. */
  readonly makers: readonly Choice[];
  /** Years of decisions, the latest first. */
  readonly years: readonly Choice[];
  /** Logs by their titles; empty where there is only one. */
  readonly logs: readonly Choice[];
}

const logs = new WeakMap<Corpus, Map<string, Log>>();

/** All decisions of a repository; made once for each corpus. */
export function logOf(corpus: Corpus, base: string): Log {
  const known = logs.get(corpus) ?? new Map<string, Log>();
  logs.set(corpus, known);
  const log = known.get(base) ?? makeLog(corpus, base);
  known.set(base, log);
  return log;
}

function makeLog(corpus: Corpus, base: string): Log {
  const isNumbered = corpus.adrs.some(({ number }) => number !== undefined);
  const ordered = isNumbered ? corpus.adrs.toReversed() : newestFirst(corpus.adrs);
  const rows = ordered.map((adr) => decisionRow(corpus, base, adr));
  const { counts } = selectLog(rows.map(entryOf), WHOLE_LOG);
  return {
    rows,
    statuses: [...STATUSES, undefined]
      .map((status) => ({
        ...{ status, value: status ?? NO_KNOWN_STATUS, name: status?.toLowerCase() ?? 'unknown' },
        count: counts.status.get(status ?? NO_KNOWN_STATUS) ?? 0,
      }))
      .filter((entry) => entry.count > 0),
    tags: choices(counts, 'tag'),
    makers: choices(counts, 'maker'),
    years: choices(counts, 'year').reverse(),
    logs: logTitles(corpus).map(({ title, count }) => ({ value: title, count })),
  };
}

function choices(counts: FacetCounts, facet: keyof FacetCounts): Choice[] {
  return [...counts[facet]]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => (a.value < b.value ? -1 : 1));
}

/** What a row can be found by. */
export function entryOf(row: DecisionRow): LogEntry {
  const { ref, description = '', date = '', tags, makers, spec, log = '' } = row;
  const status = ref.status ?? '';
  return {
    number: ref.label,
    title: ref.title,
    status,
    date,
    tags,
    makers,
    log,
    text: [ref.label, ref.title, description, ref.statusWritten ?? status, date, log]
      .concat(tags, makers, spec?.label ?? '')
      .join(' ')
      .toLowerCase(),
  };
}

/** The newest decisions. */
export function latestDecisions(corpus: Corpus, base: string, count: number): DecisionRow[] {
  return newestFirst(corpus.adrs)
    .slice(0, count)
    .map((adr) => decisionRow(corpus, base, adr));
}

/** Every tag with its decisions in order. */
export function decisionsByTag(
  corpus: Corpus,
  base: string,
): ReadonlyMap<string, readonly DecisionRow[]> {
  return new Map(
    [...tagIndex(corpus.adrs)].map(([tag, adrs]) => [
      tag,
      adrs.map((adr) => decisionRow(corpus, base, adr)),
    ]),
  );
}

/** The logs of a site, where there are several. */
export const logTitles = perObject(({ adrs, layout }: Corpus): readonly LogTitle[] => {
  const found = logsOf(adrs, layout);
  return found.length > 1 ? found : [];
});

/** The decisions of a record's log, in the order of the corpus. */
export function sameLog(corpus: Corpus, { key }: Pick<DocketRecord, 'key'>): readonly AdrRecord[] {
  return logTitles(corpus).length === 0 ? corpus.adrs : (inLogs(corpus).get(key.log) ?? []);
}

const inLogs = perObject(({ adrs }: Corpus) => Map.groupBy(adrs, ({ key }) => key.log));

/** The title of the log that a record belongs to, where there are several. */
export function logTitleOf(corpus: Corpus, { key }: Pick<DocketRecord, 'key'>): string | undefined {
  return logTitles(corpus).find(({ name }) => name === key.log)?.title;
}

function decisionRow(corpus: Corpus, base: string, adr: AdrRecord): DecisionRow {
  const spec = corpus.specOf(adr);
  return {
    ref: refTo(base, adr),
    log: logTitleOf(corpus, adr),
    description: adr.fields.description.value,
    date: adr.fields.date.value,
    tags: adr.fields.tags.value ?? [],
    makers: adr.fields['decision-makers'].value ?? [],
    spec: spec && refTo(base, spec),
    executions: corpus.provenanceOf(adr).map((record) => refTo(base, record)),
  };
}
