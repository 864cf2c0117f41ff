import { changesIn, readChangelog, type StatusChange, splitEntry } from '../dialects/changelog.ts';
import { dayInFormOf } from '../dialects/dates.ts';
import { fieldOfLabel } from '../dialects/field-names.ts';
import { type Line, trimmed } from '../dialects/line.ts';
import { isPlaceholder } from '../dialects/placeholder.ts';
import { dateOfStatus, statementsOfRecord, statusIn } from '../dialects/read-fields.ts';
import type { Statement } from '../dialects/statement.ts';
import { ARROW, isOpening, statusOf, statusWordIn } from '../dialects/status-words.ts';
import type { AdrRecord } from '../record.ts';
import { newEntry } from './changelog-entry.ts';
import type { NewStatus } from './new-status.ts';
import { extentOf, linesAround, type Place, placeIn } from './place.ts';
import { refusalAt } from './problem.ts';
import { marksIn } from './status-marks.ts';
import type { TextEdit } from './text-edit.ts';
import { scalarOf } from './yaml-value.ts';

/** The statements of a record that say its status. */
export function statusStatements(adr: AdrRecord): Statement[] {
  return statementsOfRecord(adr).filter(
    ({ label, lines }) => fieldOfLabel(label)?.name === 'status' && lines.length > 0,
  );
}

/**
 * The edits that give a record another status wherever it says the present one: the word alone, with the mark and the
 * day that belong to it.
 * @returns none where the record says nothing of a status
 * @throws {AuthoringError} where the words say more than the status, which would not hold of the new one
 */
export function statusEdits(adr: AdrRecord, wanted: NewStatus): TextEdit[] {
  const said = statusStatements(adr).flatMap((statement) => {
    const found = statusIn(statement);
    return found ? [{ statement, line: trimmed(found.line) }] : [];
  });
  if (said.length > 0) {
    return said.flatMap(({ statement, line }) => {
      const history = historyIn(statement, line);
      if (history.length > 0) return newEntry(adr, line, history, wanted);
      const box = statement.lines.find((one) => one.isChecked === true);
      return box ? boxEdits(adr, statement, wanted) : lineEdits(adr, statement, line, wanted);
    });
  }
  const history = readChangelog(adr.document, adr.outline);
  const newest = history.at(-1);
  if (newest) return newEntry(adr, trimmed(newest.status), history, wanted);
  return placeholderEdits(adr, wanted);
}

/** The changes that are written down with their days, where a status is the newest of them. */
function historyIn({ lines }: Statement, line: Line): readonly StatusChange[] {
  const entries = lines.filter(({ isItem }) => isItem);
  const changes = changesIn(entries.map((one) => splitEntry(one.line)));
  const newest = changes.at(-1);
  const isSaid = newest && placeOf(newest.status) === placeOf(line);
  // `Accepted (2024-03-01)` alone is no list.
  const isList = changes.length > 1 || (newest && placeOf(newest.date) < placeOf(newest.status));
  return isSaid && isList ? changes : [];
}

function placeOf(line: Line): number {
  return trimmed(line).pieces[0]?.start ?? 0;
}

/** The edits of a line that says a status: the word, the mark beside it and the day behind it. */
function lineEdits(
  adr: AdrRecord,
  { source }: Statement,
  line: Line,
  wanted: NewStatus,
): TextEdit[] {
  const { text } = adr.document;
  const word = statusWordIn(line.text);
  if (!word) return [];
  const own = text.slice(line.pieces[0]?.start, line.pieces.at(-1)?.end);
  const plain = line.text.slice(word.start, word.end).toLowerCase();
  if (own.toLowerCase().split(plain).length > 2) {
    throw refusalAt(adr, line, 'says the status in a picture or an address, too');
  }
  const place = placeIn(text, line, word.start, word.end);
  if (!place) throw refusalAt(adr, line, 'is written in a form that cannot be edited');
  const arrow = ARROW.exec(line.text)?.[0];
  if (arrow !== undefined) {
    return [{ start: place.end, end: place.end, text: `${arrow}${wanted.words}` }];
  }
  const before = line.text.slice(0, word.start);
  const date = dateOfStatus(line);
  const dateAt = date ? line.text.indexOf(date.text, word.end) : -1;
  const rest = [
    isOpening(before) ? '' : before,
    line.text.slice(word.end, dateAt < 0 ? undefined : dateAt),
    date && dateAt >= 0 ? line.text.slice(dateAt + date.text.length) : '',
  ].join(' ');
  const marks = marksIn(line.text);
  const letters = withoutMarks(rest).replace(/\b(?:on|as of|since)\b/gi, '');
  if (/[\p{L}\p{N}]/u.test(letters)) throw refusalAt(adr, line, 'says more than the status');

  if (source === 'yaml' && !/^[\p{L} ]+$/u.test(wanted.words)) {
    // A link or a colon may need quotes, which go round the whole value.
    const said = line.text.slice(0, word.start) + wanted.words + line.text.slice(word.end);
    const value = extentOf(text, line);
    return value ? [{ ...value, text: scalarOf(said) }] : [];
  }
  const whole = outOfStress(adr, outOfBraces(text, place, wanted.words), wanted.words);
  const edits: TextEdit[] = [{ ...whole, text: wanted.words }];
  if (marks !== '') {
    const mark = wanted.marks.markFor(wanted.status, marks);
    const at = mark === undefined ? undefined : markPlace(text, line, marks);
    if (mark === undefined || !at) {
      throw refusalAt(
        adr,
        line,
        `has the mark \`${marks}\`, and no other record shows which one goes with \`${wanted.status}\``,
      );
    }
    edits.push({ ...at, text: mark });
  }
  if (date) {
    const made = dayInFormOf(wanted.day, date.text, wanted.dateOrder);
    const at = made && placeIn(text, date, made.start, made.end);
    if (!made || !at) throw refusalAt(adr, date, 'gives a day in a form that cannot be written');
    edits.push({ ...at, text: made.text });
  }
  return edits;
}

/** A place with the braces or brackets of a template round it, where a link cannot stand in them. */
function outOfBraces(text: string, place: Place, words: string): Place {
  const around = text.slice(place.start - 1, place.end + 1);
  const isInside = /^(?:\[[^[\]]*\]|\{[^{}]*\})$/.test(around);
  return isInside && words.includes('[') ? { start: place.start - 1, end: place.end + 1 } : place;
}

/** A place with the asterisks round it, in which reStructuredText allows no link. */
function outOfStress({ document }: AdrRecord, { start, end }: Place, words: string): Place {
  const { format, text } = document;
  if (format !== 'restructured-text' || !words.includes('`')) return { start, end };
  const marks = /\*{1,2}$/.exec(text.slice(0, start))?.[0] ?? '';
  const isInside = marks !== '' && text.startsWith(marks, end);
  return isInside ? { start: start - marks.length, end: end + marks.length } : { start, end };
}

function withoutMarks(text: string): string {
  return text.replace(/:[a-z0-9_+-]+:/gi, ' ');
}

function markPlace(text: string, line: Line, mark: string) {
  const at = line.text.indexOf(mark);
  return at < 0 ? undefined : placeIn(text, line, at, at + mark.length);
}

/** Takes the check from one box and gives it to that of the status. */
function boxEdits(adr: AdrRecord, { lines }: Statement, wanted: NewStatus): TextEdit[] {
  const { text } = adr.document;
  const boxOf = (line: Line): { start: number; end: number; isChecked: boolean } | undefined => {
    const { start } = linesAround(text, {
      start: line.pieces[0]?.start ?? 0,
      end: line.pieces[0]?.start ?? 0,
    });
    const match = /^[\s>]*(?:[-*+]|\d+[.)])\s+\[([ xX])\]/.exec(text.slice(start));
    if (!match) return undefined;
    const at = start + match[0].length - 2;
    return { start: at, end: at + 1, isChecked: match[1] !== ' ' };
  };
  const checked = lines.filter(({ isChecked }) => isChecked);
  const others = lines.filter(
    ({ isChecked, line }) => isChecked === false && statusOf(line.text) === wanted.status,
  );
  const [from, to] = [checked[0] && boxOf(checked[0].line), others[0] && boxOf(others[0].line)];
  if (!from || !to || checked.length > 1 || others.length > 1) {
    const [first] = lines;
    throw refusalAt(
      adr,
      first?.line ?? { text: '', pieces: [] },
      `has no single box to check for \`${wanted.status}\``,
    );
  }
  const mark = text.slice(from.start, from.end);
  return [
    { start: from.start, end: from.end, text: ' ' },
    { start: to.start, end: to.end, text: mark },
  ];
}

/** The edit that puts a status in the place of what the template holds for it. */
function placeholderEdits(adr: AdrRecord, { words }: NewStatus): TextEdit[] {
  const { text } = adr.document;
  const [statement, ...others] = statusStatements(adr);
  const lines = statement?.lines ?? [];
  const [first] = lines;
  if (!first || others.length > 0 || lines.length > 1) return [];
  const line = trimmed(first.line);
  if (!isPlaceholder(line.text)) return [];
  const place = extentOf(text, line);
  return place ? [{ ...place, text: words }] : [];
}
