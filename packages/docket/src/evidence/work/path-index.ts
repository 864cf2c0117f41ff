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
  /** Paths whose folder and name, read as one, are alike: `login/form.ts` for `login-form.ts`. */
  alikeWithFolder(name: string): readonly string[];
  /** Paths whose names are alike but for one word more at the end. */
  alikeAndMore(name: string): readonly string[];
  /** The files that ever stood right in a folder. */
  inFolder(folder: string): readonly string[];
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
  for (const path of paths.keys()) {
    for (let cut = path.lastIndexOf('/'); cut > 0; cut = path.lastIndexOf('/', cut - 1)) {
      const folder = path.slice(0, cut);
      if (folders.has(folder)) break;
      folders.set(folder, path);
    }
    append(byName, nameOf(path).toLowerCase(), path);
  }
  // Only a path that no commit has is looked for under another name.
  let likenesses: Likenesses | undefined;
  const like = (): Likenesses => {
    likenesses ??= likenessesOf(paths.keys());
    return likenesses;
  };
  return {
    paths,
    folders,
    named: (name) => byName.get(name.toLowerCase()) ?? [],
    alike: (name) => like().byName.get(likenessOf(wordsOf(name))) ?? [],
    alikeWithFolder: (name) => like().byJoint.get(likenessOf(wordsOf(name))) ?? [],
    alikeAndMore: (name) => like().byStart.get(likenessOf(wordsOf(name))) ?? [],
    inFolder: (folder) => like().byFolder.get(folder) ?? [],
  };
}

type Index = Map<string, string[]>;
type Likenesses = Readonly<Record<'byName' | 'byJoint' | 'byStart' | 'byFolder', Index>>;

function likenessesOf(paths: Iterable<string>): Likenesses {
  const likenesses: Likenesses = {
    byName: new Map(),
    byJoint: new Map(),
    byStart: new Map(),
    byFolder: new Map(),
  };
  for (const path of paths) {
    const name = nameOf(path);
    const folder = path.slice(0, Math.max(0, path.length - name.length - 1));
    const { words, family } = wordsOf(name);
    append(likenesses.byName, likenessOf({ words, family }), path);
    append(likenesses.byJoint, likenessOf(wordsOf(`${nameOf(folder)}-${name}`)), path);
    append(likenesses.byStart, likenessOf({ words: words.slice(0, -1), family }), path);
    append(likenesses.byFolder, folder, path);
  }
  return likenesses;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function append(map: Index, key: string, value: string): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/**
 * The words of a file's name: without number in front, in lower case, and one word for each family of extensions. The
 * number of a migration, or a time stamp, is the same word whatever it is, and a word between dots is one like others.
 */
export function wordsOf(name: string): { words: readonly string[]; family: string } {
  const bare = name.replace(/^(?:V?\d+)(?:[_.-]+|(?=[A-Z]))(?=.)/, '');
  const [first = '', ...parts] = bare.startsWith('.') ? [bare] : bare.split('.');
  const isExtension = (part: string, at: number): boolean =>
    at === parts.length - 1 || /^(?:test|spec|d)$/i.test(part);
  const stem = [first, ...parts.filter((part, at) => !isExtension(part, at))].join('-');
  const family = parts
    .filter(isExtension)
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
    .filter((word) => word !== '')
    .map((word) => (/^(?:0\d{2,}|\d{6,})$/.test(word) ? '#' : word));
  return { words, family };
}

function likenessOf({ words, family }: ReturnType<typeof wordsOf>): string {
  return `${words.join('')}.${family}`;
}
