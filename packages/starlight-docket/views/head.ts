import { CARD_HEIGHT, CARD_WIDTH } from '../build/social/card-size.ts';
import { cardPath } from '../build/social/cards.ts';
import { absolute } from './api.ts';
import { FEED_FORMATS, FEEDS, type FeedFormat, type FeedName, feedUrl } from './feeds.ts';
import type { PageContext } from './page-context.ts';
import { recordUrl, textUrl, withBase } from './urls.ts';

/** An element of a page's head. */
export interface HeadElement {
  readonly tag: 'link' | 'meta' | 'script';
  readonly attrs: Readonly<Record<string, string>>;
  readonly content?: string;
}

/**
 * What programs find in the head of a page: the feeds, and for a record its text and what it is. Addresses are
 * absolute where the site knows its own.
 */
export function headOf(page: PageContext, site: URL | undefined): HeadElement[] {
  const { base, record, t } = page;
  const elements: HeadElement[] = site ? imageOf(page, site) : [];
  if (page.isHome || page.pathname === '/log/' || record?.kind === 'adr') {
    for (const name of Object.keys(FEEDS) as FeedName[]) {
      elements.push(alternate('atom', name, base, site, t(FEEDS[name].title)));
    }
  }
  if (!record) return elements;
  elements.push({
    tag: 'link',
    attrs: {
      rel: 'alternate',
      type: record.document.format === 'markdown' ? 'text/markdown' : 'text/plain',
      href: absolute(site, textUrl(base, record)),
    },
  });
  elements.push({
    tag: 'script',
    attrs: { type: 'application/ld+json' },
    // The one sequence that could end the element.
    content: JSON.stringify(articleOf(page, site)).replaceAll('<', '\\u003c'),
  });
  return elements;
}

/** The picture that others show beside a link to the page. It is named by its whole address. */
function imageOf(
  { corpus, base, settings, record, view, name, t }: PageContext,
  site: URL,
): HeadElement[] {
  const address = withBase(base, cardPath(corpus, settings.socialLimit, record));
  const isOwn = record !== undefined && corpus.records.length <= settings.socialLimit;
  const properties = {
    'og:image': absolute(site, address),
    'og:image:width': String(CARD_WIDTH),
    'og:image:height': String(CARD_HEIGHT),
    'og:image:alt':
      isOwn && view ? `${view.label}: ${view.title}` : t('docket.site.cardAlt', { name }),
  };
  return Object.entries(properties).map(([property, content]) => ({
    tag: 'meta',
    attrs: { property, content },
  }));
}

function alternate(
  format: FeedFormat,
  name: FeedName,
  base: string,
  site: URL | undefined,
  title: string,
): HeadElement {
  return {
    tag: 'link',
    attrs: {
      rel: 'alternate',
      type: FEED_FORMATS[format],
      title,
      href: absolute(site, feedUrl(base, name, format)),
    },
  };
}

/** A record in the terms of schema.org. What it does not state is left out. */
export function articleOf(page: PageContext, site: URL | undefined): Record<string, unknown> {
  const { record, view, base } = page;
  if (!record || !view) return {};
  const fields = record.kind === 'provenance' ? undefined : record.fields;
  const url = absolute(site, recordUrl(base, record));
  return {
    '@context': 'https://schema.org',
    '@type': 'TechArticle',
    headline: `${view.label}: ${view.title}`,
    ...(view.description !== undefined && { description: view.description }),
    ...(fields?.date.value !== undefined && { datePublished: fields.date.value }),
    ...(fields?.tags.value && { keywords: fields.tags.value }),
    ...(fields?.status.value !== undefined && { creativeWorkStatus: fields.status.value }),
    identifier: record.id,
    url,
    inLanguage: page.t.lang,
    isPartOf: { '@type': 'WebSite', name: page.name, url: absolute(site, withBase(base, '/')) },
  };
}
