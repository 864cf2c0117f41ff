import type { Corpus } from 'docket/records';
import { type RecordRef, refTo } from './record-ref.ts';
import { KIND_FOLDER, recordSlug } from './urls.ts';

/** A short address and the record it leads to. */
export interface Redirect {
  /** First part of both addresses: `adr`, `specs` or `provenance`. */
  readonly folder: string;
  /** The record's number as written, such as `018`. */
  readonly number: string;
  readonly target: RecordRef;
}

/** The short address of every numbered record; where several claim a number, it leads to the first. */
export function redirectsOf(corpus: Corpus, base: string): Redirect[] {
  const redirects = new Map<string, Redirect>();
  const pages = new Set(corpus.records.map(recordSlug));
  for (const record of corpus.records) {
    if (record.number === undefined) continue;
    const folder = KIND_FOLDER[record.kind];
    const key = `${folder}/${record.number}`;
    if (!redirects.has(key) && !pages.has(key))
      redirects.set(key, { folder, number: record.number, target: refTo(base, record) });
  }
  return [...redirects.values()];
}
