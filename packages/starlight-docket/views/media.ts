import type { Corpus } from 'docket/records';
import { encodePath, withBase } from './urls.ts';

/** Where the files that records show or lead to stand on the site, below their path in the repository. */
const FOLDER = 'files';

/** What decides which files a site holds. */
interface MediaContext {
  readonly corpus: Corpus;
  /** Address of the repository's web view. */
  readonly repository: string | undefined;
}

/** The path on the site of a file that it holds. */
export function mediaPath(path: string): string {
  return `${FOLDER}/${path}`;
}

/**
 * Paths of the files that a site holds: what its records show and, where it knows no web view of the repository that
 * has them, the documents that its records lead to.
 */
export function heldFiles({ corpus, repository }: MediaContext): string[] {
  const { shown, documents } = corpus.surroundings;
  return [...new Set([...(shown ?? []), ...(repository === undefined ? (documents ?? []) : [])])];
}

/** The address of a file that a record shows or leads to; `undefined` where the site does not hold it. */
export function mediaUrl(
  { corpus, base, repository }: MediaContext & { readonly base: string },
  path: string,
): string | undefined {
  const { shown, documents } = corpus.surroundings;
  const isHeld = shown?.has(path) || (repository === undefined && documents?.has(path));
  return isHeld ? withBase(base, encodePath(mediaPath(path))) : undefined;
}
