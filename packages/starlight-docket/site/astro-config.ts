import { satteri } from '@astrojs/markdown-satteri';
import type { AstroUserConfig } from 'astro';
import { hastPlugins, mdastPlugins } from '../markdown/plugins.ts';
import { readEnvironment } from './environment.ts';

/** The keys of Astro's configuration that Docket's own site sets. */
type DocketAstroConfig = Pick<AstroUserConfig, 'build' | 'markdown' | 'vite'> &
  Partial<Record<'base' | 'cacheDir' | 'outDir' | 'site', string>>;

/**
 * What Docket's own site sets of Astro, and reaches every page of it: the Markdown processor of the records for the
 * hand-written pages, scripts and styles as files, and the address and folders that `DOCKET_SITE`, `DOCKET_BASE` and
 * `DOCKET_OUT_DIR` give.
 * @throws {Error} where an environment variable of Docket holds what it may not
 */
export function astroConfig(): DocketAstroConfig {
  const { site, base, outDir } = readEnvironment(process.env, process.cwd());
  return {
    ...(site && { site }),
    ...(base && { base }),
    // A build to another folder keeps its cache beside it, so that builds of several repositories do not meet.
    ...(outDir && { outDir, cacheDir: `${outDir}.cache` }),
    // Scripts of Starlight and of this site come as files that a reader fetches once, not with every page.
    vite: {
      build: { assetsInlineLimit: (file: string) => (file.endsWith('.js') ? false : undefined) },
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
        features: { smartPunctuation: { quotes: true, ellipses: true, dashes: false } },
      }),
    },
  };
}
