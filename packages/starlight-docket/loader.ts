import { glob, type Loader } from 'astro/loaders';
import { currentFrame } from './site/model.ts';

/** Where the hand-written pages stand, and their names. */
const PAGES = 'src/content/docs';
const PAGE = '**/[^_]*.md';
/** Pages that tell of the project's own records have no place beside others. */
const OWN_PAGES = 'platform/';

/** Loads the hand-written pages of `src/content/docs` into Starlight's `docs` collection; records have a route of their own. */
export function docketLoader(): Loader {
  return {
    name: 'docket-pages',
    async load(context) {
      const pattern = currentFrame().isOwn ? PAGE : [PAGE, `!${OWN_PAGES}**`];
      await glob({ base: PAGES, pattern }).load(context);
    },
  };
}
