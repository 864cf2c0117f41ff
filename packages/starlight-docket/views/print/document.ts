import {
  type Corpus,
  compareNumbers,
  type DocketRecord,
  type Severity,
  STATUSES,
  type Status,
} from 'docket/records';
import type { SiteModel } from '../../site/model.ts';
import type { Translate } from '../../words/say.ts';
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
    { title: t('docket.print.decisions'), records: corpus.adrs },
    { title: t('docket.print.specs'), records: corpus.specs },
    { title: t('docket.print.provenance'), records: corpus.provenances },
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
    [t('docket.print.records'), recordCounts(t, corpus)],
    ...(corpus.adrs.length > 0
      ? [[t('docket.print.decisions'), numbersOf(t, corpus)] as const]
      : []),
    ...(first && last
      ? [
          [
            t('docket.print.period'),
            t('docket.print.span', {
              first: formatDay(first, t.lang),
              last: formatDay(last, t.lang),
            }),
          ] as const,
        ]
      : []),
    [
      t('docket.print.checked'),
      t('docket.print.against', { count: rules.length, findings: findingCounts(t, findings) }),
    ],
    ...(repository ? [[t('docket.print.source'), repository] as const] : []),
  ];
  return facts;
}

function recordCounts(t: Translate, { adrs, specs, provenances }: Corpus): string {
  return [
    t('docket.log.count', { count: adrs.length }),
    t('docket.print.specCount', { count: specs.length }),
    t('docket.print.provenanceCount', { count: provenances.length }),
  ].join(', ');
}

function numbersOf(t: Translate, corpus: Corpus): string {
  const numbers = corpus.adrs
    .filter(({ number }) => number !== undefined)
    .sort((a, b) => compareNumbers(a.number, b.number));
  const [first, last] = [numbers[0]?.id, numbers.at(-1)?.id];
  if (first === undefined || last === undefined) return t('docket.print.noNumber');
  return first === last ? first : t('docket.print.span', { first, last });
}

function findingCounts(t: Translate, findings: readonly { readonly severity: Severity }[]): string {
  const of = (kind: Severity) => findings.filter(({ severity }) => severity === kind).length;
  const [errors, warnings] = [of('error'), of('warning')];
  return [
    errors === 0 ? t('docket.print.noError') : t('docket.lint.errors', { count: errors }),
    warnings === 0 ? t('docket.print.noWarning') : t('docket.lint.warnings', { count: warnings }),
  ].join(', ');
}
