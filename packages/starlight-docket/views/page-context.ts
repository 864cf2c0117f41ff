import { type Corpus, type DocketRecord, layoutOfPath, perObject } from 'docket/records';
import type { SiteModel } from '../site/model.ts';
import { heldBy } from './held.ts';
import { sameLog } from './log.ts';
import { neighboursOf } from './neighbours.ts';
import type { Held } from './parts.ts';
import { type Qualified, qualifiedStatuses } from './qualified.ts';
import { type RecordRef, refTo } from './record-ref.ts';
import { type RecordView, viewOf } from './record-view.ts';
import { type SpecHere, specAt } from './specs/site-specs.ts';
import { isHeldBack } from './unread.ts';
import { belowBase, recordSlug } from './urls.ts';

/** What the components of a page know, as `Astro.locals.docket`. */
export interface PageContext extends SiteModel {
  /** Path of the page below the base, with a slash at each end. */
  readonly pathname: string;
  readonly isHome: boolean;
  /** Whether the page is Docket's, and not one that the site has of its own. */
  readonly isDocket: boolean;
  /** What the site has of that which not every site has. */
  readonly held: Held;
  /** Whether the page is one wide sheet, without a sidebar on large screens. */
  readonly isWide: boolean;
  /** The record the page is about. */
  readonly record: DocketRecord | undefined;
  readonly view: RecordView | undefined;
  /** The specification of another tool that the page is about. */
  readonly spec: SpecHere | undefined;
  /** The file of that record, or the one that is a record by its place and could not be read. */
  readonly file: string | undefined;
  /** Whether the page tells what the linter found: while people work on records, and where there is nothing else to show. */
  readonly tellsFindings: boolean;
  readonly qualified: Qualified;
  /** Neighbours by number. */
  readonly previous: RecordRef | undefined;
  readonly next: RecordRef | undefined;
  /** What the search calls a page that is no record. */
  readonly kindFilter: string | undefined;
}

/**
 * Makes the context of a page.
 * @param path path of the page, the base included
 * @param isDocket whether a route of Docket makes it
 */
export function pageContext(model: SiteModel, path: string, isDocket = true): PageContext {
  const slug = belowBase(model.base, path).replace(/\/+$/, '');
  const record = isDocket ? recordsBySlug(model.corpus).get(slug) : undefined;
  const unread = isDocket ? model.unread.find((file) => file.slug === slug) : undefined;
  const spec = isDocket ? specAt(model.specs, slug) : undefined;
  const { corpus, base, t } = model;
  const kind = KINDS.find(([folder]) => slug.startsWith(folder))?.[1];
  const siblings: readonly DocketRecord[] =
    record?.kind === 'adr'
      ? sameLog(corpus, record)
      : record?.kind === 'spec'
        ? corpus.specs
        : corpus.provenances;
  const neighbours = record && neighboursOf(siblings, record, 0);
  return {
    ...model,
    pathname: slug === '' ? '/' : `/${slug}/`,
    isHome: isDocket && slug === '',
    isDocket,
    held: heldBy(model),
    isWide:
      isDocket && (WIDE.has(slug) || WIDE_FOLDERS.test(slug) || (spec && !spec.page) === true),
    record,
    view: record && viewOf(model, record),
    spec,
    qualified: qualifiedStatuses(model),
    file: record?.path ?? unread?.path,
    tellsFindings:
      (model.isDevelopment && (isDocket || model.look === 'docket')) ||
      unread !== undefined ||
      (record !== undefined &&
        isHeldBack(record, model.findings, layoutOfPath(model.corpus.layout, record.path))),
    previous: neighbours?.previous && refTo(base, neighbours.previous),
    next: neighbours?.next && refTo(base, neighbours.next),
    kindFilter:
      (kind && t(kind)) ??
      model.ownPages.find(({ links }) => links.some((link) => link.path === `/${slug}/`))?.label,
  };
}

const WIDE: ReadonlySet<string> = new Set(['', 'log', 'tags', 'print', 'since', 'due']);
const WIDE_FOLDERS =
  /^(?:log\/\d+$|(?:trace|findings|agent-decisions|graph|(?:[^/]+\/)?timeline)(?:\/|$))/;

const KINDS = [
  ['guides/', 'docket.search.kindGuide'],
  ['specs/', 'docket.kind.specification'],
  ['reference/', 'docket.search.kindReference'],
  ['log', 'docket.search.kindList'],
  ['trace', 'docket.search.kindList'],
  ['findings', 'docket.search.kindList'],
  ['agent-decisions', 'docket.search.kindList'],
  ['tags', 'docket.search.kindList'],
  ['graph', 'docket.search.kindList'],
  ['due', 'docket.search.kindList'],
] as const;

const recordsBySlug = perObject(
  ({ records }: Corpus) => new Map(records.map((record) => [recordSlug(record), record])),
);
