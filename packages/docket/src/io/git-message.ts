import { forkOf } from './git-commits.ts';
import { decodeText } from './git-log.ts';
import { runGit } from './git-process.ts';

/** What a commit says of itself. */
export interface CommitWords {
  readonly author: string;
  /** ISO 8601 with zone. */
  readonly authored: string;
  readonly subject: string;
  /** Trailers of the message, each on one line as `Key: value`. */
  readonly trailers: readonly string[];
  /** Lines of the note at the commit. */
  readonly notes: readonly string[];
}

/**
 * Reads what a commit says of itself, with its trailers and its note.
 * @param commit its id
 * @throws {GitError} where Git fails
 */
export async function readCommitWords(root: string, commit: string): Promise<CommitWords> {
  const { output } = await runGit(root, [
    'log',
    '-1',
    '--no-show-signature',
    '--no-color',
    '--encoding=UTF-8',
    '--notes',
    '--format=%an%x00%aI%x00%s%x00%(trailers:only,unfold)%x00%N',
    commit,
    '--',
  ]);
  const [author = '', authored = '', subject = '', trailers = '', notes = ''] =
    decodeText(output).split('\0');
  const lines = (text: string) => text.split('\n').filter((line) => line.trim() !== '');
  return { author, authored, subject, trailers: lines(trailers), notes: lines(notes) };
}

/** The values of one trailer in the message of a commit. */
export interface Trailer {
  /** Id of the commit. */
  readonly commit: string;
  readonly values: readonly string[];
}

/**
 * Reads the values of a trailer in the commits of a head that a base does not have; those without one are left out.
 * @param key of the trailer, such as `Decision`
 * @param head branch or commit
 * @throws {CommitError} where a name stands for no commit
 * @throws {GitError} where Git fails
 */
export async function readTrailers(
  root: string,
  key: string,
  { base, head = 'HEAD' }: { readonly base: string; readonly head?: string | undefined },
): Promise<Trailer[]> {
  const fork = await forkOf(root, base, head);
  const { output } = await runGit(root, [
    ...['log', '-z', '--no-show-signature', '--no-notes', '--no-color', '--encoding=UTF-8'],
    `--format=%H%n%(trailers:key=${key},valueonly,unfold)`,
    ...[fork.head, `^${fork.base}`, '--'],
  ]);
  return decodeText(output)
    .split('\0')
    .flatMap((entry) => {
      const [commit = '', ...values] = entry.split('\n').filter((line) => line.trim() !== '');
      return values.length === 0 ? [] : [{ commit, values }];
    });
}
