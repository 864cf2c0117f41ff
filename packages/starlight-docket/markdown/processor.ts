import {
  isSatteriProcessor,
  type SatteriResolvedOptions,
  satteri,
} from '@astrojs/markdown-satteri';
import type { HookParameters } from 'astro';
import { hastPlugins, mdastPlugins } from './plugins.ts';

/** Docket's Markdown processor. Records are always rendered with one; a site may use another for its own pages. */
export function docketProcessor(): ReturnType<typeof satteri> {
  return satteri({
    mdastPlugins: [...mdastPlugins],
    hastPlugins: [...hastPlugins],
    // Dashes stay as written, so that a heading has the fragment that GitHub gives it.
    features: { smartPunctuation: { quotes: true, ellipses: true, dashes: false } },
  });
}

/** Whether a processor is Docket's, by the plugins that it runs. */
export function isDocketProcessor(
  processor: Parameters<typeof isSatteriProcessor>[0],
): processor is ReturnType<typeof satteri> {
  return (
    isSatteriProcessor(processor) &&
    mdastPlugins.every((plugin) => processor.options.mdastPlugins.includes(plugin))
  );
}

/**
 * What records are rendered with: the processor of the site where that is Docket's, else one of their own, to which the
 * site's Expressive Code is added as it adds itself to the site's.
 */
export async function recordProcessor(
  setup: HookParameters<'astro:config:setup'>,
): Promise<SatteriResolvedOptions> {
  const { config } = setup;
  if (isDocketProcessor(config.markdown.processor)) return config.markdown.processor.options;
  const processor = docketProcessor();
  const code = config.integrations.find(({ name }) => name === 'astro-expressive-code');
  await code?.hooks['astro:config:setup']?.({
    ...setup,
    config: { ...config, markdown: { ...config.markdown, processor } },
    // It gives its own files to the site when it is asked by Astro.
    updateConfig: () => config,
  });
  return processor.options;
}
