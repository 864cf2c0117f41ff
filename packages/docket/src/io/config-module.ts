import { readFileSync, statSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * Runs a configuration in TypeScript, whose types Node strips; `undefined` where there is no such file. It is an ES
 * module whatever the `package.json` above it says. A file that changed is run again.
 * @param file absolute path
 */
export async function importConfig(
  file: string,
): Promise<{ readonly default?: unknown } | undefined> {
  const changed = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
  if (changed === undefined) return undefined;
  const { href } = pathToFileURL(file);
  const hooks = registerHooks({
    load(url, context, nextLoad) {
      return nextLoad(url, { ...context, format: formatOf(url, context.format, href) });
    },
  });
  try {
    // A module is kept by its address; the time in it makes a changed file a new one.
    return await import(/* @vite-ignore */ `${href}?changed=${changed}`);
  } finally {
    hooks.deregister();
  }
}

/**
 * The format of a module. Where nothing names one, Node finds out by itself, but warns the user of a repository that
 * need not be a package at all.
 */
function formatOf<T>(url: string, named: T, config: string): T | string {
  const [address = ''] = url.split('?');
  if (address === config) return 'module-typescript';
  const ending = /\.[jt]s$/.exec(address)?.[0];
  if (named || !ending || !address.startsWith('file:')) return named;
  if (!/^(?:import|export)\b/m.test(readFileSync(fileURLToPath(address), 'utf8'))) return named;
  return ending === '.ts' ? 'module-typescript' : 'module';
}
