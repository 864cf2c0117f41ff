import {
  type AddressOf,
  type Corpus,
  type DocketRecord,
  perObject,
  type WireGraph,
  type WireRecordFile,
  type WireRecords,
  wireGraph,
  wireRatification,
  wireRecordFile,
  wireRecords,
} from 'docket/records';
import type { SiteModel } from '../site/model.ts';
import { logSlug, recordUrl, textUrl } from './urls.ts';

/** The part of the site model that the API is made from. */
export type ApiContext = Pick<SiteModel, 'corpus' | 'base'> &
  Partial<Pick<SiteModel, 'ratifications'>>;

/**
 * Makes an address absolute.
 * @param site public address of the site, as Astro gives it; without one the address stays as it is
 */
export function absolute(site: URL | undefined, address: string): string {
  return site ? new URL(address, site).href : address;
}

/**
 * The records by their names in the API: the id, or the file name where a record has no number or another of its log
 * has its id already; below a folder for each log but the main one.
 */
export function apiRecords({
  corpus,
}: Pick<ApiContext, 'corpus'>): ReadonlyMap<string, DocketRecord> {
  return recordsByName(corpus);
}

const recordsByName = perObject(({ records, named }: Corpus) => {
  const nameOf = (record: DocketRecord) => {
    const isFirst = record.number !== undefined && named(record.id, record) === record;
    const { log } = record.key;
    return `${log && `${logSlug(log)}/`}${isFirst ? record.id : record.address}`;
  };
  return new Map(records.map((record) => [nameOf(record), record]));
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

function addressOf({ base, ratifications }: ApiContext, site: URL | undefined): AddressOf {
  return (record) => ({
    url: absolute(site, recordUrl(base, record)),
    ...(ratifications && wireRatification(record, ratifications)),
    ...(record.document.format === 'markdown' && {
      markdownUrl: absolute(site, textUrl(base, record)),
    }),
  });
}
