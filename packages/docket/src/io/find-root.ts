import { realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { CONFIG_FILES } from '../records/config.ts';
import { foldersNamedIn, TOOL_FILES, TOOL_FOLDERS } from '../records/discovery/other-tools.ts';
import { LAYOUT, RECORD_KINDS } from '../records/layout.ts';
import { profileOf } from './config.ts';
import { pathBelow } from './path-below.ts';
import { Reader } from './reader.ts';

/** The folder whose records a call is about, and what makes it that. */
export interface FoundRoot {
  /** Absolute path. */
  readonly folder: string;
  readonly because: RootReason;
}

/** What marks a folder as the root; a `start` is only where the call came from. */
export type RootReason =
  | { readonly kind: 'file'; readonly file: string }
  | { readonly kind: 'records' | 'repository' | 'usual folder' | 'start' };

/**
 * The folder whose records a call from `start` is about. Of the folders from `start` upwards, the nearest with a
 * configuration; else the nearest in which another tool was told where records are; else the nearest with records in
 * Docket's form; else the top of the Git repository, where all its logs are found; else, outside one, the nearest with
 * the usual folder of decisions; else `start` itself. The way up ends at the top of the repository, at the home folder
 * and where another file system begins: what lies beyond is not known to be anybody's project.
 * @param start absolute
 * @param home the home folder of who calls
 */
export function findRoot(start: string, home: string = homedir()): FoundRoot {
  const folders = foldersUpFrom(start, home);
  for (const reasonOf of MARKS) {
    for (const folder of folders) {
      const because = reasonOf(folder);
      if (because) return { folder, because };
    }
  }
  return { folder: start, because: { kind: 'start' } };
}

type Mark = (folder: string) => RootReason | undefined;

const MARKS: readonly Mark[] = [
  (folder) => {
    const file = Object.values(CONFIG_FILES).find((name) => statsAt(folder, name)?.isFile());
    return file === undefined ? undefined : { kind: 'file', file };
  },
  (folder) => {
    const file = TOOL_FILES.find((name) => namesFolder(folder, name));
    if (file !== undefined) return { kind: 'file', file };
    const kept = TOOL_FOLDERS.find((tool) => statsAt(folder, tool.folder)?.isDirectory());
    return kept && { kind: 'file', file: kept.by };
  },
  (folder) => (holdsOwnRecords(folder) ? { kind: 'records' } : undefined),
  (folder) => (statsAt(folder, '.git') ? { kind: 'repository' } : undefined),
  (folder) =>
    statsAt(folder, LAYOUT.adr.folder)?.isDirectory() ? { kind: 'usual folder' } : undefined,
];

/** Whether a file of another tool names a folder that is there, in its own folder or below. */
function namesFolder(folder: string, name: string): boolean {
  if (!statsAt(folder, name)?.isFile()) return false;
  const file = new Reader(folder).text(name);
  return (
    file.kind === 'text' &&
    foldersNamedIn(name, file.text).some((named) => {
      const place = pathBelow(folder, path.resolve(folder, named.folder));
      return place !== undefined && statsAt(folder, place)?.isDirectory();
    })
  );
}

function holdsOwnRecords(folder: string): boolean {
  const has = RECORD_KINDS.filter((kind) => statsAt(folder, LAYOUT[kind].folder)?.isDirectory());
  return has.some((kind) => kind !== 'adr' || profileOf(folder, {}) === 'strict');
}

/** A folder and those above it, as far as they may belong to one project. */
export function foldersUpFrom(start: string, home: string = homedir()): string[] {
  const ends = new Set([home, realOf(home)]);
  const folders = [start];
  for (let folder = start; !ends.has(folder) && !statsAt(folder, '.git'); ) {
    const above = path.dirname(folder);
    if (above === folder || statsAt(above)?.dev !== statsAt(folder)?.dev) break;
    folders.push(above);
    folder = above;
  }
  return folders;
}

function realOf(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}

function statsAt(folder: string, name = '') {
  try {
    return statSync(path.join(folder, name), { throwIfNoEntry: false });
  } catch {
    // A folder that may not be entered marks nothing.
    return undefined;
  }
}
