import type { StarlightUserConfig } from '@astrojs/starlight/types';
import type { SiteEnvironment } from './environment.ts';
import { ownFile } from './own-file.ts';

const STYLES = ['tokens', 'prose', 'alerts', 'blocks', 'diagrams', 'parts', 'chrome', 'print'];

const OVERRIDES = [
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

/** What Docket sets of Starlight, beside what the user did. */
export function starlightConfig(
  user: StarlightUserConfig,
  { preview }: SiteEnvironment,
): Partial<StarlightUserConfig> {
  const overrides = [...(preview ? ['Banner'] : []), ...OVERRIDES];
  return {
    titleDelimiter: '·',
    disable404Route: true,
    // The sidebar is made for each page (views/sidebar.ts), and so is the way to neighbouring records.
    sidebar: [],
    pagination: false,
    // Its index is made in step with the pages (build/search/).
    pagefind: false,
    // Headings get a lighter link of our own (markdown/heading-links.ts).
    markdown: { ...user.markdown, headingLinks: false },
    customCss: [...STYLES.map((name) => ownFile(`styles/${name}.css`)), ...(user.customCss ?? [])],
    components: {
      ...Object.fromEntries(overrides.map((name) => [name, ownFile(`overrides/${name}.astro`)])),
      ...user.components,
    },
    expressiveCode: {
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
    },
  };
}
