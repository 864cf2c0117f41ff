import { pathToFileURL } from 'node:url';
import { isSatteriProcessor, satteriHeadingIdsPlugin } from '@astrojs/markdown-satteri';
import type { AstroConfig, MarkdownHeading } from 'astro';
import { type CompileOptions, markdownToHtml } from 'satteri';

/**
 * Renders the text of a record with the plugins that Astro is configured with. Astro's own way of rendering would take
 * the images, whose addresses may be none for it, and stop at the first that it cannot read.
 * @param file absolute path of the record
 * @throws {Error} where Astro is configured with another engine
 */
export async function renderRecord(
  { markdown: { processor } }: AstroConfig,
  text: string,
  file: string,
): Promise<{ readonly html: string; readonly headings: MarkdownHeading[] }> {
  if (!isSatteriProcessor(processor)) {
    throw new Error(
      'Records are rendered with Sätteri only; set `markdown.processor` to `satteri()` in astro.config.mjs',
    );
  }
  const { mdastPlugins, hastPlugins, features } = processor.options;
  const headings: MarkdownHeading[] = [];
  const none = new Set<string>();
  const astro = { frontmatter: {}, headings, localImagePaths: none, remoteImagePaths: none };
  const { html } = await markdownToHtml(text, {
    mdastPlugins,
    hastPlugins: [...hastPlugins, satteriHeadingIdsPlugin()],
    features: { gfm: true, ...features } as NonNullable<CompileOptions['features']>,
    fileURL: pathToFileURL(file),
    data: { astro },
  });
  return { html, headings: astro.headings };
}
