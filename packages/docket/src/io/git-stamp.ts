import { GitError, runGit } from './git-process.ts';
import { readStatus } from './git-status.ts';

/**
 * Stands for where a repository is: its commit and what differs from it by name. Two that are the same read the same
 * history, unless a file that had changed before changed again. Empty where Git has nothing to say.
 */
export async function gitStamp(root: string): Promise<string> {
  try {
    const [head, status] = await Promise.all([
      runGit(root, ['rev-parse', 'HEAD']),
      readStatus(root),
    ]);
    return Buffer.concat([head.output, status]).toString('base64');
  } catch (error) {
    if (error instanceof GitError) return '';
    throw error;
  }
}
