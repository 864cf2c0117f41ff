import {
  addressOfName,
  type Corpus,
  type DocketRecord,
  homeOfPath,
  keyOfPath,
  kindOfPath,
  layoutOfPath,
} from 'docket/records';
import type { SiteHistory } from './history/read-histories.ts';
import { type RecordRef, refTo } from './record-ref.ts';
import { kindSlug, recordSlug } from './urls.ts';

/** An address that leads to a record's page at another one. */
export interface Redirect {
  /** Below the base, without slashes round it: `adr/018`, or where the page stood before the record was moved. */
  readonly path: string;
  readonly target: RecordRef;
}

/**
 * The short address of every numbered record, and the addresses that records had before they were renamed or moved to
 * another log. Where several claim one, it leads to the first, and never away from a page.
 * @param files what Git tells of the past of the records
 */
export function redirectsOf(
  corpus: Corpus,
  base: string,
  files: SiteHistory['files'] = new Map(),
): Redirect[] {
  const redirects = new Map<string, Redirect>();
  const pages = new Set(
    corpus.records.map(recordSlug).flatMap((page) => [page, `history/${page}`]),
  );
  const add = (path: string, record: DocketRecord): void => {
    if (!redirects.has(path) && !pages.has(path))
      redirects.set(path, { path, target: refTo(base, record) });
  };
  for (const record of corpus.records) {
    if (record.number !== undefined) add(`${kindSlug(record.key)}/${record.number}`, record);
  }
  for (const record of corpus.records) {
    const paths = files.get(record.path)?.revisions.map(({ path }) => path) ?? [];
    for (const path of new Set(paths)) {
      for (const former of addressesAt(path, corpus, record)) add(former, record);
    }
  }
  return [...redirects.values()];
}

/** The addresses of a record whose file stands at a path: of its page, its short one, and that of its history. */
function addressesAt(path: string, corpus: Corpus, record: DocketRecord): string[] {
  const isOther = homeOfPath(corpus.layout, record.path) !== undefined;
  const layout = layoutOfPath(corpus.layout, record.path);
  const kind = kindOfPath(path, layout);
  if (kind === undefined) return [];
  const own = keyOfPath(kind, path, layout);
  // Which log of another repository it was in then has no name here.
  const key = isOther ? { ...own, log: record.key.log } : own;
  const folder = kindSlug(key);
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
  const page = `${folder}/${addressOfName(kind, name)}`;
  return [
    page,
    `history/${page}`,
    ...(key.number === undefined ? [] : [`${folder}/${key.number}`]),
  ];
}
