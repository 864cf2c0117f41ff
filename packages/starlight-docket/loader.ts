import { docsLoader } from '@astrojs/starlight/loaders';
import type { Loader } from 'astro/loaders';
import { currentFrame } from './site/model.ts';

/** Pages that tell of the project's own records have no place beside others. */
const OWN_PAGES = 'platform/';

/**
 * Loads the pages of `src/content/docs` into Starlight's `docs` collection, as Starlight's `docsLoader` does. Records
 * have a route of their own.
 * @param options as `docsLoader` takes them
 */
export function docketLoader(options?: Parameters<typeof docsLoader>[0]): Loader {
  return {
    name: 'docket-pages',
    async load(context) {
      const { isOwn, look } = currentFrame();
      await docsLoader(options).load(context);
      if (isOwn || look !== 'docket') return;
      for (const id of context.store.keys()) if (id.startsWith(OWN_PAGES)) context.store.delete(id);
    },
  };
}
