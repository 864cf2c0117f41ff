import { type Corpus, homeOfPath, publishedPicture } from 'docket/records';
import { homeOf } from './home-of.ts';
import { encodePath, logSlug, withBase } from './urls.ts';

/** What decides which files a site holds. */
interface MediaContext {
  readonly corpus: Corpus;
  /** Address of the repository's web view. */
  readonly repository: string | undefined;
}

/** The path on the site of a file that it holds. */
export function mediaPath({ layout }: Pick<Corpus, 'layout'>, path: string): string {
  const other = homeOfPath(layout, path);
  if (!other) return publishedPicture(path);
  return `${logSlug(other.home.mount.slice(0, -1))}/${publishedPicture(other.path)}`;
}

/**
 * Paths of the files that a site holds: what its records show and, where it knows no web view of the repository that
 * has them, the documents that its records lead to.
 */
export function heldFiles(context: MediaContext): string[] {
  const { shown = [], documents = [] } = context.corpus.surroundings;
  const own = [...documents].filter((path) => homeOf(context, path).repository === undefined);
  return [...new Set([...shown, ...own])];
}

/** The address of a file that a record shows or leads to; `undefined` where the site does not hold it. */
export function mediaUrl(
  context: MediaContext & { readonly base: string },
  path: string,
): string | undefined {
  const { corpus, base } = context;
  const { shown, documents } = corpus.surroundings;
  const isHeld =
    shown?.has(path) ||
    (documents?.has(path) === true && homeOf(context, path).repository === undefined);
  return isHeld ? withBase(base, encodePath(mediaPath(corpus, path))) : undefined;
}
