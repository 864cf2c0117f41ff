import { escapeHtml } from '../../views/escape-html.ts';
import { sentenceHtml } from '../../views/sentence-html.ts';
import { withBase } from '../../views/urls.ts';
import type { Translate } from '../../words/say.ts';
import { hashOf } from '../delivery/policy.ts';

/** Where a page without a text of its own leads. */
export interface Destination {
  readonly url: string;
  /** What stands there, in words. */
  readonly name: string;
}

/** How such a page looks. The policy of the site names it by its hash. */
export const REDIRECT_STYLE = ':root{color-scheme:light dark;font:1rem system-ui}';

/** It has nothing but that style and its icon, whatever a site's own pages have. */
const POLICY = [
  "default-src 'none'",
  `style-src ${hashOf(REDIRECT_STYLE)}`,
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/**
 * The page of a short address: it leads on at once, and says where to for those it does not take along. It names its
 * icon, for which a browser would ask outside the base otherwise.
 * @param siteBase base path of the site, with a slash at each end
 */
export function redirectHtml(
  t: Translate,
  target: Destination,
  siteBase: string,
  site: URL | undefined,
): string {
  const url = escapeHtml(target.url);
  const name = escapeHtml(target.name);
  const said = sentenceHtml(t, 'docket.site.shortAddress', {
    page: `<a href="${url}">${name}</a>`,
  });
  const canonical = site ? escapeHtml(new URL(target.url, site).href) : url;
  return [
    `<!doctype html><html lang="${escapeHtml(t.lang)}"><head><meta charset="utf-8">`,
    `<meta http-equiv="content-security-policy" content="${escapeHtml(POLICY)}">`,
    `<meta http-equiv="refresh" content="0;url=${url}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="robots" content="noindex">',
    `<link rel="icon" href="${withBase(siteBase, 'favicon.svg')}">`,
    `<link rel="canonical" href="${canonical}"><title>${name}</title>`,
    `<style>${REDIRECT_STYLE}</style>`,
    `</head><body><p>${said}</p></body></html>\n`,
  ].join('');
}
