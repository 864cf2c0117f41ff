import { searchedTerm, withoutSeams } from '../build/search/word-seams.ts';

/* The part of Pagefind's browser API that the search uses; https://pagefind.app/docs/api/ */

/** How many pages each value of each filter has. */
export type FilterCounts = Record<string, Record<string, number>>;

/** Values a page must have: all of a list, or any one of them. */
export type Filters = Record<string, string[] | { any: string[] }>;

/** The text of a page that was found. Excerpts are HTML: escaped text with `<mark>`. */
export interface PageFragment {
  url: string;
  excerpt: string;
  meta: Record<string, string>;
  filters: Record<string, string[]>;
  sub_results: { title: string; url: string; excerpt: string }[];
}

/** What a search found, best first. */
export interface SearchResponse {
  results: { id: string; data: () => Promise<PageFragment> }[];
  filters: FilterCounts;
  totalFilters: FilterCounts;
}

/** The loaded search index. */
export interface Pagefind {
  filters(): Promise<FilterCounts>;
  search(term: string | null, options: { filters: Filters }): Promise<SearchResponse>;
}

/**
 * Loads the index that the build wrote.
 * @param base base path of the site, with a slash at each end
 * @throws where the site was not built, as in development
 */
export async function loadPagefind(base: string): Promise<Pagefind> {
  const address = `${base}pagefind/pagefind.js`;
  const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind & {
    options(options: Record<string, unknown>): Promise<void>;
  };
  await pagefind.options({ baseUrl: base, excerptLength: 24 });
  return {
    filters: pagefind.filters,
    async search(term, options) {
      const found = await pagefind.search(term === null ? null : searchedTerm(term), options);
      const results = found.results.map(({ id, data }) => ({
        id,
        data: async () => shown(await data()),
      }));
      return { ...found, results };
    },
  };
}

function shown(page: PageFragment): PageFragment {
  const { title } = page.meta;
  return {
    ...page,
    excerpt: withoutSeams(page.excerpt),
    meta: { ...page.meta, ...(title !== undefined && { title: withoutSeams(title) }) },
    sub_results: page.sub_results.map((result) => ({
      ...result,
      title: withoutSeams(result.title),
      excerpt: withoutSeams(result.excerpt),
    })),
  };
}
