import type { Discovery, EmptyFolder } from '../records/discovery/find-logs.ts';
import type { LeftOut, LeftOutReason } from '../records/discovery/sort-files.ts';
import { count } from './count.ts';

const REASONS: Readonly<Record<LeftOutReason, string>> = {
  index: 'pages about the folder',
  template: 'templates',
  annex: 'beside the records',
  'no decision': 'not like a decision',
};

const MOST_NAMES = 5;

/** Which folders were looked at, how many records each holds, and which files were left out and why. */
export function discoveryLines({ logs, empty }: Discovery): string[] {
  // One folder may be looked at for several reasons.
  const told = new Set(logs.map(({ folder }) => folder));
  const others = empty.filter(({ folder }) => !told.has(folder) && told.add(folder));
  return [
    ...logs.flatMap((log) => [
      `${folderWords(log.folder)}: ${count(log.records.length, 'record')}, ${reasonOf(log)}`,
      ...leftOutLines(log.folder, log.leftOut),
    ]),
    ...others.flatMap((place) => [
      `${folderWords(place.folder)}: no records, ${reasonOf(place)}`,
      ...leftOutLines(place.folder, place.leftOut),
    ]),
  ];
}

function folderWords(folder: string): string {
  return folder === '.' ? 'The root' : folder;
}

function reasonOf({ foundBy, namedIn }: Pick<EmptyFolder, 'foundBy' | 'namedIn'>): string {
  switch (foundBy) {
    case 'configuration':
      return 'as the configuration says';
    case 'other tool':
      return `named in ${namedIn ?? 'the file of another tool'}`;
    case 'well-known folder':
      return 'in a usual folder for decisions';
    case 'content':
      return 'whose texts read like decisions';
  }
}

function leftOutLines(folder: string, leftOut: readonly LeftOut[]): string[] {
  const below = (path: string) => (folder === '.' ? path : path.slice(folder.length + 1));
  return [...Map.groupBy(leftOut, ({ reason }) => reason)].map(([reason, files]) => {
    const names = files.slice(0, MOST_NAMES).map(({ path }) => below(path));
    const more = files.length - names.length;
    return `  left out (${REASONS[reason]}): ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  });
}
