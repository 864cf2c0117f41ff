import { pathToFileURL } from 'node:url';
import { type SatteriResolvedOptions, satteriHeadingIdsPlugin } from '@astrojs/markdown-satteri';
import type { MarkdownHeading } from 'astro';
import { type CompileOptions, type MdastPluginDefinition, markdownToHtml } from 'satteri';

/**
 * Renders the HTML that a converter made of a record in another format: through the same gate, and with the same
 * plugins, as HTML that stands in Markdown.
 * @param file absolute path of the record
 */
export async function renderHtml(
  processor: SatteriResolvedOptions,
  html: string,
  file: string,
): ReturnType<typeof renderRecord> {
  const whole: MdastPluginDefinition = {
    name: 'docket-converted',
    paragraph: (node, ctx) => ctx.replaceNode(node, { type: 'html', value: html }),
  };
  return renderRecord({ ...processor, mdastPlugins: [whole] }, 'converted', file);
}

/**
 * Renders the text of a record. Astro's own way of rendering would take the images, whose addresses may be none for it,
 * and stop at the first that it cannot read.
 * @param file absolute path of the record
 */
export async function renderRecord(
  { mdastPlugins, hastPlugins, features }: SatteriResolvedOptions,
  text: string,
  file: string,
): Promise<{ readonly html: string; readonly headings: MarkdownHeading[] }> {
  const headings: MarkdownHeading[] = [];
  const none = new Set<string>();
  const astro = { frontmatter: {}, headings, localImagePaths: none, remoteImagePaths: none };
  const { html } = await markdownToHtml(text, {
    mdastPlugins,
    hastPlugins: [...hastPlugins, satteriHeadingIdsPlugin()],
    features: {
      gfm: true,
      ...features,
      // Starlight turns directives on (`:::note`), which code hosts print as text; a record reads the same there and here.
      directive: false,
    } as NonNullable<CompileOptions['features']>,
    fileURL: pathToFileURL(file),
    data: { astro },
  });
  return { html, headings: astro.headings };
}
