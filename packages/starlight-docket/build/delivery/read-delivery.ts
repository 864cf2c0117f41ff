import { globSync } from 'node:fs';
import { glob, readFile } from 'node:fs/promises';
import path from 'node:path';
import { FRAME_FILES } from '../files/frame-files.ts';
import type { Delivery } from './headers.ts';
import { headerPolicy, policyOf, scriptsOf, unknownTexts } from './policy.ts';

/** The page that every site has, and that holds no text of a record. */
const PLAIN_PAGE = '404.html';

/**
 * Reads from the pages of a built site what its server has to be told.
 * @param base base path the pages were built for, with a slash at each end
 * @throws {Error} where the folder holds no pages
 */
export async function readDelivery(folder: string, base: string): Promise<Delivery> {
  const [frame] = globSync(FRAME_FILES, { cwd: folder });
  const ofFrame = frame && policyOf(await readFile(path.join(folder, frame), 'utf8'));
  const scripts = ofFrame === undefined ? undefined : scriptsOf(ofFrame);
  const policy = headerPolicy(await pagePolicy(folder), scripts);
  return { base, policy, isFramed: scripts !== undefined };
}

/**
 * Holds every page of a built site to its policy.
 * @param sourceOf the record that a page is made from, by the page's path in the folder
 * @throws {Error} where a page holds a script or a style element that is not the site's own
 */
export async function checkPages(
  folder: string,
  sourceOf: (page: string) => string | undefined,
): Promise<void> {
  const policy = await pagePolicy(folder);
  const found: string[] = [];
  for await (const name of glob('**/*.html', { cwd: folder })) {
    const page = name.split(path.sep).join('/');
    // It has a policy of its own, which knows nothing but its two scripts.
    if (path.matchesGlob(page, FRAME_FILES)) continue;
    const record = sourceOf(page);
    for (const text of unknownTexts(await readFile(path.join(folder, name), 'utf8'), policy))
      found.push(`${page}${record === undefined ? '' : `, made from ${record}`}: ${text}`);
  }
  if (found.length === 0) return;
  throw new Error(
    [
      'A page contains a script or style element that is neither part of the site nor of `head` in its configuration:',
      ...found.sort(),
    ].join('\n'),
  );
}

async function pagePolicy(folder: string): Promise<string> {
  const html = await readFile(path.join(folder, PLAIN_PAGE), 'utf8').catch(() => undefined);
  const policy = html === undefined ? undefined : policyOf(html);
  if (policy === undefined) {
    throw new Error(
      `No built site in ${folder}: it has no ${PLAIN_PAGE} with a content security policy; build the site first`,
    );
  }
  return policy;
}
