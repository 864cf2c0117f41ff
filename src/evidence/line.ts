import type { Change, Commit, KnownHistory, Move } from '../records/history.ts';

/** A change at its place on a line. */
export interface Entry {
  /** Index of the commit on the line; 0 is the oldest. */
  readonly position: number;
  readonly change: Change;
}

/**
 * A first-parent chain as an index from path to changes. The changes of one commit after another make up the tree
 * at every commit, so that what stood where is known without asking Git again.
 */
export class Line {
  /** Oldest first. */
  readonly commits: readonly Commit[];
  readonly #entries = new Map<string, Entry[]>();
  readonly #guessMoves: boolean;
  #holders: Map<string, Entry[]> | undefined;

  /**
   * @param guessMoves whether a file that keeps its base name counts as moved: for a clone without the contents that
   *   rename detection compares
   */
  constructor(commits: readonly Commit[], guessMoves = false) {
    this.commits = commits;
    this.#guessMoves = guessMoves;
    commits.forEach((commit, position) => {
      for (const change of commit.changes) append(this.#entries, change.path, { position, change });
    });
  }

  /** Position of the last commit; -1 for an empty line. */
  get end(): number {
    return this.commits.length - 1;
  }

  /** Changes of a path, oldest first. */
  entries(path: string): readonly Entry[] {
    return this.#entries.get(path) ?? [];
  }

  /** Every path there ever was. */
  paths(): Iterable<string> {
    return this.#entries.keys();
  }

  /** The change that gave a path its state after the commit at `position`; `undefined` where there was none yet. */
  last(path: string, position: number): Entry | undefined {
    return this.entries(path).findLast((entry) => entry.position <= position);
  }

  /** The object at a path after the commit at `position`; `undefined` where nothing stood there. */
  objectAt(path: string, position: number): string | undefined {
    return this.last(path, position)?.change.after;
  }

  /** What the commit at `position` did to a path. */
  changeAt(path: string, position: number): Change | undefined {
    const entry = this.last(path, position);
    return entry?.position === position ? entry.change : undefined;
  }

  /** Whether a path lies in a submodule after the commit at `position`: its files are in another repository. */
  isInSubmodule(path: string, position: number): boolean {
    for (let cut = path.lastIndexOf('/'); cut > 0; cut = path.lastIndexOf('/', cut - 1)) {
      const entry = this.last(path.slice(0, cut), position);
      if (entry?.change.submodule && entry.change.after !== undefined) return true;
    }
    return false;
  }

  /**
   * Names a file that the commit at `position` added may have had before it: as Git's rename detection has it,
   * likeliest first, then every deleted file with the equal blob, among which Git picks one.
   */
  formerNames(path: string, position: number): readonly string[] {
    const commit = this.commits[position];
    if (!commit) return [];
    const moves = commit.moves.filter((move) => move.to === path);
    const names = byLikeness(moves).map((move) => move.from);
    const blob = this.changeAt(path, position)?.after;
    const twins = commit.changes.filter(({ status, before }) => status === 'D' && before === blob);
    const found = new Set([...names, ...twins.map((twin) => twin.path)]);
    if (found.size === 0 && this.#guessMoves) return namesakes(commit, path, 'D');
    return [...found];
  }

  /** The name a file got in the commit at `position` that deleted it, likeliest first. */
  laterNames(path: string, position: number): readonly string[] {
    const commit = this.commits[position];
    if (!commit) return [];
    const moves = commit.moves.filter((move) => move.from === path);
    if (moves.length > 0 || !this.#guessMoves) return byLikeness(moves).map((move) => move.to);
    return namesakes(commit, path, 'A');
  }

  /** Markdown files that came to hold an object, oldest first. */
  holders(object: string): readonly Entry[] {
    this.#holders ??= this.#indexMarkdown();
    return this.#holders.get(object) ?? [];
  }

  #indexMarkdown(): Map<string, Entry[]> {
    const index = new Map<string, Entry[]>();
    for (const [path, entries] of this.#entries) {
      if (!path.endsWith('.md')) continue;
      for (const entry of entries) if (entry.change.after) append(index, entry.change.after, entry);
    }
    for (const entries of index.values()) entries.sort((a, b) => a.position - b.position);
    return index;
  }
}

function byLikeness(moves: readonly Move[]): Move[] {
  return moves.toSorted((a, b) => b.likeness - a.likeness);
}

function namesakes(commit: Commit, path: string, status: 'A' | 'D'): string[] {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return commit.changes
    .filter((change) => change.status === status && change.path !== path)
    .map((change) => change.path)
    .filter((other) => other.slice(other.lastIndexOf('/') + 1) === name);
}

const lines = new WeakMap<ReadonlyMap<string, Commit>, Map<string, Line>>();

/** The first-parent chain of HEAD. Built once for each reading of the history. */
export function headLine(history: KnownHistory): Line {
  return remember(history, history.head, () => chain(history, history.head));
}

/**
 * The line of what came in through a merge that took up the main branch (a pull, or an update of a feature branch):
 * the main branch to the merged commit, then what follows the merge on HEAD's own chain. Each commit of the main
 * branch landed there by itself, not with the merge. `undefined` for every other merge, which is one unit.
 */
export function lineThrough(history: KnownHistory, merge: Commit): Line | undefined {
  const main = mainCommits(history);
  if (main.has(merge.id)) return undefined;
  const merged = merge.parents.slice(1).find((parent) => main.has(parent));
  if (merged === undefined) return undefined;
  return remember(history, `${history.head} ${merge.id}`, () => {
    const own = headLine(history).commits;
    const at = own.findIndex((commit) => commit.id === merge.id);
    return [...chain(history, merged), ...own.slice(at + 1)];
  });
}

const mains = new WeakMap<ReadonlyMap<string, Commit>, ReadonlySet<string>>();

function mainCommits(history: KnownHistory): ReadonlySet<string> {
  let ids = mains.get(history.commits);
  if (!ids) {
    ids = new Set(
      history.mainline.flatMap((tip) => chain(history, tip).map((commit) => commit.id)),
    );
    mains.set(history.commits, ids);
  }
  return ids;
}

function chain(history: KnownHistory, tip: string): Commit[] {
  const commits: Commit[] = [];
  for (let commit = history.commits.get(tip); commit; ) {
    commits.push(commit);
    const [parent] = commit.parents;
    commit = parent === undefined ? undefined : history.commits.get(parent);
  }
  return commits.reverse();
}

function remember(history: KnownHistory, key: string, build: () => readonly Commit[]): Line {
  const known = lines.get(history.commits) ?? new Map<string, Line>();
  lines.set(history.commits, known);
  const line = known.get(key) ?? new Line(build(), history.partial);
  known.set(key, line);
  return line;
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
