import type { SiteModel } from './model.ts';
import { redirectsOf } from './redirects.ts';
import { withBase } from './urls.ts';

/**
 * Says of the whole address of a page whether the sitemap lists it: all but the short addresses of records, which only
 * lead on.
 * @param model gives the records once the site is built
 */
export function sitemapFilter(
  model: () => Pick<SiteModel, 'corpus' | 'base'>,
): (address: string) => boolean {
  let short: ReadonlySet<string> | undefined;
  return (address) => {
    if (!short) {
      const { corpus, base } = model();
      short = new Set(
        redirectsOf(corpus, base).map(({ folder, number }) =>
          withBase(base, `${folder}/${number}/`),
        ),
      );
    }
    return !short.has(new URL(address).pathname);
  };
}
