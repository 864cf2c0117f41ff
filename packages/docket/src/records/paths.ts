/** The folder that a path lies in; empty for one at the root. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** A path relative to a folder, as one from the root; `undefined` where it leads out of that. */
export function pathFrom(folder: string, relative: string): string | undefined {
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of relative.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}

/** A path with each of its names encoded for an address. */
export function encodedPath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/**
 * A path as a part of an address. Servers and site generators part ways on the signs that addresses give a meaning, and
 * take `index` for the folder it stands in.
 */
export function addressOfPath(path: string): string {
  return path.replace(/-*[#?%\\\p{Cc}]+-*/gu, '-').replace(/(?<=^|\/)index$/i, '$&-record');
}
