import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { isOwnOutput } from './output-folder.ts';

/**
 * The files below a folder, as sorted paths with slashes; links are not followed, and further work trees of a Git
 * repository are not entered: what they hold are the same files at another commit. Neither is a site that was built here,
 * which holds the texts that it was made from.
 * @param passedOver names of folders that are not entered, at any depth
 */
export async function walkFiles(root: string, passedOver: ReadonlySet<string>): Promise<string[]> {
  return (await walk(root, '', passedOver)).sort();
}

async function walk(
  root: string,
  folder: string,
  passedOver: ReadonlySet<string>,
): Promise<string[]> {
  const entries = await readdir(path.join(root, folder), { withFileTypes: true });
  if (folder !== '' && entries.some((entry) => entry.name === '.git' && entry.isFile())) {
    const link = await readFile(path.join(root, folder, '.git'), 'utf8').catch(() => '');
    if (/^gitdir:.*[\\/]worktrees[\\/]/.test(link)) return [];
  }
  const mayBeSite = folder !== '' && entries.some(({ name }) => name === '.gitignore');
  if (mayBeSite && isOwnOutput(path.join(root, folder))) return [];
  const below = await Promise.all(
    entries.map((entry) => {
      const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        return passedOver.has(entry.name) ? [] : walk(root, name, passedOver);
      }
      return entry.isFile() ? [name] : [];
    }),
  );
  return below.flat();
}
