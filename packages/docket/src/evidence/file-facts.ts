import type { Change, Commit } from '../records/history.ts';
import type { KnownLanding } from './landing.ts';
import { shortId } from './verdict.ts';

/** What Git knows of one path in a landing. */
export interface FileFacts {
  /** As Git knows it. */
  readonly path: string;
  /** What the landing did to it; `undefined` where it left it alone. */
  readonly change: Change | undefined;
  /** Whether it stood before the landing. */
  readonly stoodBefore: boolean;
  /** Whether it stands after the landing. */
  readonly standsAfter: boolean;
}

/** The commit of a landing that gave a path the state it has after it. */
export function stepFor({ steps, commit }: KnownLanding, path: string): Commit {
  return steps.findLast(({ changes }) => changes.some((change) => change.path === path)) ?? commit;
}

/** Looks a path up in a landing. A folder counts as changed where a file below it is. */
export function factsOf(landing: KnownLanding, path: string): readonly FileFacts[] {
  const { line, position } = landing;
  const folder = path.endsWith('/') ? path : `${path}/`;
  // What is a file at another time may be a folder in the landing.
  const isFile =
    line.objectAt(path, position) !== undefined || line.objectAt(path, position - 1) !== undefined;
  const names = isFile ? [path] : [...line.paths()].filter((name) => name.startsWith(folder));
  return (names.length > 0 ? names : [path]).map((name) => ({
    path: name,
    change: line.changeAt(name, position),
    stoodBefore: line.objectAt(name, position - 1) !== undefined,
    standsAfter: line.objectAt(name, position) !== undefined,
  }));
}

const VERBS = { A: 'added', M: 'changed', D: 'deleted', T: 'changed in type' } as const;

/** A change in words, such as `added in 1a2b3c4d5e (blob 9f8e7d6c5b)`. */
export function describeChange(change: Change, commit: Commit): string {
  const object = change.after ?? change.before;
  const type = change.submodule ? 'submodule commit' : 'blob';
  const what = object === undefined ? '' : ` (${type} ${shortId(object)})`;
  return `${VERBS[change.status]} in ${shortId(commit.id)}${what}`;
}

/** Where a path that the landing left alone has its state from, in words. */
export function describeElsewhere(landing: KnownLanding, path: string): string {
  const { line, position, commit } = landing;
  const before = line.last(path, position);
  const at = (entry: { position: number; change: Change }) => {
    const there = line.commits[entry.position];
    return there ? describeChange(entry.change, there) : '';
  };
  if (before) return `untouched in ${shortId(commit.id)}, last ${at(before)}`;
  const later = line.entries(path)[0];
  if (later) return `untouched in ${shortId(commit.id)}, first ${at(later)}`;
  return `in no commit up to ${shortId(line.commits[line.end]?.id ?? commit.id)}`;
}
