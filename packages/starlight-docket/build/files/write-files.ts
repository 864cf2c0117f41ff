import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { SiteFile } from './site-files.ts';

/**
 * Writes files into the built site.
 * @param folder absolute path of the site
 * @throws {Error} where a file cannot be written
 */
export function writeFiles(files: readonly SiteFile[], folder: string): void {
  const made = new Set<string>();
  for (const file of files) {
    const target = path.join(folder, file.path);
    const parent = path.dirname(target);
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    // One after another: small files are written faster than they are handed to other threads.
    writeFileSync(target, file.content());
  }
}
