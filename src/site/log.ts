import type { Corpus } from '../records/corpus.ts';
import { newestFirst, tagIndex } from '../records/query.ts';
import type { AdrRecord } from '../records/record.ts';
import { STATUSES, type Status } from '../records/status.ts';
import { type RecordRef, refTo } from './record-ref.ts';

/** A decision as lists show it. */
export interface DecisionRow {
  readonly ref: RecordRef;
  readonly description: string | undefined;
  readonly date: string | undefined;
  readonly tags: readonly string[];
  readonly spec: RecordRef | undefined;
  readonly executions: readonly RecordRef[];
}

/** The decision log, with what it can be filtered by. */
export interface Log {
  /** By number, the highest first. */
  readonly rows: readonly DecisionRow[];
  /** Statuses in use, in the order of the life cycle. */
  readonly statuses: readonly { readonly status: Status; readonly count: number }[];
  /** Tags in use, by name. */
  readonly tags: readonly { readonly tag: string; readonly count: number }[];
}

/** All decisions of a repository. */
export function logOf(corpus: Corpus, base: string): Log {
  return {
    rows: [...corpus.adrs].reverse().map((adr) => decisionRow(corpus, base, adr)),
    statuses: STATUSES.map((status) => ({
      status,
      count: corpus.adrs.filter((adr) => adr.metadata.status === status).length,
    })).filter((entry) => entry.count > 0),
    tags: [...tagIndex(corpus.adrs)].map(([tag, adrs]) => ({ tag, count: adrs.length })),
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

function decisionRow(corpus: Corpus, base: string, adr: AdrRecord): DecisionRow {
  const spec = corpus.specOf(adr);
  return {
    ref: refTo(base, adr),
    description: adr.metadata.description,
    date: adr.metadata.date,
    tags: adr.metadata.tags ?? [],
    spec: spec && refTo(base, spec),
    executions: corpus.provenanceOf(adr).map((record) => refTo(base, record)),
  };
}
