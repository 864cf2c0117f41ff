import { statSync } from 'node:fs';
import path from 'node:path';
import { LAYOUT, RECORD_KINDS } from '../records/layout.ts';
import { CONFIG_FILES } from './config.ts';

/**
 * The folder whose records a call from `start` is about: the nearest one, upwards from `start`, that holds a
 * configuration or a folder of records. As with Git, the way up ends at the top of the repository.
 * @param start absolute
 * @returns `start` itself where there is none
 */
export function findRoot(start: string): string {
  for (let folder = start; ; folder = path.dirname(folder)) {
    if (isRoot(folder)) return folder;
    if (kindAt(folder, '.git') || path.dirname(folder) === folder) return start;
  }
}

function isRoot(folder: string): boolean {
  return (
    Object.values(CONFIG_FILES).some((file) => kindAt(folder, file)?.isFile() === true) ||
    RECORD_KINDS.some((kind) => kindAt(folder, LAYOUT[kind].folder)?.isDirectory() === true)
  );
}

function kindAt(folder: string, name: string) {
  return statSync(path.join(folder, name), { throwIfNoEntry: false });
}
