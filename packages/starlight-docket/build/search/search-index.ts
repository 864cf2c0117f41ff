import { rm } from 'node:fs/promises';
import path from 'node:path';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { withSeams } from './word-seams.ts';

/** A search index that pages are added to while they are built. */
export interface SearchIndex {
  /**
   * Adds a page, unless it is none that readers search. Returns at once; resolves as soon as there is room for another.
   * @param pathname address of the page below the base, with a slash at its start
   */
  add(pathname: string, html: string): Promise<void>;
  /**
   * Writes the index and ends it.
   * @param folder absolute path, which need not exist
   * @returns how many pages were added
   * @throws {Error} where Pagefind could not read a page or write the index
   */
  write(folder: string): Promise<number>;
}

/** Facts that other pages tell as well, and the names of all. */
const NOT_SEARCHED = ['.fact:not(.indexed)', '.fact > dt'];

/** What Pagefind writes for user interfaces of its own, which this site does not use. */
const UNUSED = ['ui', 'modular-ui', 'component-ui', 'highlight'].flatMap((name) =>
  ['js', 'css'].map((ending) => `pagefind-${name}.${ending}`),
);

/** Pages that wait for Pagefind at a time; more would only fill memory. */
const MOST_WAITING = 64;

/**
 * Starts Pagefind in a process of its own, which reads pages while further ones are rendered.
 * @throws {Error} where it does not start
 */
export async function openSearchIndex(): Promise<SearchIndex> {
  const { index, errors } = await createIndex({ excludeSelectors: NOT_SEARCHED });
  if (!index) throw refused(errors);
  return indexOf(index);
}

function indexOf(index: PagefindIndex): SearchIndex {
  const waiting = new Set<Promise<void>>();
  const problems: string[] = [];
  let count = 0;
  return {
    async add(pathname, html) {
      const content = searchedPart(html);
      if (content === undefined) return;
      count += 1;
      const added: Promise<void> = index
        .addHTMLFile({ url: pathname, content })
        .then(({ errors }) => errors, String)
        .then((errors) => {
          for (const error of [errors].flat()) problems.push(`${pathname}: ${error}`);
          waiting.delete(added);
        });
      waiting.add(added);
      if (waiting.size >= MOST_WAITING) await Promise.race(waiting);
    },
    async write(folder) {
      try {
        await Promise.all(waiting);
        if (problems.length > 0) throw refused(problems);
        const { errors } = await index.writeFiles({ outputPath: folder });
        if (errors.length > 0) throw refused(errors);
        await Promise.all(UNUSED.map((name) => rm(path.join(folder, name), { force: true })));
        return count;
      } finally {
        await close();
      }
    },
  };
}

/**
 * The part of a page that is searched, in as little HTML as Pagefind needs; `undefined` for a page without one. The
 * footer of a page, with the relations of a record, is larger than most records and left out.
 */
function searchedPart(html: string): string | undefined {
  const start = html.indexOf('<main data-pagefind-body');
  if (start < 0) return undefined;
  const foot = html.indexOf('<footer', start);
  const end = foot < 0 ? html.indexOf('</main>', start) : foot;
  const language = /<html[^>]* lang="([^"]*)"/.exec(html)?.[1] ?? 'en';
  return `<html lang="${language}"><body>${withSeams(html.slice(start, end))}</main></body></html>`;
}

function refused(errors: readonly string[]): Error {
  return new Error(
    `Pagefind could not build the search index: ${errors.join('; ') || 'it gave no reason'}`,
  );
}
