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
  const found = [...index.named(name), ...index.alike(name)].find(isNear);
  return found ?? asPackage(index, parts, stem, family) ?? byAWord(index, parts, words, name);
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

/** The last word of the name dropped or added, in a folder of the same name. */
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
  return shorter.find(isNear) ?? longer(index, parts, words, name);
}

function longer(
  index: PathIndex,
  parts: readonly string[],
  words: readonly string[],
  name: string,
): string | undefined {
  const { family } = wordsOf(name);
  return filesIn(index, parts.slice(0, -1).join('/')).find((other) => {
    const theirs = wordsOf(other.slice(other.lastIndexOf('/') + 1));
    return (
      theirs.family === family &&
      theirs.words.length === words.length + 1 &&
      words.every((word, at) => theirs.words[at] === word)
    );
  });
}

const byFolder = new WeakMap<PathIndex, Map<string, string[]>>();

function filesIn(index: PathIndex, folder: string): readonly string[] {
  let folders = byFolder.get(index);
  if (!folders) {
    folders = new Map();
    for (const path of index.paths.keys()) {
      const own = path.slice(0, Math.max(0, path.lastIndexOf('/')));
      const list = folders.get(own);
      if (list) list.push(path);
      else folders.set(own, [path]);
    }
    byFolder.set(index, folders);
  }
  return folders.get(folder) ?? [];
}
