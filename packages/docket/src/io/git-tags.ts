import { decodeText } from './git-log.ts';
import { runGit } from './git-process.ts';

/** A tag of the repository. */
export interface GitTag {
  readonly name: string;
  /** Day of the commit it names, YYYY-MM-DD in the committer's zone. */
  readonly day: string;
}

/**
 * Tags that HEAD contains, the latest first.
 * @throws {GitError} where Git fails
 */
export async function readTags(root: string): Promise<GitTag[]> {
  const { output } = await runGit(root, [
    'for-each-ref',
    '--merged=HEAD',
    '--format=%(refname:strip=2)%09%(creatordate:short)%09%(*committerdate:short)%09%(committerdate:short)',
    'refs/tags',
  ]);
  return decodeText(output)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [name = '', created = '', peeled = '', direct = ''] = line.split('\t');
      return { name, day: peeled || direct || created };
    })
    .sort((a, b) => (a.day !== b.day ? (a.day < b.day ? 1 : -1) : a.name < b.name ? 1 : -1));
}
