import type { Commit } from '../records/history.ts';
import type { ProvenanceRecord } from '../records/record.ts';
import { type Context, toGit } from './context.ts';
import { follow } from './follow.ts';
import type { Entry, Line } from './line.ts';
import { headLine, otherWays } from './lines.ts';
import type { Unknown } from './verdict.ts';

/**
 * The unit in which a record came into the history: one commit, a merge with all it brings, or several commits seen
 * as a squash merge would leave them.
 */
export interface KnownLanding {
  readonly kind: 'landed';
  /** The unit as one commit: what the last of its commits is called, and what all of them changed together. */
  readonly commit: Commit;
  /** The real commits of the unit, oldest first; a merge stands for what it brings. */
  readonly steps: readonly Commit[];
  /** A line on which the unit is one commit, at `position`. */
  readonly line: Line;
  readonly position: number;
  /** Path of the record in that commit, as Git knows it. */
  readonly path: string;
  /** Folder of the workspace then, below the top of the repository: empty, or ending in `/`. */
  readonly prefix: string;
  /** The record as it landed; `undefined` where the clone lacks the text. */
  readonly record: ProvenanceRecord | undefined;
  /** Later changes of the record under all its names, oldest first, moves included. */
  readonly later: readonly Entry[];
  /** Whether an earlier execution was recorded in the same file before. */
  readonly isRepeat: boolean;
}

/** A record of which it is not known where it came in. */
export interface UnknownLanding {
  readonly kind: 'unknown';
  readonly why: Unknown;
  readonly reason: string;
}

/** Where a record came into the history. */
export type Landing = KnownLanding | UnknownLanding;

/** How the landing came to be, as far as the commits tell. */
export type LandingKind = 'root' | 'merge' | 'squash' | 'direct' | 'range';

const structural = new WeakMap<Context, Map<string, Landing>>();

/**
 * The unit that Git itself shows: the commit of the main branch that brought the record in, be it direct, a merge or
 * a squash; on a branch that is not merged yet, all that the branch adds. Later moves of the record are followed back
 * to it. A commit that rewrites the record for a new execution (another Executed time, together with files the record
 * names) is where that execution landed.
 */
export function landingOf(context: Context, record: ProvenanceRecord): Landing {
  const known = structural.get(context) ?? new Map<string, Landing>();
  structural.set(context, known);
  const landing = known.get(record.path) ?? findLanding(context, record);
  known.set(record.path, landing);
  return landing;
}

function findLanding(context: Context, record: ProvenanceRecord): Landing {
  const { history } = context;
  const path = toGit(context, record.path);
  const line = headLine(history);
  if (line.objectAt(path, line.end) === undefined) {
    return line.isInSubmodule(path, line.end)
      ? unknown('submodule', 'the record is in a submodule, and its history in another repository')
      : unknown('uncommitted', 'the record is not committed');
  }
  const landing = landingOn(context, line, record);
  if (landing?.kind !== 'landed') {
    return landing ?? unknown('uncommitted', 'the record is not committed');
  }
  if (isCutOff(context, landing)) {
    return unknown(
      'shallow',
      'the clone is shallow and ends at the commit that brought the record in',
    );
  }
  // A branch into which another was merged: that merge brought the record.
  const [merge] = landing.steps.length > 1 ? waysInto(context, record, landing) : [];
  return merge && merge.commit.parents.length > 1 ? merge : landing;
}

/** Whether a shallow clone ends within a unit: its first commits then seem to add every file there is. */
export function isCutOff({ history }: Context, { steps }: KnownLanding): boolean {
  return steps.some(({ id }) => history.boundary.has(id));
}

const byLine = new WeakMap<Context, WeakMap<Line, Map<string, Landing | undefined>>>();

/** Where a record landed on one line; `undefined` where it does not stand at the end of it. */
export function landingOn(
  context: Context,
  line: Line,
  record: ProvenanceRecord,
): Landing | undefined {
  const lines = byLine.get(context) ?? new WeakMap<Line, Map<string, Landing | undefined>>();
  byLine.set(context, lines);
  const known = lines.get(line) ?? new Map<string, Landing | undefined>();
  lines.set(line, known);
  if (!known.has(record.path)) {
    const stands = line.objectAt(toGit(context, record.path), line.end) !== undefined;
    known.set(record.path, stands ? follow(context, line, record) : undefined);
  }
  return known.get(record.path);
}

/** A record with the landing it came in with. */
export interface LandedRecord {
  readonly record: ProvenanceRecord;
  readonly landing: KnownLanding;
}

/** All records that a landing brought in. */
export function recordsIn(context: Context, { line, position }: KnownLanding): LandedRecord[] {
  return context.corpus.provenances.flatMap((record) => {
    const landing = landingOn(context, line, record);
    return landing?.kind === 'landed' && landing.position === position ? [{ record, landing }] : [];
  });
}

/** Where the record came in on the other ways to its landing: within a merge, or within a branch. */
export function waysInto(
  context: Context,
  record: ProvenanceRecord,
  { line, position, commit, steps }: KnownLanding,
): KnownLanding[] {
  return otherWays(context.history, line, position).flatMap((way) => {
    const landing = landingOn(context, way, record);
    if (landing?.kind !== 'landed') return [];
    // On the way of a parent that did not have the record, the merge again is what brought it.
    return steps.length === 1 && landing.commit.id === commit.id ? [] : [landing];
  });
}

function unknown(why: Unknown, reason: string): UnknownLanding {
  return { kind: 'unknown', why, reason };
}

const SQUASH_SUBJECT = /\(#\d+\)$|^Squashed commit of the following:/;

/** How a landing came to be. Git does not record a squash: hosts leave the number of the pull request behind. */
export function landingKind({
  commit,
  steps,
}: Pick<KnownLanding, 'commit' | 'steps'>): LandingKind {
  if (steps.length > 1) return 'range';
  if (commit.parents.length === 0) return 'root';
  const [step = commit] = steps;
  if (step.parents.length > 1) return 'merge';
  return SQUASH_SUBJECT.test(commit.subject) ? 'squash' : 'direct';
}
