import { fileURLToPath } from 'node:url';
import type { StarlightPlugin } from '@astrojs/starlight/types';
import { delivery } from './build/delivery/integration.ts';
import { search } from './build/search/integration.ts';
import { isDocketProcessor } from './markdown/processor.ts';
import { hostPages } from './site/host-pages.ts';
import { docketIntegration } from './site/integration.ts';
import { type DocketOptions, readOptions } from './site/options.ts';
import { ownFile } from './site/own-file.ts';
import { pageRoutes } from './site/page-routes.ts';
import { scopedStyles } from './site/scoped-styles.ts';
import { siteLanguages, siteName, starlightConfig } from './site/starlight-config.ts';
import english from './words/en.json' with { type: 'json' };
import { translator } from './words/translator.ts';

export { astroSettings } from './site/astro-settings.ts';
export { docketSidebar } from './site/docket-sidebar.ts';
export type { DocketOptions, Look } from './site/options.ts';

/** What Starlight's own parts are called beside Docket's; the words of a site come before them. */
const WORDS = {
  'tableOfContents.overview': 'Summary',
  // The header holds the navigation that is called "Main".
  'sidebarNav.accessibleLabel': 'Records and guides',
};

/**
 * The Starlight plugin: renders the records of a repository as pages of the site, with their log, graph and trace.
 * Where the site has a component, a sidebar, a search or a page of its own, the plugin leaves that in place and says so.
 * @throws {AstroError} where an option or an environment variable of Docket cannot be used
 */
export default function docket(options: DocketOptions = {}): StarlightPlugin {
  return {
    name: 'starlight-docket',
    hooks: {
      'i18n:setup': ({ injectTranslations }) => {
        const own = { ...english, ...(options.look === 'docket' && WORDS) };
        injectTranslations({ ...options.words, en: { ...own, ...options.words?.['en'] } });
      },
      'config:setup': ({
        addIntegration,
        addRouteMiddleware,
        astroConfig,
        command,
        config,
        logger,
        updateConfig,
        useTranslations,
      }) => {
        if (command === 'preview') return;
        const say = (language: string) => translator(useTranslations(language), language);
        const [first, ...others] = siteLanguages(config);
        const languages = [say(first), ...others.map(say)] as const;
        const site = readOptions(options, process.env, fileURLToPath(astroConfig.root));
        const isDocket = site.look === 'docket';
        const host = hostPages(fileURLToPath(astroConfig.srcDir));
        const { routes, replaced } = pageRoutes(
          { ...site, isDevelopment: command === 'dev' },
          host,
        );
        const starlight = starlightConfig(config, site, {
          hasNotFound: host.has('404'),
          hasDocketProcessor: isDocketProcessor(astroConfig.markdown.processor),
          languages,
        });
        updateConfig(starlight.config);
        const notes = [
          ...starlight.notes,
          ...replaced.map((path) => `Your page \`/${path}\` takes the place of Docket's.`),
        ];
        for (const note of notes) logger.warn(note);
        addRouteMiddleware({ entrypoint: ownFile('middleware.ts') });
        // Without an address there is nothing to list, and Starlight, which finds this name, adds no sitemap by itself.
        if (isDocket && !astroConfig.site) addIntegration({ name: '@astrojs/sitemap', hooks: {} });
        addIntegration(
          docketIntegration({
            ...{ ...site, routes, host, keptOverrides: starlight.kept },
            ...{ name: siteName(config), description: config.description },
            languages,
          }),
        );
        if (!isDocket) addIntegration(scopedStyles(config.customCss ?? []));
        if (site.delivery) addIntegration(delivery());
        if (starlight.indexes) addIntegration(search());
      },
    },
  };
}
