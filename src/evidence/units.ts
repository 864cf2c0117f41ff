import type { ProvenanceRecord } from '../records/record.ts';
import { claimsOf } from './claims.ts';
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
import { namesAtLanding } from './names.ts';
import { repositoryPath } from './paths.ts';
import { specNames } from './spec-names.ts';

/** Units besides the one that Git shows first in which a record may have landed. */
export interface OtherUnits {
  readonly landings: readonly KnownLanding[];
  /** Why there may be another that this clone does not show; `undefined` where it shows all there are. */
  readonly gap: UnknownLanding | undefined;
}

const SHALLOW: UnknownLanding = {
  kind: 'unknown',
  why: 'shallow',
  reason: 'the clone is shallow, and the work may have begun before its first commits',
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
  const landings: KnownLanding[] = [];
  let isOpen =
    context.history.boundary.size > 0 &&
    first.steps.some((step) => isUnmerged(context.history, step));
  const queue = [first];
  for (let next = queue.shift(); next; next = queue.shift()) {
    if (isCutOff(context, next)) {
      isOpen = true;
      continue;
    }
    if (next !== first) landings.push(next);
    const runs = runsAround(context, record, next);
    landings.push(...runs.landings);
    isOpen ||= runs.isOpen;
    queue.push(...waysInto(context, record, next));
  }
  const earlier = follow(context, first.line, record, true);
  if (earlier.kind === 'unknown') return { landings, gap: earlier };
  if (isCutOff(context, earlier)) isOpen = true;
  else if (earlier.position !== first.position) landings.push(earlier);
  return { landings, gap: isOpen ? SHALLOW : undefined };
}

/** Runs of commits around a landing that may be one unit with it, and whether the clone ends where one goes on. */
function runsAround(
  context: Context,
  record: ProvenanceRecord,
  landing: KnownLanding,
): { landings: KnownLanding[]; isOpen: boolean } {
  const { line, position, steps } = landing;
  const { boundary } = context.history;
  const [own] = steps;
  const isWork = workOf(context, record, landing);
  const belongs = (at: number): boolean => {
    const commit = line.commits[at];
    if (!commit || commit.author !== own?.author || commit.parents.length > 1) return false;
    return Math.abs(at - position) < LONGEST && commit.changes.some(({ path }) => isWork(path));
  };
  const isEnd = (at: number): boolean => boundary.has(line.commits[at]?.id ?? '');
  if (!own || steps.length > 1 || own.parents.length > 1) return { landings: [], isOpen: false };

  let [from, to] = [position, position];
  while (belongs(from - 1) && !isEnd(from - 1)) from -= 1;
  while (belongs(to + 1)) to += 1;
  const landings: KnownLanding[] = [];
  for (let end = position; end <= to; end += 1) {
    for (let start = position; start >= from; start -= 1) {
      const run = start === end ? undefined : landingOn(context, line.squashed(start, end), record);
      if (run?.kind === 'landed' && run.position === end) landings.push(run);
    }
  }
  return { landings, isOpen: isEnd(from - 1) && line.commits[from - 1]?.author === own.author };
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
    ...namedBy(context, record, landing),
  ]);
  const folders = [...names].map((name) => `${name.replace(/\/+$/, '')}/`);
  return (path) => names.has(path) || folders.some((folder) => path.startsWith(folder));
}

function namedBy(context: Context, record: ProvenanceRecord, landing: KnownLanding): string[] {
  return claimsOf(record)
    .flatMap((claim) => (claim.kind === 'artifact' ? [claim.path, claim.from ?? ''] : []))
    .flatMap((path) => repositoryPath(path) ?? [])
    .flatMap((path) => namesAtLanding(context, landing, path));
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
