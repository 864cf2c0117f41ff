import { THEME_SCRIPT } from '../../views/theme-script.ts';
import { REDIRECT_STYLE } from '../files/redirect-html.ts';
import { contentSecurityPolicy } from './policy.ts';

/** An element that the site's own configuration adds to the head of every page. */
export interface ConfiguredElement {
  readonly tag: string;
  readonly attrs?: Readonly<Record<string, unknown>> | undefined;
  readonly content?: string | undefined;
}

/**
 * The policy of a site's pages. It knows the product's own texts and those of the site's configuration, and learns
 * none from finished pages, where a record could have put one.
 * @throws {Error} where it gets longer than hosts take
 */
export function sitePolicy(head: readonly ConfiguredElement[]): string {
  const texts = (tag: string) =>
    head.filter((one) => one.tag === tag).flatMap(({ content }) => content ?? []);
  return contentSecurityPolicy({
    scripts: [THEME_SCRIPT, ...texts('script')],
    styles: [REDIRECT_STYLE, ...texts('style')],
  });
}
