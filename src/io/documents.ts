import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { type CitingDocument, mayCite, readCitations } from '../records/citations.ts';
import type { DocketConfig } from '../records/config.ts';
import { kindOfPath, type Layout, RECORD_KINDS } from '../records/layout.ts';
import { matchesGlobs } from './config.ts';
import { decodeText } from './git-log.ts';
import { GitError, runGit } from './git-process.ts';
import type { Reader } from './reader.ts';

const NEVER = new Set(['node_modules', '.git', 'dist', 'build', 'vendor', '.cache', '.astro']);

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
  const { include, exclude = [] } = config.documents ?? {};
  const templates = RECORD_KINDS.map((kind) => layout[kind].template);
  const wanted = (await files).filter(
    (file) =>
      mayCite(file) &&
      kindOfPath(file, layout) === undefined &&
      !templates.includes(file) &&
      (include === undefined || matchesGlobs(file, include)) &&
      (exclude.length === 0 || !matchesGlobs(file, exclude)),
  );
  const documents: CitingDocument[] = [];
  for (const path of wanted) {
    const file = reader.text(path);
    if (file.kind !== 'text') continue;
    const document = readCitations(path, file.text);
    if (document.citations.length > 0) documents.push(document);
  }
  return documents;
}

/**
 * The files that may cite a record: outside a repository all but the usual folders of tools, inside it those that
 * Git tracks or would track and that hold something like a record's number. Git searches thousands of files in the
 * time it takes to read some dozens here.
 */
export async function listCitingFiles(root: string): Promise<readonly string[]> {
  try {
    const { output } = await runGit(
      root,
      ['grep', '--untracked', '-l', '-z', '-I', '-i', '-E', '(adr|spec)[- ][0-9]{3}', '--', '.'],
      { statuses: [0, 1] },
    );
    const files = decodeText(output).split('\0');
    return files.filter((file) => file !== '').sort();
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    return (await walkFolder(root, '')).sort();
  }
}

async function walkFolder(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(path.join(root, folder), { withFileTypes: true });
  const below = await Promise.all(
    entries.map((entry) => {
      const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) return NEVER.has(entry.name) ? [] : walkFolder(root, name);
      return entry.isFile() ? [name] : [];
    }),
  );
  return below.flat();
}
