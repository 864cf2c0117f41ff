import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { decodeText } from './git-log.ts';
import { GitError, runGit } from './git-process.ts';

/**
 * Every file name that a folder has or ever had: in the working tree, and in each commit of each branch this clone
 * knows, local or remote, deleted files among them. Outside a repository the working tree alone counts.
 * @param folder relative to `root`, with forward slashes
 */
export async function readUsedNames(root: string, folder: string): Promise<Set<string>> {
  const [here, ever] = await Promise.all([namesIn(root, folder), namesInHistory(root, folder)]);
  return new Set([...here, ...ever]);
}

async function namesIn(root: string, folder: string): Promise<string[]> {
  try {
    return await readdir(path.join(root, folder));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

async function namesInHistory(root: string, folder: string): Promise<string[]> {
  try {
    const { output } = await runGit(root, [
      'log',
      '--all',
      '-z',
      '--format=',
      '--name-only',
      '--diff-filter=A',
      '--diff-merges=first-parent',
      '--no-renames',
      '--relative',
      '--',
      folder,
    ]);
    return decodeText(output)
      .split('\0')
      .map((file) => file.trim())
      .filter((file) => file !== '')
      .map((file) => path.posix.basename(file));
  } catch (error) {
    if (error instanceof GitError) return [];
    throw error;
  }
}
