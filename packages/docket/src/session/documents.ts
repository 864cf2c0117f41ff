import path from 'node:path';
import { listCitingFiles } from '../io/citing-files.ts';
import { isDocument, readDocument } from '../io/documents.ts';
import { asIfSaved } from '../io/files.ts';
import { Reader } from '../io/reader.ts';
import type { CitingDocument } from '../records/citations.ts';
import type { ReadingInput } from './reading.ts';
import type { Told } from './told.ts';

/** Documents and code that cite records, by path, in the order of their paths. */
export type Documents = ReadonlyMap<string, CitingDocument>;

/** What was read before, and which paths may have changed since. */
export interface EarlierDocuments {
  readonly documents: Documents;
  readonly told: Told;
}

/**
 * Reads the documents and the code of a repository that cite records: what Git tracks or would track, else all but the
 * usual folders of tools. A file that cannot be read as text cites nothing.
 */
export async function readDocuments(
  { root, config, layout, texts }: Omit<ReadingInput, 'look' | 'mayLackFolders'>,
  earlier?: EarlierDocuments,
): Promise<Documents> {
  const reader = new Reader(root);
  const among = earlier && candidates(reader, earlier.told);
  const wanted = (file: string) => isDocument(file, layout, config);
  const asked = among?.filter(wanted);
  const listed = asked?.length === 0 ? [] : await listCitingFiles(root, asked);
  const unsaved = [...texts.keys()].filter((file) => earlier?.documents.has(file));
  const documents = new Map(
    among && [...earlier.documents].filter(([file]) => !earlier.told.holds(file)),
  );
  for (const file of new Set([...listed.filter(wanted), ...unsaved])) {
    const text = texts.get(file);
    const document = readDocument(text === undefined ? reader.text(file) : asIfSaved(file, text));
    if (document) documents.set(file, document);
  }
  return new Map([...documents].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The most paths that Git is asked about by name. */
const MOST_NAMED = 200;

/** The told paths that may be documents now; `undefined` where all files have to be asked about. */
function candidates(reader: Reader, told: Told): readonly string[] | undefined {
  const decidesMore = (name: string): boolean =>
    path.posix.basename(name) === '.gitignore' ||
    name === '' ||
    reader.stats(name)?.isDirectory() === true;
  if (told.paths.length > MOST_NAMED || told.paths.some(decidesMore)) return undefined;
  return told.paths.filter((name) => reader.exists(name));
}
