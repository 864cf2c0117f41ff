import { typedPath } from './typed-path.ts';

/** Paths that are said to have changed; all of them where a repository is read for the first time. */
export interface Told {
  readonly paths: readonly string[];
  /** Whether a path may have changed with those that were told: it is one, or lies above or below one. */
  holds(path: string): boolean;
}

/**
 * Makes paths that were told relative to the root, with forward slashes; those outside it are left out.
 * @param root absolute path
 * @param paths absolute, or relative to the root
 */
export function toldPaths(root: string, paths: Iterable<string>): Told {
  const told = new Set<string>();
  const above = new Set<string>();
  for (const one of paths) {
    const name = typedPath(root, root, one);
    if (name === undefined) continue;
    told.add(name);
    for (const folder of foldersOf(name)) above.add(folder);
  }
  const below = [...told].map((name) => `${name}/`);
  const holds = (name: string): boolean =>
    told.has(name) ||
    above.has(name) ||
    told.has('') ||
    below.some((folder) => name.startsWith(folder));
  return { paths: [...told], holds };
}

/** The folders that a path lies in, the root (an empty path) among them. */
function foldersOf(name: string): string[] {
  if (name === '') return [];
  const parts = name.split('/').slice(0, -1);
  return ['', ...parts.map((_, index) => parts.slice(0, index + 1).join('/'))];
}
