import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { digestText } from './digest.ts';
import { pathBelow } from './path-below.ts';

/** The folder in the tree that stands in for one in the Git directory, where there is no repository. */
export const FOLDER_IN_TREE = '.docket';

/**
 * Where what a writer must remember of a root is kept while it writes: in the Git directory of the work tree that
 * holds the root, which no commit can bring along or take in; where there is none, in the root itself. Asks no
 * program. The folder need not exist.
 * @param root absolute path of an existing folder
 */
export function stateFolder(root: string): string {
  const top = realpathSync(root);
  const work = workTreeOf(top);
  if (!work || !existsSync(work.git)) return path.join(top, FOLDER_IN_TREE);
  // A repository may hold several roots.
  const name = digestText(pathBelow(work.folder, top) ?? '');
  return path.join(work.git, 'docket', name.slice(0, 16));
}

/**
 * The nearest folder upwards that has a `.git` entry, and the Git directory this leads to; `undefined` outside any
 * work tree. A `.git` that leads nowhere counts: there is a repository, even if Git cannot read it.
 */
export function workTreeOf(folder: string): { folder: string; git: string } | undefined {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    const entry = path.join(at, '.git');
    const stats = statSync(entry, { throwIfNoEntry: false });
    if (stats?.isDirectory()) return { folder: at, git: entry };
    if (stats) {
      const named = /^gitdir: (.*)$/m.exec(readFileSync(entry, 'utf8'))?.[1]?.trim();
      return { folder: at, git: named === undefined ? entry : path.resolve(at, named) };
    }
    if (path.dirname(at) === at) return undefined;
  }
}
