import {
  type AdrRecord,
  type Life,
  latestEvents,
  newestFirst,
  shortTitle,
  shownName,
} from 'docket/records';
import { generateAtomFeed, generateRssFeed } from 'feedsmith';
import type { SiteModel } from '../site/model.ts';
import type { Translate } from '../words/say.ts';
import { absolute } from './api.ts';
import { escapeHtml } from './escape-html.ts';
import { localeOf } from './locale.ts';
import { nameBasedId } from './name-based-id.ts';
import { recordUrl, withBase } from './urls.ts';

/** The feeds of a site. */
export const FEEDS = {
  decisions: { title: 'docket.feed.decisions', description: 'docket.feed.decisionsDescription' },
  statuses: {
    title: 'docket.feed.statuses',
    description: 'docket.feed.statusesDescription',
  },
} as const;

/** The name of a feed. */
export type FeedName = keyof typeof FEEDS;

/** The formats of a feed, with their media types. */
export const FEED_FORMATS = {
  atom: 'application/atom+xml',
  rss: 'application/rss+xml',
} as const;

/** The format of a feed. */
export type FeedFormat = keyof typeof FEED_FORMATS;

/** The most entries of a feed. */
export const MOST_ENTRIES = 50;

interface Entry {
  /** What makes it the same entry in the next build. */
  readonly key: string;
  readonly title: string;
  readonly text: string;
  readonly address: string;
  readonly day: string;
  readonly tags: readonly string[];
}

/** What feeds are made from. */
export interface FeedContext extends Pick<SiteModel, 'corpus' | 'base' | 'name' | 't'> {
  readonly lives: readonly Life[];
  /** Public address of the site. Without it links start at the root of the host. */
  readonly site: URL | undefined;
  /** Folder of a feed of one of several logs, with a slash at its end. */
  readonly folder?: string;
}

/** Where a feed stands below the base. */
export function feedPath(name: FeedName, format: FeedFormat, folder = ''): string {
  return `${folder}feeds/${name}.${format}.xml`;
}

/** The address of a feed. */
export function feedUrl(base: string, name: FeedName, format: FeedFormat): string {
  return withBase(base, feedPath(name, format));
}

/** A feed as XML, the latest entry first. Decisions without a date have no place in it. */
export function feedXml(context: FeedContext, name: FeedName, format: FeedFormat): string {
  const entries = (name === 'decisions' ? decisionEntries : statusEntries)(context);
  const { t } = context;
  const title = t('docket.feed.titleOf', { name: context.name, feed: t(FEEDS[name].title) });
  const description = t(FEEDS[name].description);
  const home = absolute(context.site, context.base);
  const { folder = '' } = context;
  const self = absolute(context.site, withBase(context.base, feedPath(name, format, folder)));
  const latest = instant(entries[0]?.day ?? '1970-01-01');
  if (format === 'rss') {
    return generateRssFeed({
      title,
      description,
      link: home,
      language: localeOf(t.lang),
      lastBuildDate: latest,
      atom: { links: [{ href: self, rel: 'self', type: FEED_FORMATS.rss }] },
      items: entries.map((entry) => ({
        // Readers show both as HTML; a title is given as text by others, which must not see more than it needs.
        title: entry.title.replaceAll('<', '&lt;'),
        link: entry.address,
        description: escapeHtml(entry.text),
        pubDate: instant(entry.day),
        guid: { value: uuid(entry.key), isPermaLink: false },
        categories: entry.tags.map((tag) => ({ name: tag })),
      })),
    });
  }
  return generateAtomFeed({
    id: uuid(`feed ${folder}${name}`),
    title: { value: title },
    subtitle: { value: description },
    updated: latest,
    authors: [{ name: context.name }],
    links: [
      { href: home, rel: 'alternate', type: 'text/html' },
      { href: self, rel: 'self', type: FEED_FORMATS.atom },
    ],
    entries: entries.map((entry) => ({
      id: uuid(entry.key),
      title: { value: entry.title },
      updated: instant(entry.day),
      published: instant(entry.day),
      links: [{ href: entry.address, rel: 'alternate', type: 'text/html' }],
      categories: entry.tags.map((tag) => ({ term: tag })),
      summary: { value: entry.text },
    })),
  });
}

function decisionEntries({ corpus, base, site, t }: FeedContext): Entry[] {
  return newestFirst(corpus.adrs)
    .filter(({ fields: { date } }) => date.value !== undefined)
    .slice(0, MOST_ENTRIES)
    .map((adr) => ({
      ...entryOf(t, adr, base, site),
      key: adr.path,
      title: `${shownName(adr)}: ${shortTitle(adr)}`,
      day: adr.fields.date.value ?? '',
    }));
}

function statusEntries({ lives, base, site, t }: FeedContext): Entry[] {
  return latestEvents(lives)
    .slice(0, MOST_ENTRIES)
    .map(({ record, status, day }) => ({
      ...entryOf(t, record, base, site),
      key: `${record.path} ${status}`,
      title: `${status}: ${shownName(record)}, ${shortTitle(record)}`,
      day,
    }));
}

function entryOf(
  t: Translate,
  adr: AdrRecord,
  base: string,
  site: URL | undefined,
): Pick<Entry, 'text' | 'address' | 'tags'> {
  const description = adr.fields.description.value;
  const status = adr.fields.status.value;
  const tags = adr.fields.tags.value;
  return {
    text: [description, status && t('docket.feed.status', { status })].filter(Boolean).join(' '),
    address: absolute(site, recordUrl(base, adr)),
    tags: tags ?? [],
  };
}

function instant(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

function uuid(key: string): string {
  return `urn:uuid:${nameBasedId(key)}`;
}
