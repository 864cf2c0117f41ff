import type { StatusChange } from '../dialects/changelog.ts';
import { dateOf, dayInFormOf } from '../dialects/dates.ts';
import { type Line, trimmed } from '../dialects/line.ts';
import { statusWordIn } from '../dialects/status-words.ts';
import type { AdrRecord } from '../record.ts';
import type { NewStatus } from './new-status.ts';
import { lineEndOf, linesAround } from './place.ts';
import { refusalAt } from './problem.ts';
import type { TextEdit } from './text-edit.ts';

/**
 * The edit that adds an entry to a list of statuses with their days: the newest one again, with the new day and word
 * and without what is told besides. What was is left as it was.
 * @param line what says the status of the newest entry
 * @param history all entries, the oldest first
 * @throws {AuthoringError} where the entry is written in a form that cannot be repeated
 */
export function newEntry(
  adr: AdrRecord,
  line: Line,
  history: readonly StatusChange[],
  wanted: NewStatus,
): TextEdit[] {
  const { text } = adr.document;
  const at = line.pieces[0]?.start ?? 0;
  const whole = linesAround(text, { start: at, end: at });
  const source = text.slice(whole.start, whole.end);
  const refuse = () => refusalAt(adr, line, 'is an entry that cannot be continued');
  const wordAt = at - whole.start;
  const word = statusWordIn(source.slice(wordAt));
  const day = dayIn(source, wanted);
  if (!word || !day) throw refuse();
  const parts = [
    { start: wordAt + word.start, end: wordAt + word.end, text: wanted.words },
    day,
  ].sort((a, b) => a.start - b.start);
  const [first, second] = parts;
  if (!first || !second || first.end > second.start) throw refuse();
  const between = source.slice(first.end, second.start);
  const isRow = /^\s*\|/.test(source);
  const tail = isRow
    ? source.slice(second.end)
    : (/^[)\]*_`]+/.exec(source.slice(second.end))?.[0] ?? '');
  const isPlain = !/[\p{L}\p{N}]/u.test(between.replace(/\bon\b/i, '') + (isRow ? tail : ''));
  const isOpen = !/[\p{L}\p{N}]/u.test(source.slice(0, first.start));
  if (!isPlain || !isOpen) throw refuse();
  const entry = source.slice(0, first.start) + first.text + between + second.text + tail;
  const oldest = history[0] && trimmed(history[0].status).pieces[0]?.start;
  return oldest === undefined || oldest <= at
    ? [{ start: whole.end, end: whole.end, text: lineEndOf(text) + entry }]
    : [{ start: whole.start, end: whole.start, text: entry + lineEndOf(text) }];
}

function dayIn(source: string, { day, dateOrder }: NewStatus): TextEdit | undefined {
  for (const match of source.matchAll(/[\p{L}\p{N}]+/gu)) {
    const rest = source.slice(match.index);
    if (dateOf(rest, dateOrder) === undefined) continue;
    const made = dayInFormOf(day, rest, dateOrder);
    return (
      made && { start: match.index + made.start, end: match.index + made.end, text: made.text }
    );
  }
  return undefined;
}
