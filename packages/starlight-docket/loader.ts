import { glob, type Loader } from 'astro/loaders';
import { currentModel } from './site/model.ts';
import { errorsOf, RefusedBuildError } from './site/refusal.ts';
import { errorScreen, reportText } from './site/report-text.ts';

/** Where the hand-written pages stand, and their names. */
const PAGES = 'src/content/docs';
const PAGE = '**/[^_]*.md';
/** Pages that tell of the project's own records have no place beside others. */
const OWN_PAGES = 'platform/';

/**
 * Loads the hand-written pages of `src/content/docs` into Starlight's `docs` collection. Records have a route of their
 * own; a build whose records have errors is refused here, before anything of it is made.
 */
export function docketLoader(): Loader {
  return {
    name: 'docket-pages',
    async load(context) {
      const model = currentModel();
      if (model.refuses && errorsOf(model.findings).length > 0) {
        throw new RefusedBuildError(reportText(model, errorScreen()));
      }
      const pattern = model.isOwn ? PAGE : [PAGE, `!${OWN_PAGES}**`];
      await glob({ base: PAGES, pattern }).load(context);
    },
  };
}
