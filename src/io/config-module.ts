import { statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Name of the configuration file, at the root of the repository. */
export const CONFIG_FILE = 'docket.config.ts';

/**
 * Runs the configuration file of a repository, which is TypeScript whose types Node strips; `undefined` where there
 * is none. A file that changed is run again.
 */
export async function importConfig(
  root: string,
): Promise<{ readonly default?: unknown } | undefined> {
  const file = path.join(root, CONFIG_FILE);
  const changed = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
  if (changed === undefined) return undefined;
  // A module is kept by its address; the time in it makes a changed file a new one.
  return await import(/* @vite-ignore */ `${pathToFileURL(file).href}?changed=${changed}`);
}
