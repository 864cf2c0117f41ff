import { statSync } from 'node:fs';
import { type DateOrder, dateOrderOf, numericDates } from '../records/dialects/dates.ts';
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

/** What looking for records gave, and what the records that were found say together. */
export interface Discovered extends Discovery {
  /** Whether day or month comes first in their dates; `undefined` where they do not show it. */
  readonly dateOrder: DateOrder | undefined;
}

/**
 * Finds the decision logs of a repository: the folder that is named, else wherever records are.
 * @param folder relative to the root, as the configuration names it
 * @param unsaved texts that stand for files as if they were saved, by path
 */
export async function discover(
  reader: Reader,
  folder?: string,
  unsaved: ReadonlyMap<string, string> = new Map(),
): Promise<Discovered> {
  const isFolder = statSync(reader.root, { throwIfNoEntry: false })?.isDirectory() === true;
  const paths = isFolder ? await walkFiles(reader.root, PASSED_OVER) : [];
  const texts = new Map<string, string | undefined>();
  // One text is looked at for several reasons.
  const read = (path: string): string | undefined => {
    if (!texts.has(path)) texts.set(path, unsaved.get(path) ?? textOf(reader, path));
    return texts.get(path);
  };
  const { logs, empty } =
    folder === undefined
      ? findLogs({ paths, read })
      : { logs: [logAt(folder, { paths, read })], empty: [] };
  const dates = logs.flatMap(({ records }) =>
    records.flatMap((path) => numericDates(read(path) ?? '')),
  );
  return { logs, empty, dateOrder: dateOrderOf(dates) };
}

function textOf(reader: Reader, path: string): string | undefined {
  const file = reader.text(path);
  return file.kind === 'text' ? file.text : undefined;
}

/** A layout whose decisions are those that were found. */
export function withLogs(layout: Layout, { logs, dateOrder }: Discovered): Layout {
  const folder = logs[0]?.folder ?? layout.adr.folder;
  return { ...layout, adr: { ...layout.adr, folder, logs, dateOrder } };
}
