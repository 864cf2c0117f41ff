import { RECORD_ENDING } from '../formats/format.ts';
import { folderOf, pathFrom } from '../paths.ts';
import { lookAt } from './decision-text.ts';
import { foldersNamedIn, isToolFile, TOOL_FOLDERS } from './other-tools.ts';
import { type LeftOut, type ReadFile, saysAdr, sortFiles } from './sort-files.ts';

/** What led to a folder of records. */
export type FoundBy = 'configuration' | 'other tool' | 'well-known folder' | 'content';

/** A decision log: one folder, with the folders below it. */
export interface FoundLog {
  /** Relative to the root; `.` for the root itself. */
  readonly folder: string;
  readonly foundBy: FoundBy;
  /** The file of another tool that names the folder. */
  readonly namedIn?: string | undefined;
  /** What the configuration calls it; else its folder says what it is called. */
  readonly name?: string | undefined;
  /** Paths of the records, in order. */
  readonly records: readonly string[];
  readonly leftOut: readonly LeftOut[];
}

/** A folder that was looked at and holds no records. */
export interface EmptyFolder {
  readonly folder: string;
  readonly foundBy: FoundBy;
  readonly namedIn?: string | undefined;
  readonly leftOut: readonly LeftOut[];
}

/** What looking for records gave. */
export interface Discovery {
  readonly logs: readonly FoundLog[];
  /** Folders that were looked at in vain, in the order of looking. */
  readonly empty: readonly EmptyFolder[];
}

/** What there is to look at. */
export interface DiscoveryInput {
  /** Paths of all files of the repository, relative to the root, with forward slashes. */
  readonly paths: readonly string[];
  readonly read: ReadFile;
}

/** Folders that hold what a repository tests itself with, or what is not its own. */
const FOREIGN =
  /(?:^|\/)(?:node_modules|vendor|third[-_]party|\.git|dist|build|out|target|tests?|__tests__|testdata|test-data|fixtures?|__fixtures__|e2e[-\w]*|integration-tests?|specs?|examples?|samples?|playground|templates?)\//i;

/** What folders of decisions are called, such as `adr`, `09_architecture_decisions` or `Decision Log`. */
const NAME =
  '(?:\\d+[-_. ]+)?(?:m?adrs?|(?:(?:architect(?:ure|ural)|design|tech(?:nical)?)[-_ ])?decisions?(?:[-_ ]?(?:records?|logs?))?)';
const WELL_KNOWN = new RegExp(
  `^(?:\\.?(?:docs?|documentation|github)/)?(?:(?:architecture|arch|design)/(?:decisions/)?)?\\.?${NAME}$`,
  'i',
);
const IN_PACKAGE = new RegExp(`(?:^|/)\\.?docs?/(?:architecture/)?${NAME}$`, 'i');
const NAMED = new RegExp(`(?:^|/)${NAME}$`, 'i');

/**
 * Finds the decision logs of a repository that does not say where they are: where other tools were told, else in
 * well-known folders, else wherever texts read like decisions. The first of these kinds that finds records decides,
 * and all its folders are taken.
 */
export function findLogs({ paths, read }: DiscoveryInput): Discovery {
  const texts = paths.filter((path) => RECORD_ENDING.test(path));
  const folders = foldersOf(texts);
  const empty: EmptyFolder[] = [];
  const kinds: readonly (() => readonly Place[])[] = [
    () => placesOfTools(paths, read),
    () =>
      outermost(folders.filter((folder) => WELL_KNOWN.test(folder) || isOfPackage(folder))).map(
        (folder) => ({ folder, foundBy: 'well-known folder' }),
      ),
    () => (isRootLog(texts, read) ? [{ folder: '.', foundBy: 'content', isFlat: true }] : []),
    () =>
      outermost(folders.filter((folder) => NAMED.test(folder) && !FOREIGN.test(`${folder}/`))).map(
        (folder) => ({ folder, foundBy: 'content', mustLookAlike: true }),
      ),
    () =>
      foldersByContent(texts, read).map((folder) => ({ folder, foundBy: 'content', isFlat: true })),
  ];
  for (const kind of kinds) {
    const logs: FoundLog[] = [];
    for (const { isFlat = false, mustLookAlike = false, ...place } of kind()) {
      const inside = texts.filter(
        (path) => isBelow(path, place.folder) && (!isFlat || homeOf(path) === place.folder),
      );
      const sorted = sortFiles(place.folder, inside, read);
      const isLog =
        sorted.records.length > 0 &&
        (!mustLookAlike ||
          sorted.records.some((path) => lookAt(read(path) ?? '').looksLikeDecision));
      if (isLog) logs.push({ ...place, ...sorted });
      else empty.push({ ...place, leftOut: sorted.leftOut });
    }
    if (logs.length > 0) return { logs: withoutNested(logs), empty };
  }
  return { logs: [], empty };
}

/**
 * Finds the log that the configuration names by its root, as if that were a repository; several folders of it are one
 * log.
 */
export function findLogBelow(
  { name, root }: { readonly name: string; readonly root: string },
  { paths, read }: DiscoveryInput,
): Discovery {
  const whole = (path: string) => (path === '.' ? root : `${root}/${path}`);
  const below = paths.flatMap((path) =>
    path.startsWith(`${root}/`) ? [path.slice(root.length + 1)] : [],
  );
  const found = findLogs({ paths: below, read: (path) => read(whole(path)) });
  const moved = <P extends EmptyFolder>(place: P) => ({
    ...place,
    folder: whole(place.folder),
    ...(place.namedIn !== undefined && { namedIn: whole(place.namedIn) }),
    leftOut: place.leftOut.map((one) => ({ ...one, path: whole(one.path) })),
  });
  return {
    logs: found.logs.map((log) => ({ ...moved(log), name, records: log.records.map(whole) })),
    empty: found.empty.map(moved),
  };
}

/** The records of a folder that the configuration names. */
export function logAt(folder: string, { paths, read }: DiscoveryInput): FoundLog {
  const inside = paths.filter((path) => RECORD_ENDING.test(path) && isBelow(path, folder));
  return { folder, foundBy: 'configuration', ...sortFiles(folder, inside, read) };
}

/**
 * Whether a text may be of a log by its path alone, or decide whether the folder it lies in is one. Where none of a
 * repository is, only what texts say tells which are.
 */
export function mayBeOfLog(path: string): boolean {
  if (!RECORD_ENDING.test(path)) return false;
  return folderOf(path) === '' || foldersOf([path]).some((folder) => NAMED.test(folder));
}

/** Whether what a file says may decide where records are: a text, or what another tool left. */
export function mayDecideLogs(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return RECORD_ENDING.test(name) || isToolFile(name);
}

interface Place {
  readonly folder: string;
  readonly foundBy: FoundBy;
  readonly namedIn?: string;
  /** Whether the folders below it are no part of it. */
  readonly isFlat?: boolean;
  /** Whether its name is no reason enough. */
  readonly mustLookAlike?: boolean;
}

function placesOfTools(paths: readonly string[], read: ReadFile): Place[] {
  const places = paths.flatMap((path): Place[] => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    if (!isToolFile(name) || FOREIGN.test(path)) return [];
    return foldersNamedIn(name, read(path) ?? '').flatMap(({ folder }) => {
      const resolved = resolve(homeOf(path), folder);
      return resolved === undefined
        ? []
        : [{ folder: resolved, foundBy: 'other tool', namedIn: path }];
    });
  });
  const kept = TOOL_FOLDERS.filter(({ folder }) => paths.some((path) => isBelow(path, folder))).map(
    ({ by, folder }): Place => ({ folder, foundBy: 'other tool', namedIn: by }),
  );
  const seen = new Set<string>();
  return [...places, ...kept].filter(({ folder }) => !seen.has(folder) && seen.add(folder));
}

function isOfPackage(folder: string): boolean {
  return IN_PACKAGE.test(folder) && !FOREIGN.test(`${folder}/`) && folder.split('/').length < 7;
}

/** Whether the root itself is a log: several files of it are numbered or dated and read like decisions. */
function isRootLog(texts: readonly string[], read: ReadFile): boolean {
  const own = texts.filter((path) => !path.includes('/'));
  return (
    own.length > 1 &&
    sortFiles('.', own, read).records.filter((path) => lookAt(read(path) ?? '').looksLikeDecision)
      .length > 1
  );
}

/** Folders where at least two texts and half of all, or those called `adr-001`, read like decisions. */
function foldersByContent(texts: readonly string[], read: ReadFile): string[] {
  const inFolder = Map.groupBy(
    texts.filter((path) => !FOREIGN.test(path)),
    homeOf,
  );
  return [...inFolder].flatMap(([folder, files]) => {
    const alike = files.filter((path) => lookAt(read(path) ?? '').looksLikeDecision);
    const isLog = alike.length > 1 && alike.length * 2 >= files.length;
    return isLog || alike.some(saysAdr) ? [folder] : [];
  });
}

/** Every folder that holds one of the files, at any depth. */
function foldersOf(paths: readonly string[]): string[] {
  const found = new Set<string>();
  for (const path of paths) {
    for (let folder = homeOf(path); folder !== '.' && !found.has(folder); folder = homeOf(folder)) {
      found.add(folder);
    }
  }
  return [...found].sort();
}

function outermost(folders: readonly string[]): string[] {
  return folders.filter((folder) => !folders.some((other) => folder.startsWith(`${other}/`)));
}

function withoutNested(logs: readonly FoundLog[]): FoundLog[] {
  return logs.map((log) => {
    const inner = logs.filter(({ folder }) => folder !== log.folder && isBelow(folder, log.folder));
    const isOwn = (path: string) => !inner.some(({ folder }) => isBelow(path, folder));
    return {
      ...log,
      records: log.records.filter(isOwn),
      leftOut: log.leftOut.filter(({ path }) => isOwn(path)),
    };
  });
}

function isBelow(path: string, folder: string): boolean {
  return folder === '.' || path.startsWith(`${folder}/`);
}

/** The folder of a path; `.` for one at the root. */
function homeOf(path: string): string {
  return folderOf(path) || '.';
}

/** A path relative to a folder, from the root; `undefined` where it leads out of it. */
function resolve(folder: string, relative: string): string | undefined {
  if (/^(?:[a-z]:|\/)/i.test(relative)) return undefined;
  const path = pathFrom(folder === '.' ? '' : folder, relative.replaceAll('\\', '/'));
  return path === '' ? '.' : path;
}
