import { decodeText } from './git-log.ts';
import { runGit } from './git-process.ts';

/** What a commit says of who made it. */
interface Credit {
  readonly id: string;
  readonly author: string;
  readonly email: string;
  /** Lines of the closing block of its message, unfolded. */
  readonly trailers: readonly string[];
}

/** What is read of each commit, each ended by NUL. */
const FIELDS = 4;

/**
 * Reads authors and trailers of commits.
 * @param ids of commits that this clone holds
 * @throws {GitError} where Git fails
 */
export async function readCredits(
  root: string,
  ids: readonly string[],
): Promise<Map<string, Credit>> {
  if (ids.length === 0) return new Map();
  const format = '%H%x00%an%x00%ae%x00%(trailers:only=true,unfold=true)%x00';
  const args = ['log', '--no-walk=unsorted', '--stdin', '--no-show-signature', '--no-notes'];
  const { output } = await runGit(
    root,
    [...args, '--encoding=UTF-8', `--format=tformat:${format}`],
    {
      input: `${ids.join('\n')}\n`,
    },
  );
  const credits = new Map<string, Credit>();
  const parts = decodeText(output).split('\0');
  for (let at = 0; at + FIELDS <= parts.length; at += FIELDS) {
    const [line = '', author = '', email = '', block = ''] = parts.slice(at, at + FIELDS);
    const id = line.trim();
    credits.set(id, { id, author, email, trailers: block.split('\n').filter(Boolean) });
  }
  return credits;
}

/**
 * The commits that a merge brings: those that its first parent does not lead to, the merge itself left out.
 * @throws {GitError} where Git fails
 */
export async function readBrought(root: string, merge: string, first: string): Promise<string[]> {
  const { output } = await runGit(root, ['rev-list', merge, `^${first}`, '--']);
  return decodeText(output)
    .split('\n')
    .filter((id) => id !== '' && id !== merge);
}

/**
 * The notes below a ref: for each commit the blob that holds its note; `undefined` where the clone has no such ref.
 * @see https://git-scm.com/docs/git-notes
 * @throws {GitError} where Git fails
 */
export async function listNotes(
  root: string,
  ref: string,
): Promise<Map<string, string> | undefined> {
  const { status } = await runGit(root, ['rev-parse', '--quiet', '--verify', `${ref}^{commit}`], {
    statuses: [0, 1],
  });
  if (status !== 0) return undefined;
  const { output } = await runGit(root, ['ls-tree', '-r', '-z', '--full-tree', ref]);
  const notes = new Map<string, string>();
  for (const entry of decodeText(output).split('\0')) {
    const [, blob, path] = /^\d+ blob ([0-9a-f]+)\t(.*)$/.exec(entry) ?? [];
    // Folders of two letters each keep a large tree quick.
    const id = path?.replaceAll('/', '');
    if (blob !== undefined && id !== undefined && /^[0-9a-f]{40,64}$/.test(id)) notes.set(id, blob);
  }
  return notes;
}
