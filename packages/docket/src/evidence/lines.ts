import { type BranchRange, branchRange, firstParents } from '../records/commit-graph.ts';
import type { Change, Commit, KnownHistory } from '../records/history.ts';
import { Line } from './line.ts';
import { differing } from './squash.ts';

/** What is worked out once for each reading of the history. */
interface Reading {
  readonly range: BranchRange | undefined;
  readonly lines: Map<string, Line>;
}

const readings = new WeakMap<ReadonlyMap<string, Commit>, Reading>();

function readingOf(history: KnownHistory): Reading {
  const known = readings.get(history.commits);
  if (known) return known;
  const reading = { range: branchRange(history), lines: new Map<string, Line>() };
  readings.set(history.commits, reading);
  return reading;
}

/**
 * The line on which records land: the first-parent chain of HEAD where that is on the main branch. On another branch
 * it is the chain up to the merge base, and then all that the branch adds as one commit, which is how the branch will
 * land whatever the way it is merged.
 */
export function headLine(history: KnownHistory): Line {
  return remember(history, history.head, () => {
    const own = chainLine(history, history.head);
    const { range } = readingOf(history);
    const tip = history.commits.get(history.head);
    if (!range || !tip) return own;
    const base = range.base === undefined ? [] : firstParents(history, range.base);
    const branch: Commit = {
      ...tip,
      parents: range.base === undefined ? [] : [range.base],
      changes: difference(new Line(base), own),
      moves: own.commits.flatMap(({ id, moves }) => (range.ids.has(id) ? moves : [])),
    };
    const steps = own.commits.filter(({ id }) => range.ids.has(id));
    return new Line([...base, branch], {
      guessMoves: history.partial,
      steps: new Map([[base.length, steps]]),
    });
  });
}

/** Whether a commit is on a branch that the main branch does not have yet. */
export function isUnmerged(history: KnownHistory, { id }: Commit): boolean {
  return readingOf(history).range?.ids.has(id) ?? false;
}

/** The first-parent chain that ends at a commit. */
function chainLine(history: KnownHistory, tip: string): Line {
  return remember(history, `chain ${tip}`, () => {
    return new Line(firstParents(history, tip), { guessMoves: history.partial });
  });
}

const ways = new WeakMap<Line, Map<number, readonly Line[]>>();

/**
 * The other ways to a commit of a line: the chains of the further parents of a merge, each followed by what the line
 * has after it; the commits of the branch, where the line holds them as one.
 */
export function otherWays(history: KnownHistory, line: Line, position: number): readonly Line[] {
  const known = ways.get(line) ?? new Map<number, readonly Line[]>();
  ways.set(line, known);
  const found = known.get(position) ?? findWays(history, line, position);
  known.set(position, found);
  return found;
}

function findWays(history: KnownHistory, line: Line, position: number): Line[] {
  const commit = line.commits[position];
  if (!commit) return [];
  if (line.stepsAt(position).length > 1) {
    return line === headLine(history) ? [chainLine(history, commit.id)] : [];
  }
  const parents = history.commits.get(commit.id)?.parents.slice(1) ?? [];
  return parents
    .filter((parent) => history.commits.has(parent))
    .map((parent) => {
      const side = chainLine(history, parent);
      // Seen from that side, the merge brings what the other side had.
      const merge: Commit = { ...commit, changes: difference(side, line, position), moves: [] };
      return new Line([...side.commits, merge, ...line.commits.slice(position + 1)], {
        guessMoves: history.partial,
      });
    });
}

/** How the trees at the end of one line and at a position of another differ. */
function difference(before: Line, after: Line, position = after.end): Change[] {
  const paths = new Set([...before.paths(), ...after.paths()]);
  return [...paths].flatMap((path) => {
    const [old, now] = [before.last(path, before.end), after.last(path, position)];
    const submodule = [old, now].some((entry) => entry?.change.submodule);
    return differing({ path, before: old?.change.after, after: now?.change.after, submodule });
  });
}

function remember(history: KnownHistory, key: string, build: () => Line): Line {
  const { lines } = readingOf(history);
  const line = lines.get(key) ?? build();
  lines.set(key, line);
  return line;
}
