import type { Commit, History, KnownHistory } from './history.ts';

/** One committed state of a file. */
export interface Revision {
  readonly commit: string;
  /** Author's time, ISO 8601 with zone. */
  readonly authored: string;
  readonly author: string;
  readonly subject: string;
  /** Path at that time, from the root of the workspace. */
  readonly path: string;
  /** Object id of the text. */
  readonly blob: string;
  /** `moved` came from another path, perhaps with changes; `earliest` is where a shallow clone ends. */
  readonly kind: 'added' | 'changed' | 'moved' | 'earliest';
}

/** What Git knows of one file. */
export interface FileHistory {
  /** Oldest first; empty for a file that was never committed. */
  readonly revisions: readonly Revision[];
  /** Whether the file on disk differs from the last of them. */
  readonly isUncommitted: boolean;
}

/** What Git knows of the files asked for. */
export type Histories =
  | {
      readonly kind: 'known';
      readonly files: ReadonlyMap<string, FileHistory>;
      /** Whether the clone is shallow, so that what happened before its end is unknown. */
      readonly isShallow: boolean;
    }
  | { readonly kind: 'unknown'; readonly message: string; readonly help: string };

/**
 * Follows files back through the first-parent chain of the commit that is checked out, through moves, to where each was
 * added.
 * @param paths relative to the root of the workspace
 */
export function fileHistoriesOf(history: History, paths: readonly string[]): Histories {
  if (history.kind === 'unknown') {
    return { kind: 'unknown', message: history.message, help: history.help };
  }
  const line = lineOf(history);
  return {
    kind: 'known',
    isShallow: history.boundary.size > 0,
    files: new Map(
      paths.map((path) => [
        path,
        {
          revisions: follow(history, line, path),
          isUncommitted: history.uncommitted.has(history.prefix + path),
        },
      ]),
    ),
  };
}

interface Line {
  /** Newest first. */
  readonly commits: readonly Commit[];
  /** Places in `commits` at which a path changes, newest first. */
  readonly places: ReadonlyMap<string, readonly number[]>;
}

function lineOf(history: KnownHistory): Line {
  const commits: Commit[] = [];
  const places = new Map<string, number[]>();
  let commit = history.commits.get(history.head);
  while (commit) {
    for (const { path } of commit.changes) {
      const list = places.get(path);
      if (list) list.push(commits.length);
      else places.set(path, [commits.length]);
    }
    commits.push(commit);
    const [parent] = commit.parents;
    commit = parent === undefined ? undefined : history.commits.get(parent);
  }
  return { commits, places };
}

function follow(history: KnownHistory, { commits, places }: Line, path: string): Revision[] {
  const revisions: Revision[] = [];
  let name = history.prefix + path;
  let after = -1;
  for (;;) {
    const place = places.get(name)?.find((candidate) => candidate > after);
    const commit = place === undefined ? undefined : commits[place];
    const change = commit?.changes.find((candidate) => candidate.path === name);
    // A deletion ends the way back: what stood there before was another file.
    if (place === undefined || !commit || change?.after === undefined) break;
    const from = change.status === 'A' && commit.moves.find((move) => move.to === name)?.from;
    const isEnd = history.boundary.has(commit.id);
    revisions.push({
      commit: commit.id,
      authored: commit.authored,
      author: commit.author,
      subject: commit.subject,
      path: name.startsWith(history.prefix) ? name.slice(history.prefix.length) : name,
      blob: change.after,
      kind: isEnd
        ? 'earliest'
        : from !== false && from !== undefined
          ? 'moved'
          : change.status === 'A'
            ? 'added'
            : 'changed',
    });
    if (isEnd || (change.status === 'A' && (from === false || from === undefined))) break;
    if (from !== false && from !== undefined) name = from;
    after = place;
  }
  return revisions.reverse();
}
