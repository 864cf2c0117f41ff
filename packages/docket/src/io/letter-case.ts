import { statSync } from 'node:fs';
import path from 'node:path';
import { foldedName } from '../records/folded-name.ts';

/** Tells which file a path leads to; `undefined` where there is none. */
export type Identify = (absolute: string) => number | undefined;

const inode: Identify = (absolute) => statSync(absolute, { throwIfNoEntry: false })?.ino;

/** Whether a folder is found by its path in another letter case, too, as on Windows and macOS. */
export function isCaseBlind(folder: string, identify: Identify = inode): boolean {
  const other = folder === folder.toUpperCase() ? folder.toLowerCase() : folder.toUpperCase();
  const own = identify(folder);
  return other !== folder && own !== undefined && identify(other) === own;
}

/**
 * Whether a path that a case-blind system finds is spelt as the file is called, so that other systems find it, too.
 * What a link leads to may be called anything.
 * @param file relative, with forward slashes
 * @param real what the system says the file is called, in the same way
 */
export function isSpelt(file: string, real: string): boolean {
  const plain = path.posix.normalize(file).replace(/\/$/, '');
  return foldedName(plain) !== foldedName(real) || plain.normalize('NFC') === real.normalize('NFC');
}
