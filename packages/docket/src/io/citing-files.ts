import { decodeText } from './git-log.ts';
import { GitError, runGit } from './git-process.ts';
import { walkFiles } from './walk-files.ts';

const NEVER = new Set(['node_modules', '.git', 'dist', 'build', 'vendor', '.cache', '.astro']);

/**
 * The files that may cite a record: outside a repository all but the usual folders of tools, inside it those that
 * Git tracks or would track and that hold something like a record's number. Git searches thousands of files in the
 * time it takes to read some dozens here.
 * @param among the only files in question; all by default
 */
export async function listCitingFiles(
  root: string,
  among?: readonly string[],
): Promise<readonly string[]> {
  try {
    const { output } = await runGit(
      root,
      [
        'grep',
        '--untracked',
        '-l',
        '-z',
        '-I',
        '-i',
        '-E',
        '(adr|spec)[- ][0-9]{3}',
        '--',
        ...(among ?? ['.']),
      ],
      { statuses: [0, 1] },
    );
    return decodeText(output)
      .split('\0')
      .filter((file) => file !== '')
      .sort();
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    const files = await walkFiles(root, NEVER);
    return among ? files.filter((file) => among.includes(file)) : files;
  }
}
