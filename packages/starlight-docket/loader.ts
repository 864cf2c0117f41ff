import { docsLoader } from '@astrojs/starlight/loaders';
import type { Loader } from 'astro/loaders';
import { currentFrame } from './site/model.ts';
import { RefusedBuildError } from './site/refusal.ts';

/**
 * Loads the pages of `src/content/docs` into Starlight's `docs` collection, as Starlight's `docsLoader` does. Records
 * have a route of their own. A build whose records have errors is refused here, before anything of it is made.
 * @param options as `docsLoader` takes them
 */
export function docketLoader(options?: Parameters<typeof docsLoader>[0]): Loader {
  return {
    name: 'docket-pages',
    async load(context) {
      const { refusal } = currentFrame();
      if (refusal !== undefined) throw new RefusedBuildError(refusal);
      await docsLoader(options).load(context);
    },
  };
}
