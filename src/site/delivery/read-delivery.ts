import { glob, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Delivery } from './headers.ts';
import { contentSecurityPolicy, type InlineHashes, inlineHashes } from './policy.ts';

/**
 * Reads from the built pages of a folder what their server has to be told.
 * @param base base path the pages were built for, with a slash at each end
 * @throws {Error} where the folder holds no pages
 */
export async function readDelivery(folder: string, base: string): Promise<Delivery> {
  const found: InlineHashes[] = [];
  for await (const name of glob('**/*.html', { cwd: folder })) {
    found.push(inlineHashes([await readFile(path.join(folder, name), 'utf8')]));
  }
  if (found.length === 0) {
    throw new Error(
      `Unexpected folder ${folder} without pages, expected a built site; build it first`,
    );
  }
  const all = (list: (one: InlineHashes) => readonly string[]) =>
    [...new Set(found.flatMap(list))].sort();
  const policy = contentSecurityPolicy({
    scripts: all(({ scripts }) => scripts),
    styles: all(({ styles }) => styles),
  });
  return { base, policy };
}
