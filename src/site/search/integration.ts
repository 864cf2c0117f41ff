import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { currentSearchIndex, setSearchIndex } from './current-index.ts';
import { openSearchIndex } from './search-index.ts';

/**
 * Astro integration: makes the search index in step with the pages, where Starlight's own would read them all again
 * after the last one is written.
 */
export function search(): AstroIntegration {
  return {
    name: 'docket-search',
    hooks: {
      'astro:config:setup': ({ addMiddleware }) => {
        addMiddleware({ order: 'pre', entrypoint: new URL('./middleware.ts', import.meta.url) });
      },
      'astro:build:start': async () => setSearchIndex(await openSearchIndex()),
      'astro:build:done': async ({ dir, logger }) => {
        const count = await currentSearchIndex()?.write(fileURLToPath(new URL('pagefind/', dir)));
        setSearchIndex(undefined);
        logger.info(`${count ?? 0} pages read for the search`);
      },
    },
  };
}
