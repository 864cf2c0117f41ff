import type { Commit, KnownHistory } from '../../records/history.ts';
import { perObject } from '../../records/memo.ts';

/** Every path that any commit of a history changed, to be found by name. */
export interface PathIndex {
  readonly paths: ReadonlyMap<string, Commit>;
  /** A path in each folder. */
  readonly folders: ReadonlyMap<string, string>;
  /** Paths by the name of their file, in lower case. */
  named(name: string): readonly string[];
  /** Paths whose names are alike but for case, joints of words, extension and number. */
  alike(name: string): readonly string[];
}

/** The paths of all commits that were read, on whatever side of a merge. */
export const pathIndexOf: (history: KnownHistory['commits']) => PathIndex = perObject((commits) => {
  const paths = new Map<string, Commit>();
  for (const commit of commits.values()) {
    for (const { path } of commit.changes) if (!paths.has(path)) paths.set(path, commit);
  }
  return indexOf(paths);
});

function indexOf(paths: ReadonlyMap<string, Commit>): PathIndex {
  const folders = new Map<string, string>();
  const byName = new Map<string, string[]>();
  const byLikeness = new Map<string, string[]>();
  for (const path of paths.keys()) {
    for (let cut = path.lastIndexOf('/'); cut > 0; cut = path.lastIndexOf('/', cut - 1)) {
      const folder = path.slice(0, cut);
      if (folders.has(folder)) break;
      folders.set(folder, path);
    }
    const name = path.slice(path.lastIndexOf('/') + 1);
    append(byName, name.toLowerCase(), path);
    append(byLikeness, likenessOf(name), path);
  }
  return {
    paths,
    folders,
    named: (name) => byName.get(name.toLowerCase()) ?? [],
    alike: (name) => byLikeness.get(likenessOf(name)) ?? [],
  };
}

function append(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** The words of a file's name: without number in front, in lower case, and one word for each family of extensions. */
export function wordsOf(name: string): { words: readonly string[]; family: string } {
  const bare = name.replace(/^(?:V?\d+)(?:[_.-]+|(?=[A-Z]))(?=.)/, '');
  const [stem = '', ...extensions] = bare.startsWith('.') ? [bare] : bare.split('.');
  const family = extensions
    .map((part) => part.toLowerCase())
    .map((part) =>
      /^[cm]?[jt]sx?$/.test(part)
        ? 'ts'
        : part === 'spec'
          ? 'test'
          : part === 'yml'
            ? 'yaml'
            : part === 'mdx'
              ? 'md'
              : part,
    )
    .filter((part) => part !== 'd')
    .join('.');
  const words = stem
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[\s_-]+/)
    .filter((word) => word !== '');
  return { words, family };
}

function likenessOf(name: string): string {
  const { words, family } = wordsOf(name);
  return `${words.join('')}.${family}`;
}
