import type { ProvenanceRecord } from '../records/record.ts';
import { type Context, fromGit, locate, recordOf, toGit } from './context.ts';
import { namesBefore, recordNumber } from './former-names.ts';
import type { KnownLanding, Landing, UnknownLanding } from './landing.ts';
import type { Entry, Line } from './line.ts';

/**
 * Follows a record back along a line to the commit that brought it in, through moves and through commits that took it
 * out and put it back. One that was put back together with files it names landed there.
 * @param returns whether it is followed back beyond that as well
 */
export function follow(
  context: Context,
  line: Line,
  today: ProvenanceRecord,
  returns = false,
): Landing {
  const later: Entry[] = [];
  let path = toGit(context, today.path);
  let limit = line.end;
  for (;;) {
    const entry = line.last(path, limit);
    // A path that stands has a change that put it there.
    if (!entry) throw new Error(`No change of \`${path}\` is known`);
    const { position, change } = entry;
    const record = versionOf(context, path, change.after);
    const landed = (isRepeat: boolean): Landing =>
      landingAt(context, { line, position, path, record, later: later.toReversed(), isRepeat });
    if (change.status === 'A') {
      const origin =
        originOf(context, line, entry, record) ??
        (returns || !touchesNamed(context, line, entry, record ?? today)
          ? earlierStay(context, line, entry, record)
          : undefined);
      if (origin === 'unknown') return UNKNOWN_ORIGIN;
      if (!origin) return landed(false);
      later.push(entry);
      path = origin.path;
      limit = origin.limit;
      continue;
    }
    const former = versionOf(context, path, change.before);
    if (!record || !former) {
      if (touchesNamed(context, line, entry, today)) return UNKNOWN_ORIGIN;
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

const UNKNOWN_ORIGIN: UnknownLanding = {
  kind: 'unknown',
  why: 'missing-object',
  reason:
    'an earlier version of the record is not in this clone, so which execution it was is unknown',
};

type Place = Pick<KnownLanding, 'line' | 'position' | 'path' | 'record' | 'later' | 'isRepeat'>;

/** The landing at a place of a line. */
export function landingAt(context: Context, place: Place): Landing {
  const { line, position, path } = place;
  const commit = line.commits[position];
  if (!commit) throw new Error(`The line has no position ${position}`);
  const prefix = prefixOf(context, path);
  return { kind: 'landed', commit, steps: line.stepsAt(position), prefix, ...place };
}

/** Folder of the workspace when the record stood at a path: it may have been moved since, with all its records. */
function prefixOf({ corpus, history }: Context, path: string): string {
  const cut = path.lastIndexOf(`${corpus.layout.provenance.folder}/`);
  const isFolder = cut === 0 || path[cut - 1] === '/';
  return isFolder ? path.slice(0, cut) : history.prefix;
}

interface Origin {
  readonly path: string;
  /** Position from which the history of that path is followed back. */
  readonly limit: number;
}

/** Where a record that a commit added came from, if it was there before under another name or for a while not. */
function originOf(
  context: Context,
  line: Line,
  entry: Entry,
  record: ProvenanceRecord | undefined,
): Origin | 'unknown' | undefined {
  const { position, change } = entry;
  for (const path of namesBefore(line, change.path, position)) {
    const before = line.objectAt(path, position - 1);
    if (before === undefined) continue;
    const isSame =
      before === change.after || isSameExecution(versionOf(context, path, before), record);
    if (isSame ?? recordNumber(path) === recordNumber(change.path))
      return { path, limit: position - 1 };
  }
  // Another record was written in its old place.
  const replaced = line.commits[position]?.changes.find(
    ({ status, path, before }) =>
      status === 'M' &&
      recordNumber(path) === recordNumber(change.path) &&
      isSameExecution(versionOf(context, path, before), record),
  );
  if (replaced) return { path: replaced.path, limit: position - 1 };
  if (context.history.partial && deletesRecord(context, line, position)) return 'unknown';
  return undefined;
}

/** Where a record that a commit put back stood before it was taken out. */
function earlierStay(
  context: Context,
  line: Line,
  { position, change }: Entry,
  record: ProvenanceRecord | undefined,
): Origin | 'unknown' | undefined {
  const holder = line.holders(change.after ?? '').findLast((entry) => entry.position < position);
  if (holder) return { path: holder.change.path, limit: holder.position };
  const number = recordNumber(change.path);
  for (const path of line.paths()) {
    if (path !== change.path && (number === undefined || recordNumber(path) !== number)) continue;
    const gone = line.last(path, position - 1);
    if (gone?.change.status !== 'D') continue;
    const isSame = isSameExecution(versionOf(context, path, gone.change.before), record);
    if (isSame) return { path, limit: gone.position - 1 };
    if (isSame === undefined && context.history.partial) return 'unknown';
  }
  return undefined;
}

/** Whether two versions tell of one execution; `undefined` where one of them does not say when it was. */
function isSameExecution(
  one: ProvenanceRecord | undefined,
  other: ProvenanceRecord | undefined,
): boolean | undefined {
  const [then, now] = [one && executedOf(one), other && executedOf(other)];
  return then === undefined || now === undefined ? undefined : then === now;
}

/** Whether a commit deletes a file that may have been a record. */
function deletesRecord({ corpus }: Context, line: Line, position: number): boolean {
  const folder = `/${corpus.layout.provenance.folder}/`;
  return (line.commits[position]?.changes ?? []).some(
    ({ status, path }) => status === 'D' && path.endsWith('.md') && `/${path}`.includes(folder),
  );
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
    const path = locate(line, prefixOf(context, change.path), artifact.path);
    return path !== change.path && line.changeAt(path, position) !== undefined;
  });
}

function executedOf(record: ProvenanceRecord): string | undefined {
  return record.fields.executed.value;
}
