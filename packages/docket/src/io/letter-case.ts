import { statSync } from 'node:fs';

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
 * Whether a path is spelt as the folders list it, letter case included. A file is found by another spelling on a
 * system that knows no letter case, and nowhere else.
 * @param file relative, with forward slashes
 * @param namesIn names in a folder, which is given as `file` is
 */
export function isListed(file: string, namesIn: (folder: string) => readonly string[]): boolean {
  const parts = file.split('/');
  return parts.every((name, at) => {
    if (name === '' || name === '.' || name === '..') return true;
    const wanted = name.normalize('NFC');
    return namesIn(parts.slice(0, at).join('/')).some((one) => one.normalize('NFC') === wanted);
  });
}
