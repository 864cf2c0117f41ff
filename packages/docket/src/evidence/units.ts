import type { Commit } from '../records/history.ts';
import type { ProvenanceRecord } from '../records/record.ts';
import type { Context } from './context.ts';
import { follow } from './follow.ts';
import {
  isCutOff,
  type KnownLanding,
  landingOn,
  type UnknownLanding,
  waysInto,
} from './landing.ts';
import { isUnmerged } from './lines.ts';
import { namedBy } from './other-work.ts';
import { specNames } from './spec-names.ts';

/** A unit in which a record may have landed. */
export interface Unit {
  readonly landing: KnownLanding;
  /** What it takes to believe in the unit. */
  readonly doubt: Doubt;
}

/**
 * `none`: as good as the unit that Git shows. `further`: it has work that came after the record. `other`: it has
 * the work of other records. `root`: it has the first commit, with which most of a repository comes. `apart`: its
 * commits are by several authors, or have others between them.
 */
export type Doubt = 'none' | 'further' | 'other' | 'root' | 'apart';

/** Units besides the one that Git shows first in which a record may have landed. */
export interface OtherUnits {
  readonly units: readonly Unit[];
  /** Why there may be another that this clone does not show; `undefined` where it shows all there are. */
  readonly gap: UnknownLanding | undefined;
}

const SHALLOW: UnknownLanding = {
  kind: 'unknown',
  why: 'shallow',
  reason: 'the clone is shallow, and the work may have begun before its first commit',
};

// Longer runs by one author are whole histories, no piece of work.
const LONGEST = 16;

/**
 * The other units in which a record may have landed: the commit that brought it in within a merge or a branch, and
 * the run of commits by one author around it that touch the record, its specification or the files it names, as a
 * rebase or a fast-forward leaves them; and where it stood before it was taken out and put back.
 */
export function otherUnits(
  context: Context,
  record: ProvenanceRecord,
  first: KnownLanding,
): OtherUnits {
  const units: Unit[] = [];
  const { boundary } = context.history;
  let isOpen = boundary.size > 0 && first.steps.some((step) => isUnmerged(context.history, step));
  const queue = [first];
  for (let next = queue.shift(); next; next = queue.shift()) {
    if (isCutOff(context, next)) {
      isOpen = true;
      continue;
    }
    if (next !== first) units.push({ landing: next, doubt: 'none' });
    const runs = runsAround(context, record, next);
    units.push(...runs.units);
    isOpen ||= runs.isOpen;
    queue.push(...waysInto(context, record, next));
  }
  const earlier = follow(context, first.line, record, true);
  if (earlier.kind === 'unknown') return { units, gap: earlier };
  if (isCutOff(context, earlier)) isOpen = true;
  else if (earlier.position !== first.position) units.push({ landing: earlier, doubt: 'none' });
  return { units, gap: isOpen ? SHALLOW : undefined };
}

/** Runs of commits around a landing that may be one unit with it, and whether the clone ends where one goes on. */
function runsAround(
  context: Context,
  record: ProvenanceRecord,
  landing: KnownLanding,
): { units: Unit[]; isOpen: boolean } {
  const { line, position, steps, path } = landing;
  const [own] = steps;
  if (!own || steps.length > 1 || own.parents.length > 1) return { units: [], isOpen: false };
  const isWork = workOf(context, landing.record ?? record, landing);
  const isRecord = recordFiles(context, landing);
  const touches = ({ parents, changes }: Commit): boolean =>
    parents.length <= 1 && changes.some((change) => isWork(change.path));
  // A merge of the author's takes up what others did, and a record tells of work that is done.
  const isBeside = ({ parents, changes, author }: Commit): boolean =>
    author === own.author &&
    (parents.length > 1 || changes.every((change) => isRecord(change.path)));
  const isEnd = ({ id }: Commit): boolean => context.history.boundary.has(id);

  const starts = [{ at: position, isApart: false }];
  let isApart = false;
  let at = position - 1;
  for (; at >= 0 && position - at < LONGEST; at -= 1) {
    const commit = line.commits[at];
    // What was done before an earlier execution in the same file belongs to that.
    if (!commit || isEnd(commit) || line.changeAt(path, at) !== undefined) break;
    const isPart = touches(commit);
    isApart ||= isPart ? commit.author !== own.author : !isBeside(commit);
    if (isPart) starts.push({ at, isApart });
  }
  const end = line.commits[at];
  const isOpen = end !== undefined && isEnd(end);

  let last = position;
  for (let next = line.commits[last + 1]; next; next = line.commits[last + 1]) {
    const isNear = last + 1 - position < LONGEST && next.parents.length <= 1;
    if (!isNear || next.author !== own.author || !(touches(next) || isBeside(next))) break;
    last += 1;
  }
  const units: Unit[] = [];
  for (let to = position; to <= last; to += 1) {
    for (const start of starts) {
      if (start.at === to || (start.isApart && to > position)) continue;
      const run = landingOn(context, line.squashed(start.at, to, touches), record);
      if (run?.kind !== 'landed' || run.position !== to) continue;
      const brings = run.steps
        .filter(({ id }) => id !== own.id)
        .flatMap(({ changes }) => changes)
        .some((change) => change.path !== path && isRecord(change.path));
      const doubt = start.isApart
        ? 'apart'
        : run.commit.parents.length === 0
          ? 'root'
          : brings
            ? 'other'
            : to > position
              ? 'further'
              : 'none';
      units.push({ landing: run, doubt });
    }
  }
  return { units, isOpen };
}

/** Tells provenance records by their folder. */
function recordFiles({ corpus }: Context, { prefix }: KnownLanding): (path: string) => boolean {
  const folder = `${prefix}${corpus.layout.provenance.folder}/`;
  return (path) => path.startsWith(folder);
}

/** Tells the files a record is about: itself, its specification, and those it names, as Git knows them. */
function workOf(
  context: Context,
  record: ProvenanceRecord,
  landing: KnownLanding,
): (path: string) => boolean {
  const names = new Set([
    landing.path,
    ...specNames(context, landing, record),
    ...namedBy(context, landing, record),
  ]);
  const folders = [...names].map((name) => `${name.replace(/\/+$/, '')}/`);
  return (path) => names.has(path) || folders.some((folder) => path.startsWith(folder));
}

/** Whether a landing has any of the files its record names, besides the record itself. */
export function bringsWork(
  context: Context,
  record: ProvenanceRecord,
  landing: KnownLanding,
): boolean {
  const isWork = workOf(context, record, landing);
  return landing.commit.changes.some(({ path }) => path !== landing.path && isWork(path));
}
