import {
  type Corpus,
  type DocketRecord,
  type FoundMention,
  fileOfUrl,
  fileOnWeb,
  findMentions,
  homeOfPath,
  isInForce,
  mounted,
  ownWords,
  repositoriesOf,
  resolveUrl,
  shortTitle,
} from 'docket/records';
import type { Translate } from '../words/say.ts';
import { fileUrl } from './home-of.ts';
import { mediaUrl } from './media.ts';
import type { SiteSpecs } from './specs/site-specs.ts';
import { belowBase, recordUrl, withBase, withFragment } from './urls.ts';

/** What references are resolved against: the part of the site model they need. */
export interface ReferenceContext {
  readonly t: Translate;
  readonly corpus: Corpus;
  /** Base path of Docket's pages, with a slash at each end. */
  readonly base: string;
  /** Base path of the site, where that is another: its hand-written pages stand below it. */
  readonly siteBase?: string | undefined;
  readonly repository: string | undefined;
  /** Paths of the site's own pages, where they are known: below its base, in small letters, no slashes at their ends. */
  readonly hostPages?: ReadonlySet<string> | undefined;
  /** Markdown files of the repository that are pages of the site, with their addresses below the base. */
  readonly pages?: { readonly byPath: ReadonlyMap<string, { readonly slug: string }> } | undefined;
  /** The specifications that other tools keep in the repository. */
  readonly specs?: SiteSpecs | undefined;
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
  const status = record.kind === 'adr' ? record.fields.status.value : undefined;
  const lapsed = status !== undefined && status !== 'Proposed' && !isInForce(status);
  const name = shortTitle(record);
  return {
    url: recordUrl(base, record, fragment),
    title: lapsed ? `${name} (${status.toLowerCase()})` : name,
    lapsed,
  };
}

/** Resolves an address that a record or page in the file `path` leads to, to one that works on the site. */
export function resolveLink(context: ReferenceContext, url: string, path: string): LinkDestination {
  const { corpus } = context;
  const target = resolveUrl(url, path);
  if (target.kind === 'external') {
    const onWeb = corpus.byPath(fileOnWeb(repositoriesOf(corpus.layout), url) ?? '');
    if (!onWeb) return { kind: 'url', url };
    const fragment = /#(.+)$/.exec(url)?.[1];
    return { kind: 'record', link: linkTo(context.base, onWeb, fragmentIn(onWeb, fragment)) };
  }
  if (target.kind === 'fragment') {
    const fragment = fragmentIn(corpus.byPath(path), target.fragment);
    return { kind: 'url', url: fragment === target.fragment ? url : `#${fragment}` };
  }
  const file = fileIn(corpus, url, path);
  const isKnown =
    target.kind === 'file' ||
    (file && (corpus.byPath(file.path) ?? corpus.surroundings.existing.has(file.path)));
  if (file && isKnown) return destinationOf(context, file);
  if (homeOfPath(corpus.layout, path)) return { kind: 'none' };
  const record = target.kind === 'site' ? recordOfNumber(corpus, url) : undefined;
  if (record) return { kind: 'record', link: linkTo(context.base, record) };
  return target.kind === 'site' && mayBePage(context, url)
    ? { kind: 'url', url: withBase(siteBaseOf(context), url) }
    : { kind: 'none' };
}

/** The file that an address in another file leads to, in the repository of that one alone. */
function fileIn({ layout }: Corpus, url: string, path: string): ReturnType<typeof fileOfUrl> {
  const other = homeOfPath(layout, path);
  const found = fileOfUrl(url, other?.path ?? path);
  return found && other ? { ...found, path: mounted(other.home, found.path) } : found;
}

/**
 * Whether this site may have a page at an address that starts with a slash. Records that were not written for it mostly
 * mean another site, or a file of the repository that is no longer there.
 */
function mayBePage({ corpus, hostPages }: ReferenceContext, url: string): boolean {
  if (!corpus.layout.adr.logs || !hostPages) return true;
  const path = belowBase('/', url.replace(/[?#].*$/, '')).replace(/\/+$/, '');
  return hostPages.has(path.toLowerCase());
}

/** The decision that an address such as `/adr/18` means, as other sites of decisions have them; only one may have it. */
function recordOfNumber({ adrs, layout }: Corpus, url: string): DocketRecord | undefined {
  const number = /^\/(?:[\w-]+\/)*adrs?\/0*(\d+)\/?(?:[?#].*)?$/i.exec(url)?.[1];
  if (number === undefined || !layout.adr.logs) return undefined;
  const found = adrs.filter((record) => record.number?.replace(/^0+(?=\d)/, '') === number);
  return found.length === 1 ? found[0] : undefined;
}

/** Resolves the address of a picture or a film that a record in the file `path` shows. */
export function resolveShown(
  context: ReferenceContext,
  url: string,
  path: string,
): Exclude<LinkDestination, { kind: 'record' }> {
  if (resolveUrl(url, path).kind === 'external') return { kind: 'url', url };
  const file = fileIn(context.corpus, url, path);
  if (!file) return { kind: 'none' };
  const held = mediaUrl(context, file.path);
  // The fragment stays: on GitHub `#gh-dark-mode-only` says when the image is shown.
  return held === undefined
    ? { kind: 'file', path: file.path }
    : { kind: 'url', url: withFragment(held, file.fragment) };
}

function destinationOf(
  context: ReferenceContext,
  { path, fragment }: { readonly path: string; readonly fragment: string | undefined },
): LinkDestination {
  const own = context.pages?.byPath.get(path) ?? context.specs?.byPath.get(path);
  const page = own ? withBase(context.base, `${own.slug}/`) : pageAt(siteBaseOf(context), path);
  if (page !== undefined) return { kind: 'url', url: withFragment(page, fragment) };
  const { corpus } = context;
  // The page that another generator made of a record stands for it.
  const record = corpus.byPath(path) ?? corpus.byPath(path.replace(/\.html?$/i, '.md'));
  if (record) {
    return { kind: 'record', link: linkTo(context.base, record, fragmentIn(record, fragment)) };
  }
  const source = fileUrl(context, path) ?? mediaUrl(context, path);
  if (source === undefined) return { kind: 'file', path };
  return { kind: 'url', url: withFragment(source, fragment) };
}

/** A fragment as the page of a record has it: GitHub finds a heading in any letter case, a browser in its own alone. */
function fragmentIn<F extends string | undefined>(
  record: DocketRecord | undefined,
  fragment: F,
): F {
  const slugs = record?.outline.slugs;
  if (fragment === undefined || !slugs || slugs.has(fragment)) return fragment;
  const lower = fragment.toLowerCase() as F & string;
  return slugs.has(lower) ? lower : fragment;
}

function siteBaseOf({ base, siteBase = base }: ReferenceContext): string {
  return siteBase;
}

const PAGE = /^src\/content\/docs\/(.*?)(?:\/?index)?\.mdx?$/;

/** The address of a hand-written page, by the path of its file. */
function pageAt(base: string, path: string): string | undefined {
  const slug = PAGE.exec(path)?.[1];
  return slug === undefined ? undefined : withBase(base, slug === '' ? '' : `${slug}/`);
}

// It begins where no word goes on: else each letter of a long word would be tried as the first one.
const PATH = /(?<![\w.-])(?:[\w.-]+\/)+(?:[\w-][\w.-]*\w)?/g;

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
  const { logs } = context.corpus.layout.adr;
  for (const mention of findMentions(text, logs && ownWords(logs))) {
    const record = recordNamed(context.corpus, mention, self);
    // `RFC 7231` is a record of the log only where that has it.
    if (!record && !/^(?:ADR|SPEC)-/.test(mention.id)) continue;
    // What stands before the id may be no log, or one that nobody here knows.
    const isUnknown = !record && mention.log !== undefined && !context.corpus.isLog(mention.log);
    if (isUnknown || (self && (record === self || (!record && mention.id === self.id)))) continue;
    const segment: Segment = record
      ? { kind: 'record', text: mention.text, link: linkTo(context.base, record) }
      : {
          kind: 'missing',
          text: mention.text,
          hint: context.t('docket.text.missing', { record: mention.text }),
        };
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

/** The record that a mention means: where a hand-written page names one, the first of that id, or that of the log. */
function recordNamed(
  corpus: Corpus,
  { id, log }: FoundMention,
  self: DocketRecord | undefined,
): DocketRecord | undefined {
  if (self) return corpus.named(id, self, log);
  return log === undefined ? corpus.byId(id) : corpus.cited(id, log)[0];
}
