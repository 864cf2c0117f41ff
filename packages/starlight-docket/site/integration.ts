import { fileURLToPath } from 'node:url';
import { isSatteriProcessor } from '@astrojs/markdown-satteri';
import type { AstroConfig, AstroIntegration } from 'astro';
import { ConfigError, NoWorkspaceError } from 'docket/session';
import { serveFiles } from '../build/files/serve-files.ts';
import { siteFiles } from '../build/files/site-files.ts';
import { writeFiles } from '../build/files/write-files.ts';
import { cardsOf } from '../build/social/cards.ts';
import { writeCards } from '../build/social/write-cards.ts';
import { LINT_PATH } from '../views/lint-findings.ts';
import { CHANGES_PATH } from '../views/preview/preview.ts';
import { followRecords } from './development.ts';
import { currentModel, setFrame, setModel } from './model.ts';
import { type OpenSite, openSite, readModel, type SiteOptions } from './open.ts';
import { errorsOf, RefusedBuildError } from './refusal.ts';
import { errorScreen, reportText } from './report-text.ts';

/** Options of the integration. */
export type DocketOptions = Pick<SiteOptions, 'root' | 'repository' | 'settings' | 'preview'>;

/**
 * Astro integration: opens the records for the pages of the site. A build is refused where they have errors; a
 * development server shows them and follows each change.
 */
export function docketIntegration(options: DocketOptions): AstroIntegration {
  let open: OpenSite | undefined;
  let imageCache: string | undefined;
  let site: URL | undefined;
  let settled: AstroConfig;
  return {
    name: 'docket',
    hooks: {
      'astro:config:setup': async ({ command, config, injectRoute, updateConfig }) => {
        if (command === 'preview') return;
        open = await openSite({
          ...options,
          base: config.base,
          projectRoot: fileURLToPath(config.root),
          isDevelopment: command === 'dev',
          config: () => settled,
        }).catch(explain);
        setFrame(open.frame);
        if (command === 'build') {
          const model = await readModel(open).catch(explain);
          if (errorsOf(model.findings).length > 0) {
            throw new RefusedBuildError(reportText(model, errorScreen()));
          }
          setModel(model);
        }
        const inject = (pattern: string, file: string): void =>
          injectRoute({ pattern, entrypoint: new URL(`../routes/${file}`, import.meta.url) });
        if (options.preview) inject(CHANGES_PATH, 'preview/changes.astro');
        if (command === 'dev') {
          inject(LINT_PATH, 'development/lint.astro');
          // Vite would compile the sources of a linked package for each of its environments; Node has them loaded.
          const resolve = { external: ['docket/records', 'docket/session'] };
          const environments = { ssr: { resolve }, prerender: { resolve }, astro: { resolve } };
          updateConfig({ vite: { environments } });
        }
      },
      'astro:config:done': ({ config }) => {
        settled = config;
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
        logger.info(`${cards.length} images for links, ${drawn} of them drawn anew`);
      },
      'astro:server:setup': ({ server, logger }) => {
        if (!open) return;
        followRecords(open, { server, logger });
        server.middlewares.use(serveFiles(() => siteFiles(currentModel(), site), open.frame.base));
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
