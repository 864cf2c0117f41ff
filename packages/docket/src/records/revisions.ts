import type { Conventions } from './conventions.ts';
import type { Revision } from './facts.ts';
import type { Change, Commit } from './history.ts';
import { keyOfPath } from './key.ts';
import { kindOfPath, type Layout } from './layout.ts';
import { type DocketRecord, readRecord } from './record.ts';

/** A commit as revisions need it; what is not committed yet is one without an id. */
export interface Step extends Pick<Commit, 'subject' | 'changes' | 'moves'> {
  readonly id: string | undefined;
}

/** What the revisions of records are read from. */
export interface RevisionInput {
  /** Commits since the base, oldest first; paths are relative to the root. */
  readonly steps: readonly Step[];
  /** The records of today. */
  readonly records: readonly DocketRecord[];
  readonly conventions: Conventions;
  /** Text of a blob; `undefined` where it is not known. */
  text(id: string): string | undefined;
}

/** The changes of each record, oldest first, by the path it has today; a record that did not change is absent. */
export function revisionsOf(input: RevisionInput): Map<string, Revision[]> {
  const revisions = new Map<string, Revision[]>();
  const touched = input.steps.map(
    ({ changes }) => new Map(changes.map((change) => [change.path, change])),
  );
  for (const record of input.records) {
    let path = record.path;
    const found: Revision[] = [];
    // What a commit made is what the next one found, and the last is what stands there today.
    const read = new Map([[`${path}\n${record.document.text}`, record]]);
    for (let index = input.steps.length - 1; index >= 0; index -= 1) {
      const step = input.steps[index];
      const change = touched[index]?.get(path);
      if (!step || !change || change.status === 'D') continue;
      const source =
        change.status === 'A' ? earlierName(step, change, input.conventions.layout) : change;
      found.unshift({
        commit: step.id === undefined ? undefined : { id: step.id, subject: step.subject },
        before: recordOf(input, read, source?.path, source?.before),
        after: recordOf(input, read, path, change.after),
      });
      if (source) path = source.path;
    }
    if (found.length > 0) revisions.set(record.path, found);
  }
  return revisions;
}

/** The deletion that an added record continues: what Git holds to be a move, or the same number under another name. */
function earlierName(step: Step, added: Change, layout: Layout): Change | undefined {
  const move = step.moves.find(({ to }) => to === added.path);
  const number = numberOf(added.path, layout);
  return step.changes.find(
    ({ status, path }) =>
      status === 'D' &&
      (path === move?.from || (number !== undefined && numberOf(path, layout) === number)),
  );
}

/** Kind and number that a path claims, such as `adr 018`. */
export function numberOf(path: string, layout: Layout): string | undefined {
  const kind = kindOfPath(path, layout);
  const key = kind && keyOfPath(kind, path, layout);
  if (key?.number === undefined) return undefined;
  return `${key.log && `${key.log}/`}${kind} ${key.number}`;
}

function recordOf(
  { conventions, text }: RevisionInput,
  read: Map<string, DocketRecord>,
  path: string | undefined,
  id: string | undefined,
): DocketRecord | undefined {
  const kind = path === undefined ? undefined : kindOfPath(path, conventions.layout);
  const found = id === undefined ? undefined : text(id);
  if (path === undefined || kind === undefined || found === undefined) return undefined;
  const key = `${path}\n${found}`;
  const record = read.get(key) ?? readRecord(kind, { path, text: found }, conventions);
  read.set(key, record);
  return record;
}
