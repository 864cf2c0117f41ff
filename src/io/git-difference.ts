import { decodeText } from './git-log.ts';
import { runGit } from './git-process.ts';

/** A file that differs between a commit and the working tree. */
export interface Difference {
  /** Relative to `root`. */
  readonly path: string;
  readonly status: 'created' | 'modified' | 'deleted';
}

/**
 * What the working tree has that a commit has not, and the other way round, below `root` and seen without rename
 * detection; new files that are not ignored are among it. Sorted by path.
 * @throws {GitError} where `base` names no commit
 */
export async function readDifference(root: string, base = 'HEAD'): Promise<Difference[]> {
  const [changed, added] = await Promise.all([
    runGit(root, [
      ...['diff', '--name-status', '-z', '--no-renames', '--relative', '--no-ext-diff'],
      ...['--end-of-options', base, '--'],
    ]),
    runGit(root, ['ls-files', '-z', '--others', '--exclude-standard']),
  ]);
  const fields = decodeText(changed.output).split('\0');
  const found: Difference[] = [];
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const [letter, path = ''] = [fields[at], fields[at + 1]];
    const status = letter === 'A' ? 'created' : letter === 'D' ? 'deleted' : 'modified';
    found.push({ path, status });
  }
  for (const path of decodeText(added.output).split('\0')) {
    if (path === '') continue;
    const known = found.findIndex((difference) => difference.path === path);
    // Taken out of the index but still there: it differs, and is not gone.
    if (known >= 0) found[known] = { path, status: 'modified' };
    else found.push({ path, status: 'created' });
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}
