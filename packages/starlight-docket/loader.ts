import { docsLoader } from '@astrojs/starlight/loaders';
import { glob, type Loader } from 'astro/loaders';
import { currentFrame, OWN_PAGE } from './site/model.ts';
import { RefusedBuildError } from './site/refusal.ts';

/** The pages of Docket's own site but those of the project's own records, which have no place beside others. */
const WITHOUT_OWN = { base: 'src/content/docs', pattern: ['**/[^_]*.md', '!platform/**'] };

/**
 * Loads the pages of `src/content/docs` into Starlight's `docs` collection, as Starlight's `docsLoader` does. Records
 * have a route of their own. A build whose records have errors is refused here, before anything of it is made.
 * @param options as `docsLoader` takes them
 */
export function docketLoader(options?: Parameters<typeof docsLoader>[0]): Loader {
  return {
    name: 'docket-pages',
    async load(context) {
      const { isOwn, look, hostPages, refusal } = currentFrame();
      if (refusal !== undefined) throw new RefusedBuildError(refusal);
      const isOthers = look === 'docket' && !isOwn && hostPages.has(OWN_PAGE);
      await (isOthers ? glob(WITHOUT_OWN) : docsLoader(options)).load(context);
    },
  };
}
