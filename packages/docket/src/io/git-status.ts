import { runGit } from './git-process.ts';

/**
 * What Git says of the paths that differ from HEAD, in the working tree or the index, one by one. Format:
 * git-status(1), porcelain v1 with `-z`.
 * @throws {GitError} where Git refuses
 */
export async function readStatus(root: string): Promise<Buffer> {
  const { output } = await runGit(root, [
    'status',
    '--porcelain=v1',
    '-z',
    '--untracked-files=all',
    '--no-renames',
    '--ignore-submodules=dirty',
  ]);
  return output;
}
