import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { HelpfulError } from '../records/helpful-error.ts';
import { decodeText } from './git-log.ts';
import { runGit } from './git-process.ts';

/** A name stands for no commit, or the clone does not hold what lies between two. */
export class CommitError extends HelpfulError {
  override readonly name = 'CommitError';
}

/**
 * The id of the commit that a name given by a person stands for.
 * @throws {CommitError} where it stands for none
 * @throws {GitError} where Git fails
 */
export async function resolveCommit(root: string, name: string): Promise<string> {
  if (/^-|^$|\0/.test(name)) {
    throw new CommitError(
      `\`${name}\` cannot be the name of a branch or commit`,
      'give a branch, tag or commit; a name is never empty and never begins with a hyphen',
    );
  }
  const args = ['rev-parse', '--quiet', '--verify', '--end-of-options', `${name}^{commit}`];
  const { status, output } = await runGit(root, args, { statuses: [0, 1] });
  if (status === 0) return decodeText(output).trim();
  throw new CommitError(
    `\`${name}\` is not a branch or commit of this repository`,
    'fetch it first, for example with `git fetch origin main`, or give another',
  );
}

/** Where two commits went apart. `unknown` where the clone is cut off before. */
export type Meeting =
  | { readonly kind: 'at'; readonly id: string }
  | { readonly kind: 'never' }
  | { readonly kind: 'unknown' };

/**
 * Finds the latest commit that two have in common.
 * @param one id of a commit, and so is `other`
 * @throws {GitError} where Git fails
 */
export async function meetingOf(root: string, one: string, other: string): Promise<Meeting> {
  const [boundary, { status, output }] = await Promise.all([
    readBoundary(root),
    runGit(root, ['merge-base', one, other], { statuses: [0, 1] }),
  ]);
  const id = decodeText(output).trim();
  if (status !== 0 || id === '') return { kind: boundary.size === 0 ? 'never' : 'unknown' };
  const met: Meeting = { kind: 'at', id };
  if (boundary.size === 0 || id === one || id === other) return met;
  // Where a commit of either side left its parents behind, a later one in common may be among those.
  const above = await lines(root, ['rev-list', one, other, `^${id}`, '--']);
  return above.some((commit) => boundary.has(commit)) ? { kind: 'unknown' } : met;
}

/** Two commits that a person named, and where they went apart. */
export interface Fork {
  readonly base: string;
  readonly head: string;
  /** `undefined` where they have no commit in common. */
  readonly point: string | undefined;
}

/**
 * Resolves two names and finds where their commits went apart.
 * @throws {CommitError} where a name stands for no commit, or the two do not meet inside a shallow clone
 * @throws {GitError} where Git fails
 */
export async function forkOf(root: string, base: string, head = 'HEAD'): Promise<Fork> {
  const ids = { base: await resolveCommit(root, base), head: await resolveCommit(root, head) };
  const met = await meetingOf(root, ids.base, ids.head);
  if (met.kind === 'unknown') throw cutOff(base, head);
  return { ...ids, point: met.kind === 'at' ? met.id : undefined };
}

/**
 * Commits of HEAD's first-parent chain that `base` does not reach, newest first.
 * @throws {CommitError} where `base` names no commit, or the chain is cut off before it
 * @throws {GitError} where Git fails
 */
export async function readCommitsSince(root: string, base: string): Promise<string[]> {
  const fork = await forkOf(root, base);
  const [boundary, commits] = await Promise.all([
    readBoundary(root),
    lines(root, ['rev-list', '--first-parent', fork.head, `^${fork.base}`, '--']),
  ]);
  if (commits.some((commit) => boundary.has(commit))) throw cutOff(base, 'HEAD');
  return commits;
}

function cutOff(base: string, head: string): CommitError {
  return new CommitError(
    `This clone is shallow and ends before \`${base}\` and \`${head}\` meet, so what lies between them is unknown`,
    'fetch the rest with `git fetch --unshallow`; in CI, check out with depth 0',
  );
}

/** Commits whose parents a shallow clone left behind; none in a clone with all of its history. */
export async function readBoundary(root: string): Promise<ReadonlySet<string>> {
  const args = ['rev-parse', '--is-shallow-repository', '--git-path', 'shallow'];
  const [isShallow, ...file] = await lines(root, args);
  if (isShallow !== 'true') return new Set();
  const listed = await readFile(path.resolve(root, file.join('\n')), 'utf8');
  return new Set(listed.split('\n').filter((line) => line !== ''));
}

async function lines(root: string, args: readonly string[]): Promise<string[]> {
  const { output } = await runGit(root, args);
  return decodeText(output)
    .split('\n')
    .filter((line) => line !== '');
}
