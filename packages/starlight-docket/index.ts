import type { StarlightPlugin } from '@astrojs/starlight/types';
import { delivery } from './build/delivery/integration.ts';
import { search } from './build/search/integration.ts';
import { readEnvironment } from './site/environment.ts';
import { docketIntegration } from './site/integration.ts';
import { ownFile } from './site/own-file.ts';
import { pageRoutes } from './site/page-routes.ts';
import { readSettings } from './site/settings.ts';
import { starlightConfig } from './site/starlight-config.ts';

export { astroConfig } from './site/astro-config.ts';

/**
 * The Starlight plugin: renders the records of a repository as pages of the site, with their log, graph, trace and
 * search. It needs `docketLoader` in `src/content.config.ts`.
 * @throws {Error} where an environment variable of Docket holds what it may not
 */
export default function docket(): StarlightPlugin {
  return {
    name: 'starlight-docket',
    hooks: {
      'config:setup': ({ addIntegration, addRouteMiddleware, config, updateConfig }) => {
        const environment = readEnvironment(process.env, process.cwd());
        updateConfig(starlightConfig(config, environment));
        addRouteMiddleware({ entrypoint: ownFile('middleware.ts') });
        // Without an address there is nothing to list, and Starlight, which finds this name, adds no sitemap by itself.
        if (!environment.site) addIntegration({ name: '@astrojs/sitemap', hooks: {} });
        addIntegration(
          docketIntegration({
            root: environment.root,
            repository: environment.repository,
            preview: environment.preview,
            settings: readSettings(process.env),
          }),
        );
        addIntegration(pageRoutes());
        addIntegration(delivery());
        addIntegration(search());
      },
    },
  };
}
