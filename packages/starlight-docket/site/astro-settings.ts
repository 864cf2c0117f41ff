import type { AstroUserConfig } from 'astro';
import { docketProcessor } from '../markdown/processor.ts';
import { readVariable, webAddress } from './options.ts';

/** The keys of Astro's configuration that a site of Docket's look may set as Docket's own does. */
type AstroSettings = Pick<AstroUserConfig, 'build' | 'markdown' | 'vite'> &
  Partial<Record<'base' | 'cacheDir' | 'outDir' | 'site', string>>;

/**
 * Settings of Astro for a site with `look: 'docket'`, to spread into its configuration. They reach every page: the
 * Markdown processor of the records for hand-written pages too, scripts and styles as files, as a strict policy wants
 * them, and the address and folders that `DOCKET_SITE`, `DOCKET_BASE` and `DOCKET_OUT_DIR` give.
 * @throws {AstroError} where `DOCKET_SITE` is no web address
 */
export function astroSettings(): AstroSettings {
  const { env } = process;
  const [base, outDir] = [readVariable(env, 'DOCKET_BASE'), readVariable(env, 'DOCKET_OUT_DIR')];
  const address = readVariable(env, 'DOCKET_SITE');
  const site = address && webAddress({ value: address, name: 'DOCKET_SITE' });
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
    markdown: { processor: docketProcessor() },
  };
}
