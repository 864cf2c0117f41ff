import { GitError, runGit } from './git-process.ts';

/**
 * Stands for where a repository is: its commit and what differs from it by name. Two that are the same read the same
 * history, unless a file that had changed before changed again. Empty where Git has nothing to say.
 */
export async function gitStamp(root: string): Promise<string> {
  try {
    const [head, status] = await Promise.all([
      runGit(root, ['rev-parse', 'HEAD']),
      runGit(root, [
        'status',
        '--porcelain=v1',
        '-z',
        '--untracked-files=all',
        '--no-renames',
        '--ignore-submodules=dirty',
      ]),
    ]);
    return Buffer.concat([head.output, status.output]).toString('base64');
  } catch (error) {
    if (error instanceof GitError) return '';
    throw error;
  }
}
