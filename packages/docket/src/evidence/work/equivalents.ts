import { type PathIndex, wordsOf } from './path-index.ts';

// Names that stand in many folders: alike only where the folder is, too.
const COMMON =
  /^(?:index|main|mod|lib|page|layout|route|routes|types?|constants?|utils?|helpers?|config|readme|__init__|conftest|app|models?|schema|service|controller|package|setup|test|tests|styles?|common|base|client|server|errors?|api|default|loading|error|handler|handlers|views?|urls|admin|serializers?|docker-compose|dockerfile|makefile|tsconfig)$/i;

/**
 * A file that may well be meant by a path that no commit has: another folder with the same tail, another letter case or
 * joint of words, another extension of its family, another number, a module for a package, a word more or less.
 */
export function equivalentOf(index: PathIndex, path: string): string | undefined {
  const parts = path.split('/');
  const name = parts.at(-1) ?? '';
  const parent = (parts.at(-2) ?? '').toLowerCase();
  const { words, family } = wordsOf(name);
  const stem = name.replace(/\..*$/, '');
  const isNear = (other: string): boolean =>
    !COMMON.test(stem) || (other.split('/').at(-2) ?? '').toLowerCase() === parent;
  const found = nearest(path, [...index.named(name), ...index.alike(name)].filter(isNear));
  return (
    found ??
    asPackage(index, parts, stem, family) ??
    byJoint(index, path, name, parent) ??
    byAWord(index, parts, words, name)
  );
}

/** Of several files, the one with the longest end of its path in common, and then with most of its folders. */
function nearest(path: string, others: readonly string[]): string | undefined {
  const parts = path.toLowerCase().split('/').toReversed();
  const nearness = (other: string): number => {
    const theirs = other.toLowerCase().split('/').toReversed();
    const tail = parts.findIndex((part, at) => part !== theirs[at]);
    const shared = theirs.filter((part) => parts.includes(part)).length;
    return (tail < 0 ? parts.length : tail) * 100 + shared;
  };
  return others.toSorted((a, b) => nearness(b) - nearness(a))[0];
}

/** `login-form.ts` and `login/form.ts`, in whatever folder. */
function byJoint(index: PathIndex, path: string, name: string, parent: string): string | undefined {
  const joined = parent === '' ? [] : index.alike(`${parent}-${name}`);
  return nearest(path, [...index.alikeWithFolder(name), ...joined]);
}

/** `x.ts` and `x/index.ts`, `x.py` and `x/__init__.py`, `x.rs` and `x/mod.rs`, `x.go` and what `x/` holds. */
function asPackage(
  index: PathIndex,
  parts: readonly string[],
  stem: string,
  family: string,
): string | undefined {
  const folder = parts.slice(0, -1);
  if (/^(?:index|__init__|mod)$/.test(stem)) {
    const package_ = folder.at(-1);
    if (package_ === undefined) return undefined;
    const extension = family === 'ts' ? 'ts' : family;
    return index
      .alike(`${package_}.${extension}`)
      .find((other) => (other.split('/').at(-2) ?? '') === (folder.at(-2) ?? ''));
  }
  const inside = [...folder, stem].join('/');
  return index.folders.has(inside) ? `${inside}/` : undefined;
}

/**
 * A word of the name dropped or added: the last one in a folder of the same name, any in the same folder. A name of
 * several words with one more behind them is the same in any folder.
 */
function byAWord(
  index: PathIndex,
  parts: readonly string[],
  words: readonly string[],
  name: string,
): string | undefined {
  const extension = name.slice(name.indexOf('.'));
  const shorter =
    words.length > 1 ? index.alike(`${words.slice(0, -1).join('-')}${extension}`) : [];
  const parent = parts.at(-2);
  const isNear = (other: string): boolean => other.split('/').at(-2) === parent;
  const longer = index
    .alikeAndMore(name)
    .filter((other) => isNear(other) || telling(words).length > 1);
  const { family } = wordsOf(name);
  return (
    shorter.find(isNear) ??
    nearest(parts.join('/'), longer) ??
    index.inFolder(parts.slice(0, -1).join('/')).find((other) => {
      const theirs = wordsOf(other.slice(other.lastIndexOf('/') + 1));
      return theirs.family === family && isOneWordMore(telling(words), telling(theirs.words));
    })
  );
}

/**
 * Of some files, one whose name is a word away from that of a path: one more, one less, or another in its place. It
 * lies below the same first folder, and is a test where the path is one.
 */
export function aWordAway(path: string, others: readonly string[]): string | undefined {
  const wordsIn = (file: string) => wordsOf(file.slice(file.lastIndexOf('/') + 1));
  const [top = ''] = path.split('/');
  const { words, family } = wordsIn(path);
  const isTest = telling(words).length < words.length;
  return others.find((other) => {
    const theirs = wordsIn(other);
    const [a, b] = [telling(words), telling(theirs.words)];
    return (
      theirs.family === family &&
      b.length < theirs.words.length === isTest &&
      other.split('/').includes(top) &&
      (isOneWordMore(a, b) || isOneWordOther(a, b))
    );
  });
}

function isOneWordOther(a: readonly string[], b: readonly string[]): boolean {
  const same = a.filter((word, at) => isSameWord(word, b[at])).length;
  return a.length === b.length && same === a.length - 1 && same >= LEAST_IN_COMMON;
}

/** The words that tell one test from another. */
function telling(words: readonly string[]): readonly string[] {
  return words.filter((word) => !/^tests?$/.test(word));
}

const LEAST_IN_COMMON = 2;

/** Whether the words of one name are those of the other in their order, but for one, and in whatever form. */
function isOneWordMore(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (long.length !== short.length + 1 || short.length < LEAST_IN_COMMON) return false;
  let at = 0;
  for (const word of long) if (short[at] !== undefined && isSameWord(short[at], word)) at += 1;
  return at === short.length;
}

/** `buffer` and `buffering`, `helper` and `helpers`. */
function isSameWord(a = '', b = ''): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return a === b || (short.length > 3 && long.length - short.length <= 3 && long.startsWith(short));
}
