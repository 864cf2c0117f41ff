import path from 'node:path';
import { docsLoader } from '@astrojs/starlight/loaders';
import type { Loader, LoaderContext } from 'astro/loaders';
import { renderRecord } from './markdown/render.ts';
import { currentFrame, onPagesChange } from './site/model.ts';
import { RefusedBuildError } from './site/refusal.ts';

/**
 * Loads the pages of `src/content/docs` into Starlight's `docs` collection, as Starlight's `docsLoader` does, and those
 * that stand in a folder of the repository, if the plugin names one. Records have a route of their own. A build whose
 * records have errors is refused here, before anything of it is made.
 * @param options as `docsLoader` takes them
 */
export function docketLoader(options?: Parameters<typeof docsLoader>[0]): Loader {
  return {
    name: 'docket-pages',
    async load(context) {
      const { refusal } = currentFrame();
      if (refusal !== undefined) throw new RefusedBuildError(refusal);
      await docsLoader(options).load(context);
      let stored = await storePages(context, new Set());
      onPagesChange(async () => {
        stored = await storePages(context, stored);
      });
    },
  };
}

/**
 * Renders the pages of the repository as records are, through the same gate.
 * @param before ids of those that were stored already
 * @returns ids of those that are stored now
 */
async function storePages(
  { store, parseData, generateDigest }: LoaderContext,
  before: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const { base, siteBase, root, pages, processor } = currentFrame();
  const prefix = base.slice(siteBase.length);
  const ids = new Set<string>();
  for (const page of pages.byPath.values()) {
    const id = `${prefix}${page.slug}`;
    // A page of the project wins.
    if (store.has(id) && !before.has(id)) continue;
    ids.add(id);
    const file = path.join(root, page.path);
    const { title, description, text, body } = page;
    const { html, headings } = await renderRecord(processor, text, file);
    store.set({
      id,
      data: await parseData({ id, data: { title, description }, filePath: file }),
      body,
      filePath: page.path,
      digest: generateDigest(html),
      rendered: { html, metadata: { headings, frontmatter: {} } },
    });
  }
  for (const id of before) if (!ids.has(id)) store.delete(id);
  return ids;
}
