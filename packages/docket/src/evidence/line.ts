import type { Change, Commit, Move } from '../records/history.ts';
import { squash } from './squash.ts';

/** A change at its place on a line. */
export interface Entry {
  /** Index of the commit on the line; 0 is the oldest. */
  readonly position: number;
  readonly change: Change;
}

/** How a line is built. */
export interface LineOptions {
  /** Whether a file that keeps its base name counts as moved: for a clone without the contents Git compares. */
  readonly guessMoves?: boolean;
  /** Commits that stand in the line as one, by the position of that one. */
  readonly steps?: ReadonlyMap<number, readonly Commit[]>;
  /** The changes by path, where they are not simply those of the commits. */
  readonly entries?: Entries;
}

/** Changes by path, oldest first. */
type Entries = Pick<ReadonlyMap<string, readonly Entry[]>, 'get' | 'keys'>;

/**
 * Commits one after the other as an index from path to changes. The changes of one commit after another make up the
 * tree at every commit, so that what stood where is known without asking Git again.
 */
export class Line {
  /** Oldest first. */
  readonly commits: readonly Commit[];
  readonly #entries: Entries;
  /** Whether a file that keeps its base name counts as moved. */
  readonly guessMoves: boolean;
  /** Commits that stand in the line as one, by the position of that one. */
  readonly #steps: ReadonlyMap<number, readonly Commit[]>;
  #holders: Map<string, Entry[]> | undefined;
  #folders: ReadonlySet<string> | undefined;
  #spaced: ReadonlyMap<string, string> | undefined;

  constructor(commits: readonly Commit[], options: LineOptions = {}) {
    this.commits = commits;
    this.guessMoves = options.guessMoves ?? false;
    this.#steps = options.steps ?? new Map();
    this.#entries = options.entries ?? indexOf(commits);
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

  /** Whether a path was ever a file or a folder. */
  isKnown(path: string): boolean {
    if (this.#entries.get(path)) return true;
    this.#folders ??= foldersOf(this.#entries.keys());
    return this.#folders.has(path.replace(/\/+$/, ''));
  }

  /** The path that is the given one but for white space at the ends of its name. */
  spaced(path: string): string | undefined {
    this.#spaced ??= new Map(
      [...this.paths()].flatMap((known) =>
        trimmed(known) === known ? [] : [[trimmed(known), known]],
      ),
    );
    return this.#spaced.get(trimmed(path));
  }

  /** The real commits that the one at `position` stands for. */
  stepsAt(position: number): readonly Commit[] {
    const commit = this.commits[position];
    return this.#steps.get(position) ?? (commit ? [commit] : []);
  }

  /**
   * This line with commits from one position to another as a squash merge would make them: one commit, at `to`. Those
   * that are no part of it stay where they are.
   */
  squashed(from: number, to: number, isPart: (commit: Commit) => boolean): Line {
    const parts = new Map<number, Commit>();
    this.commits.slice(from, to + 1).forEach((commit, index) => {
      const at = from + index;
      if (at === from || at === to || isPart(commit)) parts.set(at, commit);
    });
    const steps = [...parts.values()];
    const commit = squash(steps);
    const net = new Map(commit.changes.map((change) => [change.path, { position: to, change }]));
    const touched = new Map<string, readonly Entry[]>();
    for (const { path } of steps.flatMap(({ changes }) => changes)) {
      const own = net.get(path);
      const all = this.entries(path);
      touched.set(path, [
        ...all.filter(({ position }) => position < to && !parts.has(position)),
        ...(own ? [own] : []),
        ...all.filter(({ position }) => position > to),
      ]);
    }
    const known = this.#entries;
    return new Line(this.commits.with(to, commit), {
      guessMoves: this.guessMoves,
      steps: new Map([...this.#steps, [to, steps]]),
      entries: { get: (path) => touched.get(path) ?? known.get(path), keys: () => known.keys() },
    });
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
   * likeliest first, then every other file that lost the equal blob there, be it deleted or written anew.
   */
  formerNames(path: string, position: number): readonly string[] {
    const commit = this.commits[position];
    if (!commit) return [];
    const moves = commit.moves.filter((move) => move.to === path);
    const names = byLikeness(moves).map((move) => move.from);
    const blob = this.changeAt(path, position)?.after;
    const twins = commit.changes.filter(({ before }) => before !== undefined && before === blob);
    const found = new Set([...names, ...twins.map((twin) => twin.path)]);
    if (found.size === 0 && this.guessMoves) return namesakes(commit, path, 'D');
    return [...found];
  }

  /** The name a file got in the commit at `position` that deleted it, likeliest first. */
  laterNames(path: string, position: number): readonly string[] {
    const commit = this.commits[position];
    if (!commit) return [];
    const moves = commit.moves.filter((move) => move.from === path);
    if (moves.length > 0 || !this.guessMoves) return byLikeness(moves).map((move) => move.to);
    return namesakes(commit, path, 'A');
  }

  /** Markdown files that came to hold an object, oldest first. */
  holders(object: string): readonly Entry[] {
    this.#holders ??= this.#indexMarkdown();
    return this.#holders.get(object) ?? [];
  }

  #indexMarkdown(): Map<string, Entry[]> {
    const index = new Map<string, Entry[]>();
    for (const path of this.paths()) {
      if (!path.endsWith('.md')) continue;
      for (const entry of this.entries(path))
        if (entry.change.after) append(index, entry.change.after, entry);
    }
    for (const entries of index.values()) entries.sort((a, b) => a.position - b.position);
    return index;
  }
}

function trimmed(path: string): string {
  const cut = path.lastIndexOf('/') + 1;
  return path.slice(0, cut) + path.slice(cut).trim();
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

function indexOf(commits: readonly Commit[]): Map<string, Entry[]> {
  const entries = new Map<string, Entry[]>();
  commits.forEach((commit, position) => {
    for (const change of commit.changes) append(entries, change.path, { position, change });
  });
  return entries;
}

function foldersOf(paths: Iterable<string>): Set<string> {
  const folders = new Set<string>();
  for (const path of paths) {
    for (let cut = path.lastIndexOf('/'); cut > 0; cut = path.lastIndexOf('/', cut - 1)) {
      const folder = path.slice(0, cut);
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  }
  return folders;
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
