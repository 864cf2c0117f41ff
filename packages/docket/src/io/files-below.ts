import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { pathBelow } from './path-below.ts';

/** Paths from the root of all files and links below a folder, ignored and hidden ones among them. */
export async function filesBelow(root: string, folder: string): Promise<readonly string[]> {
  const entries = await readdir(path.join(root, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .flatMap(({ parentPath, name }) => pathBelow(root, path.join(parentPath, name)) ?? [])
    .sort();
}
