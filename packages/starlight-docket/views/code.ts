import { type AdrRecord, type Governing, matchesGoverning } from 'docket/records';
import type { EvidenceContext } from './evidence/site-evidence.ts';
import { pinnedUrl } from './urls.ts';

/** A file as the page of a decision lists it. */
export interface CodeFile {
  readonly name: string;
  /** Address of the file at the commit that is checked out; `undefined` where it is not there. */
  readonly url: string | undefined;
}

/** A folder with the files below it that a decision governs. */
export interface CodeFolder {
  /** With a slash at its end; several folders where each but the last holds one folder alone. */
  readonly name: string;
  /** All files below it. */
  readonly count: number;
  readonly folders: readonly CodeFolder[];
  readonly files: readonly CodeFile[];
  /** Files below it that are not listed. */
  readonly more: number;
}

/** A pattern as the page of a decision lists it. */
export interface CodePattern extends Pick<Governing, 'glob' | 'isException' | 'problem'> {
  readonly asksForAcknowledgement: boolean;
  /** Governed files that it takes in; `undefined` where Git lists none. */
  readonly count: number | undefined;
}

/** A comment in code that names the decision. */
export interface CodeMarker {
  /** Path and line: `src/a.ts:12`. */
  readonly place: string;
  readonly url: string | undefined;
  readonly words: string;
}

/** The code that a decision governs, and the code that names it. */
export interface CodeView {
  readonly patterns: readonly CodePattern[];
  /** `undefined` where Git does not list files. */
  readonly governed: CodeFolder | undefined;
  readonly markers: readonly CodeMarker[];
  readonly moreMarkers: number;
}

/** What a page lists at most, whatever the size of the repository. */
const MOST = { files: 200, markers: 20, words: 160 } as const;

/** What the page of a decision tells of code; `undefined` where neither speaks of the other. */
export function codeOf(context: EvidenceContext, adr: AdrRecord): CodeView | undefined {
  const { evidence, repository } = context;
  const { governed, markers: marked } = evidence.code;
  const markers = marked.get(adr) ?? [];
  if (adr.governs.length + markers.length === 0) return undefined;
  // Nothing is known of the files of another repository, whose decision this may be.
  const files = governed?.get(adr);
  const urlOf = (path: string): string | undefined => {
    const pinned = evidence.atHead(path);
    return pinned && pinnedUrl(repository, pinned);
  };
  return {
    patterns: adr.governs.map((entry) => ({
      ...{ glob: entry.glob, isException: entry.isException, problem: entry.problem },
      asksForAcknowledgement: entry.asksForAcknowledgement,
      count: entry.isException
        ? undefined
        : files?.filter((path) => matchesGoverning(entry, path)).length,
    })),
    governed: files && folderOf('', files, { urlOf, room: { left: MOST.files } }),
    markers: markers.slice(0, MOST.markers).map(({ file, line, words }) => {
      const url = urlOf(file);
      return {
        place: `${file}:${line}`,
        url: url && `${url}#L${line}`,
        words: words.length > MOST.words ? `${words.slice(0, MOST.words)}…` : words,
      };
    }),
    moreMarkers: Math.max(0, markers.length - MOST.markers),
  };
}

interface Listing {
  urlOf(path: string): string | undefined;
  /** How many files may still be listed. */
  readonly room: { left: number };
}

/** @param folder with a slash at its end, or empty for the root; all paths begin with it */
function folderOf(
  folder: string,
  paths: readonly string[],
  listing: Listing,
  above = '',
): CodeFolder {
  const isOwn = (path: string) => !path.includes('/', folder.length);
  const own = paths.filter(isOwn);
  const folders = Map.groupBy(
    paths.filter((path) => !isOwn(path)),
    (path) => path.slice(0, path.indexOf('/', folder.length) + 1),
  );
  const [only] = folders;
  if (only && folders.size === 1 && own.length === 0 && folder !== '') {
    return folderOf(only[0], only[1], listing, above);
  }
  const shown = own.slice(0, Math.max(0, listing.room.left));
  listing.room.left -= shown.length;
  return {
    name: folder.slice(above.length),
    count: paths.length,
    files: shown.map((path) => ({ name: path.slice(folder.length), url: listing.urlOf(path) })),
    folders: [...folders].map(([name, inside]) => folderOf(name, inside, listing, folder)),
    more: own.length - shown.length,
  };
}
