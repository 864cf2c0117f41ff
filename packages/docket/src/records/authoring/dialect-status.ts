import type { AdrRecord } from '../record.ts';
import type { Status } from '../status.ts';
import type { TextChange } from './change.ts';
import { dateEdits } from './date-edit.ts';
import { type Records, siblingsOf } from './log.ts';
import type { NewStatus } from './new-status.ts';
import { assertReads, factsOf, readAgain } from './same-facts.ts';
import { statusEdits, statusStatements } from './status-edit.ts';
import { marksOf } from './status-marks.ts';
import { addStatus } from './status-missing.ts';
import { wordFor, wordOf } from './status-word.ts';
import { applyEdits } from './text-edit.ts';

/** A status in the words and with the marks of a record's log. */
export function newStatus(
  adr: AdrRecord,
  status: Status,
  day: string,
  records: Records,
): NewStatus {
  const siblings = siblingsOf(adr.path, records);
  return {
    status,
    day,
    words: wordFor(status, siblings, wordOf(adr)),
    dateOrder: records.layout.adr.dateOrder,
    marks: marksOf(siblings),
  };
}

/** A record with a status, where it has none: then the wanted one in a place of its own; else as it is. */
export function withStatus(adr: AdrRecord, wanted: NewStatus, records: Records): AdrRecord {
  const { status } = adr.fields;
  if (status.value !== undefined || statusStatements(adr).length > 0) return adr;
  const edit = addStatus(adr, wanted, siblingsOf(adr.path, records));
  return readAgain(adr, applyEdits(adr.document.text, [edit]), records);
}

/**
 * Gives a record in any form another status, where it says the present one, and dates it where it gives a date.
 * @throws {AuthoringError} where the form does not allow that without changing anything else
 */
export function statusInDialect(
  adr: AdrRecord,
  status: Status,
  day: string,
  records: Records,
): TextChange {
  const before = adr.document.text;
  const wanted = newStatus(adr, status, day, records);
  const siblings = siblingsOf(adr.path, records);
  const stated = statusEdits(adr, wanted);
  const model = siblings.find(({ fields }) => fields.date.value !== undefined)?.fields.date.written;
  const isDated = status === 'Accepted' || status === 'Rejected';
  const edits = [
    ...(stated.length > 0 ? stated : [addStatus(adr, wanted, siblings)]),
    ...(isDated ? dateEdits(adr, wanted, model) : []),
  ];
  const after = applyEdits(before, edits);
  // The choice that a template offers may name a record as an example.
  const kept = adr.relations.filter(
    (one) => !edits.some(({ start, end }) => start <= one.start && one.end <= end),
  );
  assertReads(adr, after, records, {
    relations: [factsOf({ ...adr, relations: kept }).relations],
    status: [status],
    date: [adr.fields.date.value, day],
  });
  return { kind: 'edit', path: adr.path, before, after };
}
