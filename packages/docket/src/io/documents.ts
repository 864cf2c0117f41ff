import { type CitingDocument, mayCite, readCitations } from '../records/citations.ts';
import type { DocketConfig } from '../records/config.ts';
import { kindOfPath, type Layout, RECORD_KINDS } from '../records/layout.ts';
import { listCitingFiles } from './citing-files.ts';
import { matchesGlobs } from './config.ts';
import type { Reader } from './reader.ts';

/**
 * Reads the documents and the code of a repository that cite records: what Git tracks or would track, else all but
 * the usual folders of tools. A file that cannot be read as text cites nothing.
 * @param files as `listCitingFiles` gives them, where the caller asked early
 */
export async function readDocuments(
  reader: Reader,
  layout: Layout,
  config: DocketConfig,
  files: Promise<readonly string[]> = listCitingFiles(reader.root),
): Promise<CitingDocument[]> {
  const wanted = (await files).filter((file) => isDocument(file, layout, config));
  const documents: CitingDocument[] = [];
  for (const path of wanted) {
    const file = reader.text(path);
    if (file.kind !== 'text') continue;
    const document = readCitations(path, file.text);
    if (document.citations.length > 0) documents.push(document);
  }
  return documents;
}

/** Whether a file is one whose citations are judged, by its path and the configuration. */
export function isDocument(file: string, layout: Layout, config: DocketConfig): boolean {
  const { include, exclude = [] } = config.documents ?? {};
  return (
    mayCite(file) &&
    kindOfPath(file, layout) === undefined &&
    !RECORD_KINDS.some((kind) => layout[kind].template === file) &&
    (include === undefined || matchesGlobs(file, include)) &&
    (exclude.length === 0 || !matchesGlobs(file, exclude))
  );
}
