import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, InjectedRoute } from 'astro';
import { LAYOUT, type Layout, RECORD_KINDS } from 'docket/records';
import { ConfigError, NoWorkspaceError } from 'docket/session';
import { serveFiles } from '../build/files/serve-files.ts';
import { siteFiles } from '../build/files/site-files.ts';
import { writeFiles } from '../build/files/write-files.ts';
import { cardsOf } from '../build/social/cards.ts';
import { writeCards } from '../build/social/write-cards.ts';
import { isDocketProcessor, recordProcessor } from '../markdown/processor.ts';
import { docketBase, normaliseBase } from '../views/urls.ts';
import { currentModel, type SiteFacts, setModel } from './model.ts';
import { openSite } from './open.ts';
import type { SiteSetup } from './options.ts';
import { RefusedBuildError } from './refusal.ts';

/** Options of the integration. */
export interface IntegrationOptions extends SiteSetup {
  /** The routes of Docket's pages. */
  readonly routes: readonly InjectedRoute[];
  /** Names of the components that the site has of its own in the place of Docket's. */
  readonly keptOverrides: ReadonlySet<string>;
  /** Paths of the pages that the site has of its own. */
  readonly host: ReadonlySet<string>;
}

/**
 * Astro integration: reads and judges the records before anything is rendered. The loader refuses a build with errors;
 * a development server shows them over the page and reads the records anew when one of them changes.
 */
export function docketIntegration(options: IntegrationOptions): AstroIntegration {
  let open: (() => Promise<void>) | undefined;
  let layout: Layout = LAYOUT;
  let imageCache: string | undefined;
  let site: URL | undefined;
  return {
    name: 'docket',
    hooks: {
      'astro:config:setup': async (setup) => {
        const { command, config, injectRoute } = setup;
        const projectRoot = fileURLToPath(config.root);
        const site: SiteFacts = {
          base: docketBase(config.base, options),
          siteBase: normaliseBase(config.base),
          look: options.look,
          delivers: options.delivery,
          keptOverrides: options.keptOverrides,
          routes: new Set(options.routes.map(({ pattern }) => pattern)),
          hostPages: options.host,
          processor: await recordProcessor(setup),
        };
        open = async () => {
          const model = await openSite({ ...options, site, projectRoot }).catch(explain);
          layout = model.corpus.layout;
          setModel({ ...model, refuses: command === 'build' });
        };
        await open();
        for (const route of options.routes) injectRoute(route);
      },
      'astro:config:done': ({ config }) => {
        // An image is named by its whole address, so a site that does not know its own has none.
        site = config.site ? new URL(config.site) : undefined;
        if (site) imageCache = fileURLToPath(new URL('docket-social/', config.cacheDir));
        // Starlight turns directives on (`:::note`); in a site of one processor, pages read as records do.
        const { processor } = config.markdown;
        if (isDocketProcessor(processor)) processor.options.features.directive = false;
      },
      'astro:build:done': async ({ dir, logger }) => {
        const model = currentModel();
        const folder = path.join(fileURLToPath(dir), options.prefix);
        writeFiles(siteFiles(model, site), folder);
        if (imageCache === undefined) return;
        const cards = cardsOf(model.corpus, options.settings.socialLimit);
        const drawn = await writeCards(cards, { site: folder, cache: imageCache });
        logger.info(`${cards.length} images for links, ${drawn} of them drawn anew`);
      },
      'astro:server:setup': ({ server, logger }) => {
        const { base } = currentModel();
        server.middlewares.use(serveFiles(() => siteFiles(currentModel(), site), base));
        const root = path.resolve(options.root);
        const folders = RECORD_KINDS.map((kind) => path.join(root, layout[kind].folder));
        server.watcher.add(folders);
        let timer: NodeJS.Timeout | undefined;
        const reread = async (): Promise<void> => {
          await open?.();
          for (const { hot } of Object.values(server.environments))
            hot.send('astro:content-changed', {});
          server.environments.client.hot.send({ type: 'full-reload' });
        };
        server.watcher.on('all', (_event, file) => {
          if (
            !file.endsWith('.md') ||
            !folders.some((folder) => file.startsWith(folder + path.sep))
          )
            return;
          clearTimeout(timer);
          timer = setTimeout(() => {
            reread().catch((error: unknown) =>
              logger.error(error instanceof Error ? error.message : String(error)),
            );
          }, 50);
        });
      },
    },
  };
}

/** Says where the site looks for records instead of where the command line does. */
function explain(error: unknown): never {
  if (error instanceof ConfigError) {
    throw new RefusedBuildError(`${error.message}\n${error.help}.`);
  }
  if (!(error instanceof NoWorkspaceError)) throw error;
  throw new RefusedBuildError(
    `${error.message}. Name the folder that holds them: docket({ root: '…' }) in astro.config.mjs, or DOCKET_ROOT.`,
  );
}
