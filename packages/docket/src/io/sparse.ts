import { existsSync } from 'node:fs';
import path from 'node:path';
import { tokensOf } from './git.ts';
import { GitError, runGit } from './git-process.ts';
import { workTreeOf } from './state-folder.ts';

/**
 * Paths below a root that are committed and that a sparse checkout left out, with the folders that hold them; none in a
 * full checkout. What a link to one leads to is there for everybody else.
 */
export async function readSparse(root: string): Promise<ReadonlySet<string>> {
  const work = workTreeOf(root);
  if (!work || !existsSync(path.join(work.git, 'info/sparse-checkout'))) return new Set();
  try {
    const { output } = await runGit(root, ['ls-files', '-z', '-t']);
    // `S` marks what is not to be in the working tree.
    const left = tokensOf(output).flatMap((entry) =>
      entry.startsWith('S ') ? entry.slice(2) : [],
    );
    const found = new Set(left);
    for (const file of left) {
      let folder = path.posix.dirname(file);
      for (; folder !== '.' && !found.has(folder); folder = path.posix.dirname(folder)) {
        found.add(folder);
      }
    }
    return found;
  } catch (error) {
    if (error instanceof GitError) return new Set();
    throw error;
  }
}
