import type { SearchIndex } from './search-index.ts';

// The integration and the middleware are separate instances of this module in one process; see `model.ts`.
const HOLDER = Symbol.for('docket.search-index');

/** Makes an index the one that the pages of this build are added to; `undefined` once it is written. */
export function setSearchIndex(index: SearchIndex | undefined): void {
  (globalThis as Record<symbol, unknown>)[HOLDER] = index;
}

/** The index of the running build; `undefined` in a development server. */
export function currentSearchIndex(): SearchIndex | undefined {
  return (globalThis as Record<symbol, unknown>)[HOLDER] as SearchIndex | undefined;
}
