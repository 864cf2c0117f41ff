import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isSatteriProcessor } from '@astrojs/markdown-satteri';
import type { AstroIntegration } from 'astro';
import { LAYOUT, type Layout, RECORD_KINDS } from 'docket/records';
import { ConfigError, NoWorkspaceError } from 'docket/session';
import { serveFiles } from '../build/files/serve-files.ts';
import { siteFiles } from '../build/files/site-files.ts';
import { writeFiles } from '../build/files/write-files.ts';
import { cardsOf } from '../build/social/cards.ts';
import { writeCards } from '../build/social/write-cards.ts';
import { LOADER_NAME } from '../loader.ts';
import { CHANGES_PATH } from '../views/preview/preview.ts';
import { currentModel, setModel } from './model.ts';
import { openSite, type SiteOptions } from './open.ts';
import { RefusedBuildError } from './refusal.ts';

/** Options of the integration. */
export type DocketOptions = Pick<SiteOptions, 'root' | 'repository' | 'settings' | 'preview'>;

/**
 * Astro integration: reads and judges the records before anything is rendered. The loader refuses a build with errors;
 * a development server shows them over the page and reads the records anew when one of them changes.
 */
export function docketIntegration(options: DocketOptions): AstroIntegration {
  let open: (() => Promise<void>) | undefined;
  let layout: Layout = LAYOUT;
  let imageCache: string | undefined;
  let site: URL | undefined;
  return {
    name: 'docket',
    hooks: {
      'astro:config:setup': async ({ command, config, injectRoute }) => {
        if (command === 'preview') return;
        const projectRoot = fileURLToPath(config.root);
        open = async () => {
          const model = await openSite({ ...options, base: config.base, projectRoot }).catch(
            explain,
          );
          layout = model.corpus.layout;
          setModel({ ...model, refuses: command === 'build' });
        };
        await open();
        if (options.preview) {
          injectRoute({
            pattern: CHANGES_PATH,
            entrypoint: new URL('../routes/preview/changes.astro', import.meta.url),
          });
        }
      },
      'astro:config:done': ({ config }) => {
        // An image is named by its whole address, so a site that does not know its own has none.
        site = config.site ? new URL(config.site) : undefined;
        if (site) imageCache = fileURLToPath(new URL('docket-social/', config.cacheDir));
        // Starlight turns directives on (`:::note`), which code hosts print as text; a record reads the same there and here.
        const { processor } = config.markdown;
        if (isSatteriProcessor(processor)) processor.options.features.directive = false;
      },
      'astro:build:done': async ({ dir, logger }) => {
        const model = currentModel();
        const folder = fileURLToPath(dir);
        writeFiles(siteFiles(model, site), folder);
        if (imageCache === undefined) return;
        const cards = cardsOf(model.corpus, options.settings.socialLimit);
        const drawn = await writeCards(cards, { site: folder, cache: imageCache });
        logger.info(`${cards.length} images for link previews, ${drawn} of them redrawn`);
      },
      'astro:server:setup': ({ server, refreshContent, logger }) => {
        const { base } = currentModel();
        server.middlewares.use(serveFiles(() => siteFiles(currentModel(), site), base));
        const root = path.resolve(options.root);
        const folders = RECORD_KINDS.map((kind) => path.join(root, layout[kind].folder));
        server.watcher.add(folders);
        let timer: NodeJS.Timeout | undefined;
        const reread = async (): Promise<void> => {
          await open?.();
          await refreshContent?.({ loaders: [LOADER_NAME], context: { records: true } });
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
    `${error.message}. Name the folder that holds them with DOCKET_ROOT.`,
  );
}
