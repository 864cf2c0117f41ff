import { type CitingDocument, mayCite, readCitations } from '../records/citations.ts';
import type { DocketConfig } from '../records/config.ts';
import { isTemplate, kindOfPath, type Layout } from '../records/layout.ts';
import { matchesGlobs } from './config.ts';
import type { TextFile } from './files.ts';

/** A file read for its citations; `undefined` where it is no text or cites nothing. */
export function readDocument(file: TextFile): CitingDocument | undefined {
  if (file.kind !== 'text') return undefined;
  const document = readCitations(file.path, file.text);
  return document.citations.length > 0 ? document : undefined;
}

/** Whether a file is one whose citations are judged, by its path and the configuration. */
export function isDocument(file: string, layout: Layout, config: DocketConfig): boolean {
  const { include, exclude = [] } = config.documents ?? {};
  return (
    mayCite(file) &&
    kindOfPath(file, layout) === undefined &&
    !isTemplate(file, layout) &&
    (include === undefined || matchesGlobs(file, include)) &&
    (exclude.length === 0 || !matchesGlobs(file, exclude))
  );
}
