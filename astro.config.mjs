import { satteri } from '@astrojs/markdown-satteri';
import sitemap from '@astrojs/sitemap';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { delivery } from './packages/starlight-docket/build/delivery/integration.ts';
import { search } from './packages/starlight-docket/build/search/integration.ts';
import { hastPlugins, mdastPlugins } from './packages/starlight-docket/markdown/plugins.ts';
import { readEnvironment } from './packages/starlight-docket/site/environment.ts';
import { docket } from './packages/starlight-docket/site/integration.ts';
import { readSettings } from './packages/starlight-docket/site/settings.ts';

const environment = readEnvironment(process.env, process.cwd());

export default defineConfig({
  ...(environment.site && { site: environment.site }),
  ...(environment.base && { base: environment.base }),
  // A build to another folder keeps its cache beside it, so that builds of several repositories do not meet.
  ...(environment.outDir && {
    outDir: environment.outDir,
    cacheDir: `${environment.outDir}.cache`,
  }),
  // Scripts of Starlight and of this site come as files that a reader fetches once, not with every page.
  vite: {
    build: { assetsInlineLimit: (file) => (file.endsWith('.js') ? false : undefined) },
    environments: {
      client: { build: { rolldownOptions: { output: { entryFileNames: '_astro/[hash].js' } } } },
    },
  },
  // While one page is written, others are rendered.
  // Styles come as files, so that the policy of the site needs no name for each.
  build: { concurrency: 4, inlineStylesheets: 'never' },
  markdown: {
    processor: satteri({
      mdastPlugins,
      hastPlugins,
      // Dashes stay as written, so that a heading has the fragment that GitHub gives it.
      features: {
        smartPunctuation: { quotes: true, ellipses: true, dashes: false },
      },
    }),
  },
  integrations: [
    // Without an address there is nothing to list, and Starlight, which finds this name, adds no sitemap by itself.
    environment.site ? sitemap() : { name: '@astrojs/sitemap', hooks: {} },
    docket({
      root: environment.root,
      repository: environment.repository,
      preview: environment.preview,
      settings: readSettings(process.env),
    }),
    starlight({
      title: 'Docket',
      titleDelimiter: '·',
      description:
        'Architecture decisions, the specifications that ordered them, and the provenance of what was done.',
      favicon: '/favicon.svg',
      disable404Route: true,
      // The sidebar is made for each page (src/site/sidebar.ts), and so is the way to neighbouring records.
      sidebar: [],
      pagination: false,
      // Its index is made in step with the pages (src/site/search/).
      pagefind: false,
      routeMiddleware: './src/site/route-data.ts',
      // Headings get a lighter link of our own (src/site/markdown/heading-links.ts).
      markdown: { headingLinks: false },
      customCss: [
        'tokens',
        'prose',
        'alerts',
        'blocks',
        'diagrams',
        'parts',
        'chrome',
        'print',
      ].map((name) => `./src/site/styles/${name}.css`),
      components: Object.fromEntries(
        [
          ...(environment.preview ? ['Banner'] : []),
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
        ].map((name) => [name, `./src/site/components/${name}.astro`]),
      ),
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
    }),
    delivery(),
    search(),
  ],
});
