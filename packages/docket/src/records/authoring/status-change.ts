import { isChoice, isPlaceholder } from '../dialects/placeholder.ts';
import { statusOf } from '../dialects/status-words.ts';
import { nearest } from '../nearest.ts';
import { sectionNamed } from '../partial.ts';
import type { AdrRecord } from '../record.ts';
import { SCHEMAS } from '../schema.ts';
import { shownName } from '../shown-name.ts';
import { STATUS_TABLE, type Status } from '../status.ts';
import type { TextChange } from './change.ts';
import { statusInDialect } from './dialect-status.ts';
import { supersedeInDialect, supersedeSectionsInDialect } from './dialect-supersede.ts';
import { assertReadable, type Editable, editable } from './frontmatter-block.ts';
import { addToList, quoted, setKey } from './frontmatter-edit.ts';
import type { Records } from './log.ts';
import { AuthoringError } from './problem.ts';
import { applyEdits, type TextEdit } from './text-edit.ts';
import { assertFilled } from './unfilled.ts';

const ORDER = Object.keys(SCHEMAS.adr.shape);

/** A status a record takes by itself; `Superseded` comes with the record that replaces it. */
export type Verdict = Extract<Status, 'Accepted' | 'Rejected' | 'Deprecated'>;

/**
 * Gives a decision another status. Accepting and rejecting date the decision; deprecating leaves its date, which is
 * that of the decision. A record of a log in any form is written in its own words, where it says its status.
 * @param date the day it is, as YYYY-MM-DD
 * @param records all records, with the conventions they are read by
 * @throws {AuthoringError} where the life cycle has no way from the present status to that one, or the record says its
 * status in a form that cannot be edited without changing something else
 */
export function changeStatus(
  adr: AdrRecord,
  status: Verdict,
  date: string,
  records: Records,
): TextChange {
  assertMay(adr, status, records);
  if (status === 'Accepted') assertFilled(adr, records.templates.adr);
  if (records.layout.adr.logs) return statusInDialect(adr, status, date, records);
  const dated = status === 'Deprecated' ? [] : [setting('date', date)];
  return edited(adr, [setting('status', status), ...dated]);
}

/**
 * Writes both sides of a supersession: the old record's status and `superseded-by`, and the text of the new record
 * with `supersedes`.
 * @param successor the new record as its template gives it
 * @param date the day it is, as YYYY-MM-DD
 * @param records all records, with the conventions they are read by
 * @throws {AuthoringError} where the old record cannot be superseded any more, or one of the two is written in a form
 * that does not allow it
 */
export function supersede(
  old: AdrRecord,
  successor: AdrRecord,
  date: string,
  records: Records,
): TextChange[] {
  assertMay(old, 'Superseded', records);
  if (records.layout.adr.logs) return supersedeInDialect(old, successor, date, records);
  return [
    edited(old, [setting('status', 'Superseded'), naming('superseded-by', successor.id)]),
    {
      kind: 'create',
      path: successor.path,
      after: afterSteps(successor, [naming('supersedes', old.id)]),
    },
  ];
}

/**
 * Writes both sides of a supersession of some sections: the old record stands, and names the sections and the new one in
 * `superseded-by`, and the new record does in `supersedes`.
 * @param names the sections as a person names them
 * @throws {AuthoringError} where the old record is not accepted or has no such section, or where one
 * of the two has no place in which that could be read again
 */
export function supersedeSections(
  old: AdrRecord,
  successor: AdrRecord,
  names: readonly string[],
  records: Records,
): TextChange[] {
  if (old.frontmatter.present) assertReadable(old);
  const status = old.fields.status.value;
  if (status !== 'Accepted') {
    throw new AuthoringError(
      `\`${old.id}\` is ${status ?? 'of unknown status'}, and only parts of what stands can be superseded`,
      status === 'Proposed' ? helpFor(old, status) : 'give another decision',
    );
  }
  const sections = names.map((name) => pathOf(old, name));
  if (records.layout.adr.logs) {
    return supersedeSectionsInDialect(old, successor, sections, records);
  }
  const part = (id: string) => `{ adr: ${id}, sections: [${sections.map(quoted).join(', ')}] }`;
  return [
    edited(old, [naming('superseded-by', part(successor.id))]),
    {
      kind: 'create',
      path: successor.path,
      after: afterSteps(successor, [naming('supersedes', part(old.id))]),
    },
  ];
}

/** The headings that lead to a section, as a relation names it. */
function pathOf({ id, outline }: AdrRecord, name: string): string {
  const section = sectionNamed(outline, name);
  const above: string[] = [];
  for (const one of outline.all) {
    above.length = Math.min(above.length, one.depth - 1);
    above[one.depth - 1] = one.title;
    if (one === section) return above.filter((title, depth) => depth > 0 && title).join('/');
  }
  const titles = outline.all.map(({ title }) => title);
  const meant = nearest(name.split('/').at(-1) ?? name, titles);
  throw new AuthoringError(
    `\`${id}\` has no section \`${name}\``,
    meant === undefined ? `its sections are ${list(titles)}` : `did you mean \`${meant}\`?`,
  );
}

function assertMay(adr: AdrRecord, wanted: Status, { layout }: Records): void {
  if (adr.frontmatter.present) assertReadable(adr);
  const { value: status, written } = adr.fields.status;
  // What a record in any form does not say is unknown, and any decision may come.
  if (layout.adr.logs && status === undefined && isUnsaid(written)) return;
  if (status === undefined) {
    const { line, column } = adr.fields.status.span.start;
    throw new AuthoringError(
      written === ''
        ? `\`${adr.path}\` has no status`
        : `${adr.path}:${line}:${column}: The status of \`${shownName(adr)}\` is \`${written}\`, which is not one of ${list(Object.keys(STATUS_TABLE))}`,
      written === ''
        ? 'add `status: Proposed` to its frontmatter first'
        : 'write one of these there first, such as `Proposed`',
    );
  }
  const next: readonly Status[] = STATUS_TABLE[status].next;
  if (next.includes(wanted)) return;
  if (status === wanted) {
    throw new AuthoringError(
      `\`${shownName(adr)}\` is \`${status}\` already`,
      'there is nothing to do',
    );
  }
  throw new AuthoringError(
    `\`${shownName(adr)}\` cannot go from \`${status}\` to \`${wanted}\`${next.length > 0 ? `, only to ${list(next)}` : ', as nothing follows it'}`,
    helpFor(adr, status),
  );
}

function helpFor(adr: AdrRecord, status: Status): string {
  if (status === 'Proposed') return `accept it first: \`docket accept ${shownName(adr)}\``;
  return 'write a new record that refers to this one: `docket new adr`';
}

function isUnsaid(written: string): boolean {
  return (
    written === '' ||
    isPlaceholder(written) ||
    isChoice(written, (word) => statusOf(word) !== undefined)
  );
}

function list(words: readonly string[]): string {
  return words.map((word) => `\`${word}\``).join(', ');
}

/** One edit of a text that the edits before it have been made to. */
type Step = (record: Editable) => TextEdit | undefined;

function setting(key: string, yaml: string): Step {
  return (record) => setKey(record, key, yaml, ORDER);
}

function naming(key: string, yaml: string): Step {
  return (record) => addToList(record, key, yaml, ORDER);
}

function edited(adr: AdrRecord, steps: readonly Step[]): TextChange {
  const before = adr.document.text;
  return { kind: 'edit', path: adr.path, before, after: afterSteps(adr, steps) };
}

function afterSteps({ path, document }: AdrRecord, steps: readonly Step[]): string {
  return steps.reduce((text, step) => {
    const edit = step(editable(path, text));
    return edit ? applyEdits(text, [edit]) : text;
  }, document.text);
}
