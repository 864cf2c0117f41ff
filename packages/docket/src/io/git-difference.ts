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
 * How a commit or the working tree differs from the commit at which it and a base went apart, below `root` and seen
 * without rename detection; in the working tree, new files that are not ignored are among it. Sorted by path.
 * @param name of the base as a person gave it
 * @param head as a person gave it; the working tree where not given
 * @throws {CommitError} where one names no commit, or the two do not meet inside a shallow clone
 * @throws {GitError} where Git fails
 */
export async function readDifference(
  root: string,
  name = 'HEAD',
  head?: string,
): Promise<Difference[]> {
  const { base, point = base, head: end } = await forkOf(root, name, head);
  const [changed, added] = await Promise.all([
    runGit(root, [
      ...['diff', '--name-status', '-z', '--no-renames', '--relative'],
      ...['--no-ext-diff', '--no-textconv', '--ignore-submodules=dirty'],
      ...[point, ...(head === undefined ? [] : [end]), '--'],
    ]),
    head === undefined
      ? runGit(root, ['ls-files', '-z', '--others', '--exclude-standard'])
      : { output: Buffer.alloc(0) },
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
