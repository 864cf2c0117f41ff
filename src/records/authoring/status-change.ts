import type { AdrRecord } from '../record.ts';
import { SCHEMAS } from '../schema.ts';
import { STATUS_TABLE, type Status } from '../status.ts';
import type { FileChange } from './change.ts';
import { addToList, setKey } from './frontmatter-edit.ts';
import { AuthoringError } from './problem.ts';
import { applyEdits, type TextEdit } from './text-edit.ts';

const ORDER = Object.keys(SCHEMAS.adr.shape);

/** A status a record takes by itself; `Superseded` comes with the record that replaces it. */
export type Verdict = Extract<Status, 'Accepted' | 'Rejected' | 'Deprecated'>;

/**
 * Gives a decision another status. Accepting and rejecting date the decision; deprecating leaves its date, which is
 * that of the decision.
 * @param date the day it is, as YYYY-MM-DD
 * @throws {AuthoringError} where the life cycle has no way from the present status to that one
 */
export function changeStatus(adr: AdrRecord, status: Verdict, date: string): FileChange {
  assertMay(adr, status);
  const edits = [setKey(adr, 'status', status, ORDER)];
  if (status !== 'Deprecated') edits.push(setKey(adr, 'date', date, ORDER));
  return edited(adr, edits);
}

/**
 * Writes both sides of a supersession: the old record's status and `superseded-by`, and the text of the new record
 * with `supersedes`.
 * @param successor the new record as its template gives it
 * @throws {AuthoringError} where the old record cannot be superseded any more
 */
export function supersede(old: AdrRecord, successor: AdrRecord): FileChange[] {
  assertMay(old, 'Superseded');
  const named = addToList(successor, 'supersedes', old.id, ORDER);
  const naming = addToList(old, 'superseded-by', successor.id, ORDER);
  return [
    edited(old, [setKey(old, 'status', 'Superseded', ORDER), ...(naming ? [naming] : [])]),
    {
      kind: 'create',
      path: successor.path,
      after: applyEdits(successor.document.text, named ? [named] : []),
    },
  ];
}

function assertMay(adr: AdrRecord, wanted: Status): void {
  const { status } = adr.metadata;
  if (status === undefined) {
    throw new AuthoringError(
      `Unexpected status of \`${adr.id}\`, expected one of ${list(Object.keys(STATUS_TABLE))}`,
      `mend \`status\` in \`${adr.path}\` first`,
    );
  }
  const next: readonly Status[] = STATUS_TABLE[status].next;
  if (next.includes(wanted)) return;
  throw new AuthoringError(
    `Unexpected change of \`${adr.id}\` from \`${status}\` to \`${wanted}\`, expected ${next.length > 0 ? list(next) : 'none: its life has ended'}`,
    helpFor(adr, status, wanted),
  );
}

function helpFor(adr: AdrRecord, status: Status, wanted: Status): string {
  if (status === wanted) return `\`${adr.path}\` says so already`;
  if (status === 'Proposed') return `accept it first: \`docket accept ${adr.id}\``;
  return 'write a new record that refers to this one: `docket new adr`';
}

function list(words: readonly string[]): string {
  return words.map((word) => `\`${word}\``).join(', ');
}

function edited(adr: AdrRecord, edits: readonly TextEdit[]): FileChange {
  const before = adr.document.text;
  return { kind: 'edit', path: adr.path, before, after: applyEdits(before, edits) };
}
