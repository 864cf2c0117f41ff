import { forkOf } from './git-commits.ts';
import { decodeText } from './git-log.ts';
import { runGit } from './git-process.ts';

/** A file that differs between a commit and the working tree. */
export interface Difference {
  /** Relative to `root`. */
  readonly path: string;
  readonly status: 'created' | 'modified' | 'deleted';
}

/**
 * How the working tree differs from the commit at which HEAD and a base went apart, below `root` and seen without
 * rename detection; new files that are not ignored are among it. Sorted by path.
 * @param name of the base as a person gave it
 * @throws {CommitError} where it names no commit, or does not meet HEAD inside a shallow clone
 * @throws {GitError} where Git fails
 */
export async function readDifference(root: string, name = 'HEAD'): Promise<Difference[]> {
  const { base, point = base } = await forkOf(root, name);
  const [changed, added] = await Promise.all([
    runGit(root, [
      ...['diff', '--name-status', '-z', '--no-renames', '--relative'],
      ...['--no-ext-diff', '--no-textconv', '--ignore-submodules=dirty', point, '--'],
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
