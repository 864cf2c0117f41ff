import { docsLoader } from '@astrojs/starlight/loaders';
import type { Loader } from 'astro/loaders';
import { currentModel } from './site/model.ts';
import { errorsOf, RefusedBuildError } from './site/refusal.ts';
import { errorScreen, reportText } from './site/report-text.ts';

/** Pages that tell of the project's own records have no place beside others. */
const OWN_PAGES = 'platform/';

/**
 * Loads the pages of `src/content/docs` into Starlight's `docs` collection, as Starlight's `docsLoader` does. Records
 * have a route of their own; a build whose records have errors is refused here, before anything of it is made.
 * @param options as `docsLoader` takes them
 */
export function docketLoader(options?: Parameters<typeof docsLoader>[0]): Loader {
  return {
    name: 'docket-pages',
    async load(context) {
      const model = currentModel();
      if (model.refuses && errorsOf(model.findings).length > 0) {
        throw new RefusedBuildError(reportText(model, errorScreen()));
      }
      await docsLoader(options).load(context);
      if (model.isOwn || model.look !== 'docket') return;
      for (const id of context.store.keys()) if (id.startsWith(OWN_PAGES)) context.store.delete(id);
    },
  };
}
