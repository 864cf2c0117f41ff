import { decodeText } from './git-log.ts';
import { GitError, runGit } from './git-process.ts';

/**
 * Paths of the files below a folder that are committed, or could be: what Git ignores is left out. None outside a
 * repository.
 * @returns sorted, relative to the folder, with forward slashes
 */
export async function listCommittable(root: string): Promise<string[]> {
  try {
    const { output } = await runGit(root, [
      'ls-files',
      '-z',
      '--cached',
      '--others',
      '--exclude-standard',
    ]);
    return [...new Set(pathsIn(output))].sort();
  } catch (error) {
    if (error instanceof GitError) return [];
    throw error;
  }
}

/**
 * Every path that a commit changed which leads to a branch, a tag or another ref, and to none of the tips.
 * @param tips ids of commits
 * @throws {GitError} where Git fails
 */
export async function readPathsBeside(
  root: string,
  tips: readonly string[],
): Promise<ReadonlySet<string>> {
  const { output } = await runGit(root, [
    'log',
    '--all',
    ...tips.map((tip) => `^${tip}`),
    '-z',
    '--name-only',
    '--no-renames',
    '--diff-merges=first-parent',
    '--no-relative',
    '--no-ext-diff',
    '--no-textconv',
    '--no-show-signature',
    '--no-notes',
    '--no-color',
    '--format=',
    '--',
  ]);
  return new Set(pathsIn(output));
}

function pathsIn(output: Buffer): string[] {
  const paths: string[] = [];
  let start = 0;
  for (let end = output.indexOf(0); end >= 0; end = output.indexOf(0, start)) {
    const path = decodeText(output.subarray(start, end));
    if (path !== '') paths.push(path);
    start = end + 1;
  }
  return paths;
}
