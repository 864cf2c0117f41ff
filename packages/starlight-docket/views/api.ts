import {
  type AddressOf,
  type Corpus,
  type DocketRecord,
  perObject,
  type WireGraph,
  type WireRecordFile,
  type WireRecords,
  wireGraph,
  wireRecordFile,
  wireRecords,
} from 'docket/records';
import type { SiteModel } from '../site/model.ts';
import { encodePath, recordUrl, textUrl, withBase } from './urls.ts';

/** The part of the site model that the API is made from. */
export type ApiContext = Pick<SiteModel, 'corpus' | 'base'>;

/**
 * Makes an address absolute.
 * @param site public address of the site, as Astro gives it; without one the address stays as it is
 */
export function absolute(site: URL | undefined, address: string): string {
  return site ? new URL(address, site).href : address;
}

/** The name of a record in the API: its id, or its file name where it has no number. */
export function apiName(record: DocketRecord): string {
  return record.number === undefined ? record.address : record.id;
}

/** The address of a record's JSON. */
export function apiUrl(base: string, record: DocketRecord): string {
  return withBase(base, `api/records/${encodePath(apiName(record))}.json`);
}

/** The records that have an address in the API: of several that claim one id the first. */
export function apiRecords({ corpus }: ApiContext): ReadonlyMap<string, DocketRecord> {
  return recordsByName(corpus);
}

const recordsByName = perObject(({ records }: Corpus) => {
  const named = new Map<string, DocketRecord>();
  for (const record of records) {
    if (!named.has(apiName(record))) named.set(apiName(record), record);
  }
  return named;
});

/** `/api/records.json`. */
export function recordsDocument(context: ApiContext, site: URL | undefined): WireRecords {
  return wireRecords(context.corpus.records, addressOf(context, site));
}

/** `/api/records/<id>.json`. */
export function recordDocument(
  context: ApiContext,
  record: DocketRecord,
  site: URL | undefined,
): WireRecordFile {
  return wireRecordFile(context.corpus, record, addressOf(context, site));
}

/** `/api/graph.json`. */
export function graphDocument(context: ApiContext, site: URL | undefined): WireGraph {
  return wireGraph(context.corpus, addressOf(context, site));
}

function addressOf({ base }: ApiContext, site: URL | undefined): AddressOf {
  return (record) => ({
    url: absolute(site, recordUrl(base, record)),
    ...(record.document.format === 'markdown' && {
      markdownUrl: absolute(site, textUrl(base, record)),
    }),
  });
}
