import { decodeText } from './git-log.ts';
import { runGit } from './git-process.ts';

/** What Git tracks below a folder, or would if it were added, as far as it is there. */
export interface TrackedFiles {
  /** Relative to the folder. */
  readonly files: readonly string[];
  /** Folders that are repositories of their own, whose files are not among them. */
  readonly closed: readonly string[];
}

/**
 * The files that Git tracks below a folder, and those it would track.
 * Format: git-ls-files(1) with `--stage -z`.
 * @throws {GitError} where Git fails
 */
export async function readTracked(root: string): Promise<TrackedFiles> {
  const [staged, others, deleted] = await Promise.all([
    entries(root, ['ls-files', '-z', '--stage']),
    entries(root, ['ls-files', '-z', '--others', '--exclude-standard']),
    entries(root, ['ls-files', '-z', '--deleted']),
  ]);
  const gone = new Set(deleted);
  const files = new Set<string>();
  const closed = new Set<string>();
  for (const entry of staged) {
    const path = entry.slice(entry.indexOf('\t') + 1);
    if (entry.startsWith(SUBMODULE)) closed.add(path);
    else if (!gone.has(path)) files.add(path);
  }
  // A repository that is none of this one's modules is listed as a folder.
  for (const path of others) {
    if (path.endsWith('/')) closed.add(path.slice(0, -1));
    else files.add(path);
  }
  return { files: [...files], closed: [...closed] };
}

const SUBMODULE = '160000 ';

/**
 * The files of a commit below a folder, relative to it.
 * @param commit its id
 * @throws {GitError} where Git fails
 */
export async function readTree(root: string, commit: string): Promise<readonly string[]> {
  return entries(root, ['ls-tree', '-r', '-z', '--name-only', commit]);
}

/**
 * Where files of a commit below a folder are now, of those that are elsewhere, by their paths then.
 * @param commit its id
 * @throws {GitError} where Git fails
 */
export async function readMoves(root: string, commit: string): Promise<Map<string, string>> {
  const fields = await entries(root, [
    ...['diff', '--name-status', '-z', '-M50%', '-l1000', '--diff-filter=R', '--relative'],
    ...['--no-ext-diff', '--no-textconv', '--ignore-submodules=dirty', commit, '--'],
  ]);
  const moves = new Map<string, string>();
  for (let at = 0; at + 2 < fields.length; at += 3) {
    moves.set(fields[at + 1] ?? '', fields[at + 2] ?? '');
  }
  return moves;
}

async function entries(root: string, args: readonly string[]): Promise<string[]> {
  const { output } = await runGit(root, args);
  return decodeText(output)
    .split('\0')
    .filter((entry) => entry !== '');
}
