import { dateOf, dayInFormOf } from '../dialects/dates.ts';
import { fieldOfLabel } from '../dialects/field-names.ts';
import { trimmed } from '../dialects/line.ts';
import { isPlaceholder } from '../dialects/placeholder.ts';
import { statementsOfRecord } from '../dialects/read-fields.ts';
import type { AdrRecord } from '../record.ts';
import type { NewStatus } from './new-status.ts';
import { extentOf, placeIn } from './place.ts';
import type { TextEdit } from './text-edit.ts';

/** How near a label comes to the date of a decision: the date itself, and the day on which it was accepted. */
const RANK = { decision: 0, acceptance: 1 } as const;

/**
 * The edits that date a decision where the record gives its date: in the form of the day that stands there, or in that
 * of the log where only the template's text does. A day whose form cannot be read stays.
 * @param model a date as other records of the log write it
 */
export function dateEdits(
  adr: AdrRecord,
  { status, day, dateOrder }: NewStatus,
  model: string | undefined,
): TextEdit[] {
  const { text } = adr.document;
  return statementsOfRecord(adr).flatMap(({ label, lines }) => {
    const meaning = fieldOfLabel(label);
    const isAsked =
      meaning?.name === 'date' &&
      (meaning.rank === RANK.decision ||
        (meaning.rank === RANK.acceptance && status === 'Accepted'));
    const [first] = lines;
    if (!isAsked || !first) return [];
    const line = trimmed(first.line);
    if (isPlaceholder(line.text)) {
      const place = extentOf(text, line);
      const made = (model && dayInFormOf(day, model, dateOrder)?.text) ?? day;
      return place && lines.length === 1 ? [{ ...place, text: made }] : [];
    }
    if (dateOf(line.text, dateOrder) === undefined) return [];
    const made = dayInFormOf(day, line.text, dateOrder);
    const place = made && placeIn(text, line, made.start, made.end);
    return made && place ? [{ ...place, text: made.text }] : [];
  });
}
