import { statSync } from 'node:fs';
import { type DateOrder, dateOrderOf, numericDates } from '../records/dialects/dates.ts';
import { type Discovery, findLogBelow, findLogs, logAt } from '../records/discovery/find-logs.ts';
import type { Layout, LogPlace } from '../records/layout.ts';
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
 * @param places the logs that the configuration names; each is looked for below its root, the main one in the rest
 */
export async function discover(
  reader: Reader,
  folder?: string,
  unsaved: ReadonlyMap<string, string> = new Map(),
  places: readonly LogPlace[] = [],
): Promise<Discovered> {
  const named = places.flatMap(({ name, root, folder: own }) =>
    root === '.' ? [] : [{ name, root, folder: own }],
  );
  const isFolder = statSync(reader.root, { throwIfNoEntry: false })?.isDirectory() === true;
  const paths = isFolder ? await walkFiles(reader.root, PASSED_OVER) : [];
  const texts = new Map<string, string | undefined>();
  // One text is looked at for several reasons.
  const read = (path: string): string | undefined => {
    if (!texts.has(path)) texts.set(path, unsaved.get(path) ?? textOf(reader, path));
    return texts.get(path);
  };
  const found = named.map((place): Discovery => {
    const inner = named.filter(({ root }) => root !== place.root && isIn(root, place.root));
    const own = paths.filter((path) => !inner.some(({ root }) => isIn(path, root)));
    if (place.folder === undefined) return findLogBelow(place, { paths: own, read });
    const log = logAt(place.folder, { paths: own, read });
    return { logs: [{ ...log, name: place.name }], empty: [] };
  });
  const others = paths.filter((path) => !named.some(({ root }) => isIn(path, root)));
  found.unshift(
    folder === undefined
      ? findLogs({ paths: others, read })
      : { logs: [logAt(folder, { paths: others, read })], empty: [] },
  );
  const [logs, empty] = [found.flatMap((one) => one.logs), found.flatMap((one) => one.empty)];
  const dates = logs.flatMap(({ records }) =>
    records.flatMap((path) => numericDates(read(path) ?? '')),
  );
  return { logs, empty, dateOrder: dateOrderOf(dates) };
}

function isIn(path: string, root: string): boolean {
  return path.startsWith(`${root}/`);
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
