import { statSync } from 'node:fs';
import { dateOrderOf, numericDates } from '../records/dialects/dates.ts';
import { type Discovery, findLogs, logAt } from '../records/discovery/find-logs.ts';
import type { Layout } from '../records/layout.ts';
import type { Reader } from './reader.ts';
import { walkFiles } from './walk-files.ts';

/** Folders that hold no records and may hold very much else. */
const PASSED_OVER: ReadonlySet<string> = new Set([
  '.git',
  '.hg',
  '.svn',
  '.venv',
  '.cache',
  '.astro',
  '.next',
  'node_modules',
  'bower_components',
  '__pycache__',
]);

/**
 * Finds the decision logs of a repository: the folder that is named, else wherever records are.
 * @param folder relative to the root, as the configuration names it
 */
export async function discover(reader: Reader, folder?: string): Promise<Discovery> {
  const isFolder = statSync(reader.root, { throwIfNoEntry: false })?.isDirectory() === true;
  const paths = isFolder ? await walkFiles(reader.root, PASSED_OVER) : [];
  const read = (path: string): string | undefined => {
    const file = reader.text(path);
    return file.kind === 'text' ? file.text : undefined;
  };
  if (folder === undefined) return findLogs({ paths, read });
  return { logs: [logAt(folder, { paths, read })], empty: [] };
}

/** A layout whose decisions are those that were found. */
export function withLogs(layout: Layout, reader: Reader, { logs }: Discovery): Layout {
  const folder = logs[0]?.folder ?? layout.adr.folder;
  const dates = logs.flatMap(({ records }) => records.flatMap((path) => datesIn(reader, path)));
  return { ...layout, adr: { ...layout.adr, folder, logs, dateOrder: dateOrderOf(dates) } };
}

/** The dates of a record that may tell whether day or month comes first. */
function datesIn(reader: Reader, path: string): readonly string[] {
  const file = reader.text(path);
  return file.kind === 'text' ? numericDates(file.text) : [];
}
