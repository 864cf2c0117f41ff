import type { Corpus } from '../records/corpus.ts';
import { findMentions, resolveUrl } from '../records/links.ts';
import { type DocketRecord, shortTitle } from '../records/record.ts';
import { isInForce } from '../records/status.ts';
import { recordUrl, sourceUrl, withBase } from './urls.ts';

/** What references are resolved against: the part of the site model they need. */
export interface ReferenceContext {
  readonly corpus: Corpus;
  readonly base: string;
  readonly repository: string | undefined;
}

/** A link to a record's page. */
export interface RecordLink {
  readonly url: string;
  /** Shown on hover: what the record is called and, where it no longer stands, its status. */
  readonly title: string;
  /** Whether the decision it leads to no longer stands. */
  readonly lapsed: boolean;
}

/** Where a link of a record leads on the site. */
export type LinkDestination =
  | { readonly kind: 'record'; readonly link: RecordLink }
  | { readonly kind: 'url'; readonly url: string }
  /** A file of the repository that has no page here. */
  | { readonly kind: 'file'; readonly path: string }
  /** Not an address the site can offer; rules say so. */
  | { readonly kind: 'none' };

/** A stretch of plain text, with the records it names. */
export type Segment =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'record'; readonly text: string; readonly link: RecordLink }
  /** A path, which leads to a page where it is a record's. */
  | { readonly kind: 'path'; readonly text: string; readonly link: RecordLink | undefined }
  /** Names a record that this repository does not hold. */
  | { readonly kind: 'missing'; readonly text: string; readonly hint: string };

/** The link to a record's page. */
export function linkTo(base: string, record: DocketRecord, fragment?: string): RecordLink {
  const status = record.kind === 'adr' ? record.metadata.status : undefined;
  const lapsed = status !== undefined && status !== 'Proposed' && !isInForce(status);
  const name = shortTitle(record);
  return {
    url: recordUrl(base, record, fragment),
    title: lapsed ? `${name} (${status.toLowerCase()})` : name,
    lapsed,
  };
}

/** Resolves an address written in the file `path` to one that works on the site. */
export function resolveLink(context: ReferenceContext, url: string, path: string): LinkDestination {
  const target = resolveUrl(url, path);
  switch (target.kind) {
    case 'external':
      return { kind: 'url', url: target.url };
    case 'site':
      return { kind: 'url', url: withBase(context.base, target.url) };
    case 'fragment':
      return { kind: 'url', url: `#${target.fragment}` };
    case 'file': {
      const record = context.corpus.byPath(target.path);
      const page = pageAt(context.base, target.path);
      if (page !== undefined) return { kind: 'url', url: withFragment(page, target.fragment) };
      if (record) return { kind: 'record', link: linkTo(context.base, record, target.fragment) };
      const source = sourceUrl(context.repository, target.path);
      if (source === undefined) return { kind: 'file', path: target.path };
      return { kind: 'url', url: withFragment(source, target.fragment) };
    }
    case 'outside':
    case 'invalid':
      return { kind: 'none' };
  }
}

const PAGE = /^src\/content\/docs\/(.*?)(?:\/?index)?\.mdx?$/;

/** The address of a hand-written page, by the path of its file. */
function pageAt(base: string, path: string): string | undefined {
  const slug = PAGE.exec(path)?.[1];
  return slug === undefined ? undefined : withBase(base, slug === '' ? '' : `${slug}/`);
}

function withFragment(url: string, fragment: string | undefined): string {
  return fragment === undefined ? url : `${url}#${fragment}`;
}

const PATH = /(?:[\w.-]+\/)+(?:[\w-][\w.-]*\w)?/g;

/**
 * Cuts a plain text at the records it names, by number or by path.
 * @param self the record that speaks; what names it stays without a link
 */
export function segmentsOf(
  context: ReferenceContext,
  text: string,
  self?: DocketRecord,
): Segment[] {
  const found: { index: number; segment: Segment }[] = [];
  for (const match of text.matchAll(PATH)) {
    const record = context.corpus.byPath(match[0]);
    const link = record && record !== self ? linkTo(context.base, record) : undefined;
    found.push({ index: match.index, segment: { kind: 'path', text: match[0], link } });
  }
  for (const mention of findMentions(text)) {
    if (self && mention.id === self.id) continue;
    const record = context.corpus.byId(mention.id);
    const segment: Segment = record
      ? { kind: 'record', text: mention.text, link: linkTo(context.base, record) }
      : { kind: 'missing', text: mention.text, hint: `${mention.text} is not in this repository` };
    found.push({ index: mention.index, segment });
  }

  const segments: Segment[] = [];
  let at = 0;
  for (const { index, segment } of found.sort((a, b) => a.index - b.index)) {
    if (index < at) continue;
    if (index > at) segments.push({ kind: 'text', text: text.slice(at, index) });
    segments.push(segment);
    at = index + segment.text.length;
  }
  if (at < text.length) segments.push({ kind: 'text', text: text.slice(at) });
  return segments;
}
