import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import path from 'node:path';

/** Everything below a folder but its Git directory: files with their text and mode, links, and folders that are empty. */
export function treeOf(folder: string): Record<string, string> {
  const found: Record<string, string> = {};
  const walk = (at: string): void => {
    const names = readdirSync(path.join(folder, at)).filter((name) => name !== '.git');
    if (names.length === 0) found[`${at}/`] = 'empty';
    for (const name of names) {
      const file = path.join(at, name);
      const absolute = path.join(folder, file);
      const stats = lstatSync(absolute);
      if (stats.isDirectory()) walk(file);
      else if (stats.isSymbolicLink()) found[file] = `-> ${readlinkSync(absolute)}`;
      else found[file] = `${(stats.mode & 0o777).toString(8)} ${readFileSync(absolute, 'utf8')}`;
    }
  };
  walk('');
  return found;
}
