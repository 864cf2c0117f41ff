import type { StarlightUserConfig } from '@astrojs/starlight/types';
import { AstroError } from 'astro/errors';
import { filledSidebar, type Languages } from './docket-sidebar.ts';
import type { SiteSetup } from './options.ts';
import { ownFile } from './own-file.ts';

/** Styles of Docket's pages, whatever the look of the site, in this order. */
const STYLES = ['prose', 'alerts', 'blocks', 'diagrams', 'parts'];

/** What takes the place of Starlight's components in a site of Docket's look. */
const DOCKET_OVERRIDES = [
  'Footer',
  'Header',
  'MarkdownContent',
  'MobileMenuFooter',
  'MobileTableOfContents',
  'PageTitle',
  'Search',
  'Sidebar',
  'SiteTitle',
  'TableOfContents',
  'ThemeProvider',
  'ThemeSelect',
];

/** What shows Docket's parts on its pages, and Starlight's component on all others. */
const SHARED_OVERRIDES = ['Banner', 'Footer', 'PageTitle', 'Sidebar'];

/** Overrides whose parts have another place on a record's page (`routes/[kind]/`). */
const IN_THE_TEXT: readonly string[] = ['Footer', 'PageTitle'];

/** What Docket sets of Starlight, and where it leaves the site's own settings in place. */
export interface StarlightSettings {
  readonly config: Partial<StarlightUserConfig>;
  /** Names of the user's components that stay in the place of Docket's. */
  readonly kept: ReadonlySet<string>;
  /** Whether Docket makes the search index. */
  readonly indexes: boolean;
  /** One sentence for each place where it steps back. */
  readonly notes: readonly string[];
}

/**
 * What Docket sets of Starlight, beside what the user did.
 * @param facts whether the site has a page of its own for addresses that lead nowhere, whether its hand-written
 *   pages are rendered by Docket's processor, and what it says in each of its languages
 * @throws {AstroError} where the site has a part of Starlight that breaks the policy it is to be delivered with
 */
export function starlightConfig(
  user: StarlightUserConfig,
  { look, delivery, preview, prefix }: Pick<SiteSetup, 'look' | 'delivery' | 'preview' | 'prefix'>,
  facts: {
    readonly hasNotFound: boolean;
    readonly hasDocketProcessor: boolean;
    readonly languages: Languages;
  },
): StarlightSettings {
  const isDocket = look === 'docket';
  if (delivery && (user.sidebar || user.pagefind)) {
    throw new AstroError(
      "docket() cannot deliver a site with Starlight's sidebar or search: their scripts break the strict policy.",
      'Leave `sidebar` and `pagefind` out of the configuration of Starlight, or `delivery` out of the options of docket().',
    );
  }
  const indexes = isDocket && user.pagefind === undefined;
  const wanted = isDocket
    ? docketOverrides(user, preview !== undefined, indexes)
    : sharedOverrides();
  const kept = Object.keys(wanted).filter((name) => user.components?.[name as never]);
  const notes = kept.map((name) =>
    IN_THE_TEXT.includes(name)
      ? `Your \`${name}\` component stays; what Docket shows there appears in the text of its pages.`
      : `Your \`${name}\` component stays, so pages show nothing of Docket there.`,
  );
  if (user.sidebar)
    notes.push("Your sidebar stays on your own pages; Docket's pages have Docket's.");
  if (isDocket && !indexes)
    notes.push('Your `pagefind` setting stays, so Docket adds no search of its own.');
  const sidebar = filledSidebar(user.sidebar, prefix, facts.languages);
  return {
    kept: new Set(kept),
    indexes,
    notes,
    config: {
      components: { ...wanted, ...user.components },
      ...(isDocket ? docketConfig(user, indexes, facts) : { customCss: sharedCss(user) }),
      ...(sidebar && { sidebar }),
    },
  };
}

/** What a site is called, in its first language where it has a name in each. */
export function siteName({ title, defaultLocale = 'root' }: StarlightUserConfig): string {
  if (typeof title === 'string') return title;
  return title[defaultLocale] ?? Object.values(title)[0] ?? 'Decisions';
}

/** Tags of the languages that a site is in, its first before the others. */
export function siteLanguages({
  locales = {},
  defaultLocale: first = 'root',
}: StarlightUserConfig): readonly [string, ...string[]] {
  const tagOf = (name: string) =>
    locales[name]?.lang ?? (name in locales && name !== 'root' ? name : 'en');
  return [
    tagOf(first),
    ...Object.keys(locales)
      .filter((name) => name !== first)
      .map(tagOf),
  ];
}

function docketOverrides(
  user: StarlightUserConfig,
  isPreview: boolean,
  indexes: boolean,
): Record<string, string> {
  const names = DOCKET_OVERRIDES.filter((name) => indexes || name !== 'Search');
  return {
    ...overridesIn('overrides', isPreview ? ['Banner', ...names] : names),
    ...(user.sidebar && overridesIn('overrides/shared', ['Sidebar'])),
  };
}

function sharedOverrides(): Record<string, string> {
  return overridesIn('overrides/shared', SHARED_OVERRIDES);
}

function overridesIn(folder: string, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, ownFile(`${folder}/${name}.astro`)]));
}

function docketConfig(
  user: StarlightUserConfig,
  indexes: boolean,
  { hasNotFound, hasDocketProcessor }: Parameters<typeof starlightConfig>[2],
): Partial<StarlightUserConfig> {
  const styles = ['tokens', 'look', ...STYLES, 'chrome', 'print'];
  return {
    titleDelimiter: user.titleDelimiter ?? '·',
    ...(!hasNotFound && { disable404Route: true }),
    // The sidebar is made for each page (views/sidebar.ts), and so is the way to neighbouring records.
    sidebar: user.sidebar ?? [],
    pagination: user.pagination ?? false,
    // The index is made in step with the pages (build/search/).
    ...(indexes && { pagefind: false }),
    // Headings get a lighter link of our own (markdown/heading-links.ts).
    ...(hasDocketProcessor && { markdown: { headingLinks: false, ...user.markdown } }),
    customCss: [...styles.map((name) => ownFile(`styles/${name}.css`)), ...(user.customCss ?? [])],
    expressiveCode: expressiveCode(user.expressiveCode),
  };
}

function sharedCss({ customCss = [] }: StarlightUserConfig): string[] {
  const styles = ['tokens', 'native', ...STYLES, 'print'];
  return [...styles.map((name) => ownFile(`styles/${name}.css`)), ...customCss];
}

function expressiveCode(
  user: StarlightUserConfig['expressiveCode'],
): StarlightUserConfig['expressiveCode'] {
  if (user === false) return false;
  return {
    themes: ['github-light', 'github-dark'],
    useStarlightDarkModeSwitch: false,
    useStarlightUiThemeColors: false,
    themeCssSelector: (theme) => `[data-choice='${theme.type}']`,
    defaultProps: { frame: 'none' },
    styleOverrides: {
      borderColor: 'var(--hairline)',
      borderRadius: 'var(--radius)',
      codeBackground: 'var(--sunken)',
      codeFontFamily: 'var(--font-mono)',
      uiFontFamily: 'var(--font-sans)',
      frames: { frameBoxShadowCssValue: 'none' },
    },
    ...(user !== true && user),
  };
}
