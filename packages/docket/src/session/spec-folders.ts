import { isSpecText, type SpecFolder, specFoldersOf } from '../evidence/specs/spec-folder.ts';
import { Reader } from '../io/reader.ts';
import { listCommittable } from '../io/source-files.ts';
import type { Corpus, Surroundings } from '../records/corpus.ts';
import { readLinked } from './surroundings.ts';

/** The specifications that other tools keep in a repository. */
export interface SpecFolders {
  /** In the order of their folders. */
  readonly folders: readonly SpecFolder[];
  /** Paths of texts that could not be read. */
  readonly unread: readonly string[];
  /** What their texts link to, outside the records. */
  readonly surroundings: Surroundings;
}

/**
 * Reads the specifications of Spec Kit, OpenSpec, Kiro, GSD and BMAD, all that Git knows or could. A record is none of
 * their texts.
 * @param root absolute path
 */
export async function readSpecFolders(root: string, corpus: Corpus): Promise<SpecFolders> {
  const reader = new Reader(root);
  const paths = (await listCommittable(root)).filter(
    (file) => isSpecText(file) && corpus.byPath(file) === undefined,
  );
  const read = paths.map((file) => reader.text(file));
  const folders = specFoldersOf(read.filter((file) => file.kind === 'text'));
  const texts = folders.flatMap(({ files }) => files).filter(({ isMarkdown }) => isMarkdown);
  const known = new Set([...corpus.records, ...texts].map((one) => one.path));
  return {
    folders,
    // What is deleted and not yet committed so is known to Git still.
    unread: read.flatMap((file) =>
      file.kind === 'text' || file.isMissing === true ? [] : [file.path],
    ),
    surroundings: readLinked(reader, known, texts),
  };
}
