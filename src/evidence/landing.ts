import type { Commit } from '../records/history.ts';
import { LAYOUT } from '../records/layout.ts';
import type { ProvenanceRecord } from '../records/record.ts';
import { type Context, fromGit, locate, recordOf, toGit } from './context.ts';
import { type Entry, headLine, type Line, lineThrough } from './line.ts';
import type { Unknown } from './verdict.ts';

/** The unit in which a record came into the history. */
export interface KnownLanding {
  readonly kind: 'landed';
  readonly commit: Commit;
  readonly line: Line;
  readonly position: number;
  /** Path of the record in that commit, as Git knows it. */
  readonly path: string;
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

/** How the landing came to be, as far as the commit tells. */
export type LandingKind = 'root' | 'merge' | 'squash' | 'direct';

const landings = new WeakMap<Context, Map<string, Landing>>();

/**
 * The first-parent commit that brought a record in: directly, by a merge or by a squash. Later moves of the record
 * are followed back to it. A commit that rewrites the record for a new execution (another Executed time, together
 * with files the record names) is where that execution landed.
 */
export function landingOf(context: Context, record: ProvenanceRecord): Landing {
  const known = landings.get(context) ?? new Map<string, Landing>();
  landings.set(context, known);
  const landing = known.get(record.path) ?? findLanding(context, record);
  known.set(record.path, landing);
  return landing;
}

function findLanding(context: Context, record: ProvenanceRecord): Landing {
  const path = toGit(context, record.path);
  const line = headLine(context.history);
  if (line.objectAt(path, line.end) === undefined) {
    return line.isInSubmodule(path, line.end)
      ? unknown('submodule', 'the record lies in a submodule: its history is in another repository')
      : unknown('uncommitted', 'the record is not committed');
  }
  let landing = follow(context, line, record);
  if (landing.kind === 'landed' && landing.commit.parents.length > 1) {
    const main = lineThrough(context.history, landing.commit);
    if (main?.objectAt(path, main.end) !== undefined) landing = follow(context, main, record);
  }
  return landing.kind === 'landed' && context.history.boundary.has(landing.commit.id)
    ? unknown('shallow', 'the clone is shallow and ends at the commit that brought the record in')
    : landing;
}

function follow(context: Context, line: Line, today: ProvenanceRecord): Landing {
  const later: Entry[] = [];
  let path = toGit(context, today.path);
  let limit = line.end;
  for (;;) {
    const entry = line.last(path, limit);
    // A path that stands has a change that put it there.
    if (!entry) throw new Error(`Unexpected path without a change \`${path}\``);
    const { position, change } = entry;
    const record = versionOf(context, path, change.after);
    const commit = line.commits[position] as Commit;
    const landed = (isRepeat: boolean): KnownLanding => ({
      kind: 'landed',
      commit,
      line,
      position,
      path,
      record,
      later: later.toReversed(),
      isRepeat,
    });
    if (change.status === 'A') {
      const origin = originOf(context, line, entry, record);
      if (!origin) return landed(false);
      later.push(entry);
      path = origin.path;
      limit = origin.limit;
      continue;
    }
    const former = versionOf(context, path, change.before);
    if (!record || !former) {
      if (touchesNamed(context, line, entry, today)) {
        return unknown(
          'missing-object',
          'an earlier version of the record is not in this clone, so it is not known which execution it was',
        );
      }
    } else if (
      executedOf(record) !== executedOf(former) &&
      touchesNamed(context, line, entry, record)
    ) {
      return landed(true);
    }
    later.push(entry);
    limit = position - 1;
  }
}

/** Where a record that a commit added came from, if it was there before under another name or for a while not. */
function originOf(
  context: Context,
  line: Line,
  entry: Entry,
  record: ProvenanceRecord | undefined,
): { path: string; limit: number } | undefined {
  const { position, change } = entry;
  for (const from of formerPaths(line, entry)) {
    const before = line.last(from, position - 1)?.change.after;
    if (before === undefined) continue;
    const former = versionOf(context, from, before);
    const [then, now] = [former && executedOf(former), record && executedOf(record)];
    const isSame =
      before === change.after ||
      (then !== undefined && now !== undefined
        ? then === now
        : numberOf(from) === numberOf(change.path));
    if (isSame) return { path: from, limit: position - 1 };
  }
  // The very same text stood somewhere before: moved in two commits, or taken out and put back. Where the work it
  // names came back with it, this is where it landed.
  if (record && touchesNamed(context, line, entry, record)) return undefined;
  const holder = line
    .holders(change.after ?? '')
    .findLast((earlier) => earlier.position < position);
  return holder && { path: holder.change.path, limit: holder.position };
}

/**
 * Names the record may have had before a commit added it: as rename detection has it, then by its number, for a
 * record that was moved and rewritten beyond recognition or in a clone whose contents cannot be compared.
 */
function formerPaths(line: Line, { position, change }: Entry): readonly string[] {
  const number = numberOf(change.path);
  const numbered = (line.commits[position]?.changes ?? [])
    .filter((other) => other.status === 'D' && number !== undefined)
    .map((other) => other.path)
    .filter((path) => numberOf(path) === number);
  return [...new Set([...line.formerNames(change.path, position), ...numbered])];
}

function versionOf(
  context: Context,
  path: string,
  blob: string | undefined,
): ProvenanceRecord | undefined {
  return recordOf(context, 'provenance', fromGit(context, path), blob);
}

/** Whether a commit changes a file that the record names, other than the record. */
function touchesNamed(
  context: Context,
  line: Line,
  { position, change }: Entry,
  record: ProvenanceRecord,
): boolean {
  return record.body.artifacts.some((artifact) => {
    const path = locate(context, line, artifact.path);
    return path !== change.path && line.changeAt(path, position) !== undefined;
  });
}

function executedOf(record: ProvenanceRecord): string | undefined {
  return record.body.executed?.value;
}

function numberOf(path: string): string | undefined {
  return LAYOUT.provenance.fileName.exec(path.slice(path.lastIndexOf('/') + 1))?.[1];
}

function unknown(why: Unknown, reason: string): UnknownLanding {
  return { kind: 'unknown', why, reason };
}

const SQUASH_SUBJECT = /\(#\d+\)$|^Squashed commit of the following:/;

/** How a landing came to be. Git does not record a squash: hosts leave the number of the pull request behind. */
export function landingKind(commit: Commit): LandingKind {
  if (commit.parents.length === 0) return 'root';
  if (commit.parents.length > 1) return 'merge';
  return SQUASH_SUBJECT.test(commit.subject) ? 'squash' : 'direct';
}
