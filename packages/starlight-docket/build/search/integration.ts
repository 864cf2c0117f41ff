import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { currentSearchIndex, setSearchIndex } from './current-index.ts';
import { openSearchIndex } from './search-index.ts';

/**
 * Astro integration: makes the search index in step with the pages, where Starlight's own would read them all again
 * after the last one is written. It comes last, to wait for what it began.
 */
export function search(): AstroIntegration {
  let written: Promise<number> | undefined;
  return {
    name: 'docket-search',
    hooks: {
      'astro:config:setup': ({ addMiddleware }) => {
        addMiddleware({ order: 'pre', entrypoint: new URL('./middleware.ts', import.meta.url) });
      },
      'astro:build:start': async () => setSearchIndex(await openSearchIndex()),
      // Pagefind puts the index together in its own process while other integrations go on.
      'astro:build:generated': ({ dir }) => {
        written = currentSearchIndex()?.write(fileURLToPath(new URL('pagefind/', dir)));
        written?.catch(() => {});
        setSearchIndex(undefined);
      },
      'astro:build:done': async ({ logger }) => {
        logger.info(`${(await written) ?? 0} pages read for the search`);
      },
    },
  };
}
