import type { Corpus } from 'docket/records';
import { encodePath, withBase } from './urls.ts';

/** Where the files that records show stand on the site, below their path in the repository. */
const FOLDER = 'files';

/** The path on the site of a file that a record shows. */
export function mediaPath(path: string): string {
  return `${FOLDER}/${path}`;
}

/** The address of a file that a record shows; `undefined` where the site does not hold it. */
export function mediaUrl(
  { corpus, base }: { readonly corpus: Corpus; readonly base: string },
  path: string,
): string | undefined {
  const isHeld = corpus.surroundings.shown?.has(path) ?? false;
  return isHeld ? withBase(base, encodePath(mediaPath(path))) : undefined;
}
