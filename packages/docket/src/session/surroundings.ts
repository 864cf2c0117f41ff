import type { Reader } from '../io/reader.ts';
import type { Surroundings } from '../records/corpus.ts';
import { fragmentsOf } from '../records/fragments.ts';
import { fileOfUrl } from '../records/links.ts';
import { parseMarkdown } from '../records/markdown.ts';
import { isDocument, isMedia } from '../records/media.ts';
import { perObject } from '../records/memo.ts';
import { pathMentions } from '../records/path-mentions.ts';
import type { DocketRecord } from '../records/record.ts';

/** A path that records point to, as it was found; what is asked of it is asked once. */
export interface LookedAt {
  readonly exists: boolean;
  isFile?: boolean;
  fragments?: ReadonlySet<string> | undefined;
}

/** A path that a record or a page points to. */
interface Pointer {
  readonly path: string;
  /** The path that is meant if the address counts from the root, as many a broken one does. */
  readonly fromRoot?: string | undefined;
  readonly isImage: boolean;
  readonly isLink: boolean;
  readonly hasFragment: boolean;
}

/** A text with links. */
type Linking = Pick<DocketRecord, 'links' | 'path'>;

/**
 * Looks at what the records point to outside the records themselves.
 * @param looked what was found before and still holds; what is found now is added
 */
export function readSurroundings(
  reader: Reader,
  records: readonly DocketRecord[],
  looked: Map<string, LookedAt>,
): Surroundings {
  const known = new Set(records.map((record) => record.path));
  const around = lookAround(reader, known, records.flatMap(pointersOf), looked);
  return { ...around, top: new Set(reader.names()) };
}

/** Looks at what pages that are no records link to, beside the records. */
export function readLinked(
  reader: Reader,
  known: ReadonlySet<string>,
  pages: readonly Linking[],
): Surroundings {
  return lookAround(reader, known, pages.flatMap(linkedFrom), new Map());
}

function lookAround(
  reader: Reader,
  known: ReadonlySet<string>,
  pointers: readonly Pointer[],
  looked: Map<string, LookedAt>,
): Surroundings {
  const existing = new Set<string>();
  const shown = new Set<string>();
  const documents = new Set<string>();
  const fragments = new Map<string, ReadonlySet<string>>();
  const lookAt = (path: string): LookedAt => {
    const found = looked.get(path) ?? { exists: reader.exists(path) };
    looked.set(path, found);
    return found;
  };
  for (const { path, fromRoot, isImage, isLink, hasFragment } of pointers) {
    if (known.has(path)) continue;
    const found = lookAt(path);
    if (!found.exists) {
      if (fromRoot !== undefined && lookAt(fromRoot).exists) existing.add(fromRoot);
      continue;
    }
    existing.add(path);
    const isShown = isImage && isMedia(path);
    if (isShown || (isLink && isDocument(path))) {
      found.isFile ??= reader.holdsFile(path);
      if (found.isFile) (isShown ? shown : documents).add(path);
    }
    if (hasFragment && path.endsWith('.md')) {
      if (!('fragments' in found)) found.fragments = fragmentsIn(reader, path);
      if (found.fragments) fragments.set(path, found.fragments);
    }
  }
  return { existing, shown, documents, fragments };
}

const pointersOf = perObject((record: DocketRecord): readonly Pointer[] => [
  ...linkedFrom(record),
  ...pathMentions(record).map(({ path }) => {
    const isNone = { isImage: false, isLink: false, hasFragment: false };
    return { path, ...isNone };
  }),
]);

function linkedFrom({ links, path: from }: Linking): Pointer[] {
  return links.flatMap(({ url, image }) => {
    const target = fileOfUrl(url, from);
    if (!target) return [];
    const fromRoot = fileOfUrl(url, '')?.path;
    const hasFragment = target.fragment !== undefined;
    return [{ path: target.path, fromRoot, isImage: image, isLink: !image, hasFragment }];
  });
}

function fragmentsIn(reader: Reader, path: string): ReadonlySet<string> | undefined {
  const file = reader.text(path);
  return file.kind === 'text' ? fragmentsOf(parseMarkdown(file.text)).all : undefined;
}
