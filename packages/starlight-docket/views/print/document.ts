import {
  type Corpus,
  compareNumbers,
  type DocketRecord,
  type Severity,
  STATUSES,
  type Status,
} from 'docket/records';
import type { SiteModel } from '../../site/model.ts';
import { formatDay } from '../dates.ts';
import { type RecordRef, refTo } from '../record-ref.ts';
import { recordSlug, recordUrl } from '../urls.ts';

/** A record as a part of the document. */
export interface DocumentEntry {
  readonly record: DocketRecord;
  readonly ref: RecordRef;
  readonly anchor: string;
  /** In words; absent where the record has no date. */
  readonly date: string | undefined;
}

/** All records of one kind. */
export interface DocumentPart {
  readonly title: string;
  readonly entries: readonly DocumentEntry[];
}

/** The whole log as one document. */
export interface LogDocument {
  readonly parts: readonly DocumentPart[];
  /** How many decisions have each status, in the order of the life cycle. */
  readonly statuses: readonly { readonly status: Status; readonly count: number }[];
  /** Lines of the cover: what they are called, and what they say. */
  readonly facts: readonly (readonly [label: string, text: string])[];
  /** The fragment of each part by the address of its page. */
  readonly anchors: ReadonlyMap<string, string>;
}

/** How many records the document may hold; a larger one is a burden to every build and to every browser. */
export const DOCUMENT_LIMIT = 300;

/** Puts the whole log together; `undefined` where it is larger than `limit`. */
export function documentOf(
  model: Pick<SiteModel, 'corpus' | 'base' | 'findings' | 'rules' | 'repository' | 't'>,
  limit: number,
): LogDocument | undefined {
  const { corpus, base, t } = model;
  if (corpus.records.length > limit) return undefined;
  const parts = [
    { title: 'Decisions', records: corpus.adrs },
    { title: 'Specifications', records: corpus.specs },
    { title: 'Provenance', records: corpus.provenances },
  ].map(({ title, records }) => ({
    title,
    entries: records.map((record) => ({
      record,
      ref: refTo(base, record),
      anchor: anchorOf(record),
      date: dateOf(record, t.lang),
    })),
  }));
  return {
    parts: parts.filter(({ entries }) => entries.length > 0),
    statuses: STATUSES.map((status) => ({
      status,
      count: corpus.adrs.filter((adr) => adr.fields.status.value === status).length,
    })).filter(({ count }) => count > 0),
    facts: factsOf(model),
    anchors: new Map(
      corpus.records.map((record) => [recordUrl(base, record), anchorOf(record)] as const),
    ),
  };
}

function anchorOf(record: DocketRecord): string {
  // An id holds no white space.
  return recordSlug(record).replaceAll('/', '--').replace(/\s/g, '-');
}

function dateOf(record: DocketRecord, lang: string): string | undefined {
  if (record.kind === 'provenance') {
    const executed = record.fields.executed.value;
    return executed && formatDay(executed.slice(0, 10), lang);
  }
  return record.fields.date.value === undefined
    ? undefined
    : formatDay(record.fields.date.value, lang);
}

function factsOf({
  corpus,
  findings,
  rules,
  repository,
  t,
}: Pick<SiteModel, 'corpus' | 'findings' | 'rules' | 'repository' | 't'>): LogDocument['facts'] {
  const dates = corpus.adrs.flatMap((adr) => adr.fields.date.value ?? []).sort();
  const [first, last] = [dates[0], dates.at(-1)];
  const facts: (readonly [string, string])[] = [
    ['Records', recordCounts(corpus)],
    ...(corpus.adrs.length > 0 ? [['Decisions', numbersOf(corpus)] as const] : []),
    ...(first && last
      ? [['Period', `${formatDay(first, t.lang)} to ${formatDay(last, t.lang)}`] as const]
      : []),
    ['Checked', `Against ${rules.length} rules: ${findingCounts(findings)}`],
    ...(repository ? [['Source', repository] as const] : []),
  ];
  return facts;
}

function recordCounts({ adrs, specs, provenances }: Corpus): string {
  return [
    count(adrs.length, 'decision'),
    count(specs.length, 'specification'),
    count(provenances.length, 'provenance record'),
  ].join(', ');
}

function numbersOf(corpus: Corpus): string {
  const numbers = corpus.adrs
    .filter(({ number }) => number !== undefined)
    .sort((a, b) => compareNumbers(a.number, b.number));
  const [first, last] = [numbers[0]?.id, numbers.at(-1)?.id];
  return first === last ? (first ?? 'None with a number') : `${first} to ${last}`;
}

function findingCounts(findings: readonly { readonly severity: Severity }[]): string {
  return (['error', 'warning'] as const)
    .map((kind) => {
      const number = findings.filter(({ severity }) => severity === kind).length;
      return number === 0 ? `no ${kind}` : count(number, kind);
    })
    .join(', ');
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
