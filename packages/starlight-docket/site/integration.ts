import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { perObject } from 'docket/records';
import { ConfigError, NoWorkspaceError } from 'docket/session';
import { diagramFrameFile } from '../build/files/diagram-frame.ts';
import { serveFiles } from '../build/files/serve-files.ts';
import { siteFiles } from '../build/files/site-files.ts';
import { writeFiles } from '../build/files/write-files.ts';
import { cardsOf } from '../build/social/cards.ts';
import { writeCards } from '../build/social/write-cards.ts';
import { isDocketProcessor, recordProcessor } from '../markdown/processor.ts';
import { heldBy } from '../views/held.ts';
import { docketBase, normaliseBase, withBase } from '../views/urls.ts';
import { followRecords } from './development.ts';
import type { Languages } from './docket-sidebar.ts';
import { logNotes } from './log-notes.ts';
import { missingConverter } from './missing-converter.ts';
import {
  currentFrame,
  currentModel,
  type SiteFacts,
  type SiteModel,
  setFrame,
  setModel,
} from './model.ts';
import { type OpenSite, openSite, readModel } from './open.ts';
import type { SiteSetup } from './options.ts';
import { ownPages } from './own-pages.ts';
import type { PageRoute } from './page-routes.ts';
import { isRefused, ownErrors, RefusedBuildError } from './refusal.ts';
import { errorScreen, reportText } from './report-text.ts';
import { scriptWordsPlugin } from './script-words.ts';

/** Options of the integration. */
export interface IntegrationOptions extends SiteSetup, Pick<SiteFacts, 'name' | 'description'> {
  readonly languages: Languages;
  /** The routes of Docket's pages. */
  readonly routes: readonly PageRoute[];
  /** Names of the components that the site has of its own in the place of Docket's. */
  readonly keptOverrides: ReadonlySet<string>;
  /** Paths of the pages that the site has of its own. */
  readonly host: ReadonlySet<string>;
}

/**
 * Astro integration: opens the records for the pages of the site. A build is refused where records held to a template
 * have errors; a development server shows them and follows each change.
 */
export function docketIntegration(options: IntegrationOptions): AstroIntegration {
  let open: OpenSite | undefined;
  let imageCache: string | undefined;
  let site: URL | undefined;
  let drawsDiagrams = false;
  return {
    name: 'docket',
    hooks: {
      'astro:config:setup': async (setup) => {
        const { command, config, injectRoute, logger, updateConfig } = setup;
        const facts: SiteFacts = {
          name: options.name,
          description: options.description,
          t: options.languages[0],
          hasReference: options.reference,
          credits: options.credit,
          base: docketBase(config.base, options.prefix),
          siteBase: normaliseBase(config.base),
          look: options.look,
          delivers: options.delivery,
          keptOverrides: options.keptOverrides,
          routes: new Set(options.routes.map(({ pattern }) => pattern)),
          hostPages: options.host,
          ownPages:
            options.look === 'docket' && options.prefix === ''
              ? ownPages(fileURLToPath(config.srcDir))
              : [],
          processor: await recordProcessor(setup),
          askForDiagrams() {
            drawsDiagrams = true;
            return withBase(this.siteBase, diagramFrameFile().path);
          },
        };
        updateConfig({ vite: { plugins: [scriptWordsPlugin(options.languages)] } });
        open = await openSite({
          ...options,
          site: facts,
          projectRoot: fileURLToPath(config.root),
          isDevelopment: command === 'dev',
          tell: (progress) => logger.info(progress),
        }).catch(explain);
        setFrame(open.frame);
        for (const note of logNotes(open.logs)) logger.warn(note);
        for (const file of [...open.frame.pages.unread, ...open.frame.specs.unread])
          logger.warn(
            `\`${file}\` cannot be read as text inside the repository, so it is no page.`,
          );
        if (command === 'build') {
          const model = await readModel(open).catch(explain);
          setModel(model);
          const missing = missingConverter(model);
          if (missing !== undefined) logger.warn(missing);
          const refusal = isRefused(model) ? reportText(model, errorScreen()) : undefined;
          setFrame({ ...model, refusal });
          const { length: errors } = ownErrors(model.corpus, model.findings);
          if (refusal === undefined && errors > 0) {
            logger.warn(
              `${errors === 1 ? '1 error' : `${errors} errors`} in the records; \`docket lint\` shows them.`,
            );
          }
        }
        if (command === 'dev') {
          // Vite would compile the sources of a linked package for each of its environments; Node has them loaded.
          const resolve = { external: ['docket/records', 'docket/session'] };
          const environments = { ssr: { resolve }, prerender: { resolve }, astro: { resolve } };
          updateConfig({ vite: { environments } });
        }
        // While people work on the records, each part may come to be.
        const held = command === 'build' ? heldBy(open.frame) : undefined;
        for (const { needs, ...route } of options.routes) {
          if (needs === undefined || (held?.has(needs) ?? true)) injectRoute(route);
        }
      },
      'astro:config:done': ({ config }) => {
        // An image is named by its whole address, so a site that does not know its own has none.
        site = config.site ? new URL(config.site) : undefined;
        if (site) imageCache = fileURLToPath(new URL('docket-social/', config.cacheDir));
        // Starlight turns directives on (`:::note`); in a site of one processor, pages read as records do.
        const { processor } = config.markdown;
        if (isDocketProcessor(processor)) processor.options.features.directive = false;
      },
      // The loader of the pages has refused it already, without Astro's words about the hook, where the site uses it.
      'astro:build:start': () => {
        const { refusal } = currentFrame();
        if (refusal !== undefined) throw new RefusedBuildError(refusal);
      },
      'astro:build:done': async ({ dir, logger }) => {
        const model = currentModel();
        const folder = path.join(fileURLToPath(dir), options.prefix);
        writeFiles(siteFiles(model, site), folder);
        if (drawsDiagrams) writeFiles([diagramFrameFile()], fileURLToPath(dir));
        if (imageCache === undefined) return;
        const cards = cardsOf(model);
        const drawn = await writeCards(cards, { site: folder, cache: imageCache });
        logger.info(`${cards.length} images for link previews, ${drawn} of them redrawn`);
      },
      'astro:server:setup': ({ server, logger }) => {
        if (!open) return;
        followRecords(open, { server, logger });
        // Every request asks for them.
        const files = perObject((model: SiteModel) => siteFiles(model, site));
        server.middlewares.use(serveFiles(() => files(currentModel()), open.frame.base));
        server.middlewares.use(serveFiles(() => [diagramFrameFile()], open.frame.siteBase));
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
