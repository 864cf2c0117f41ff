import { comparableNumber } from '../dialects/file-name.ts';
import { readHeading } from '../dialects/heading.ts';
import type { AdrRecord } from '../record.ts';
import type { LogDraft } from './draft-input.ts';
import { padded } from './reference-form.ts';

/** The title of a new record as the headings of a log read: `12. Title`, `ADR-012: Title`, `Title`. */
export function headingLike(
  models: readonly AdrRecord[],
  { number, title }: Pick<LogDraft, 'number' | 'title'>,
): string | undefined {
  for (const { outline, number: own } of models) {
    const [heading] = outline.sections;
    if (heading?.depth !== 1) continue;
    const { title: short } = readHeading(heading.title, own);
    if (short !== '' && !heading.title.endsWith(short)) continue;
    const lead = heading.title.slice(0, heading.title.length - short.length);
    const digits = /\d{1,6}[a-z]?/i.exec(lead);
    if (!digits) return lead + title;
    if (own === undefined || number === undefined) continue;
    if (comparableNumber(digits[0]) !== comparableNumber(own)) continue;
    const width = digits[0].startsWith('0') || digits[0] === own ? digits[0].length : 1;
    const end = digits.index + digits[0].length;
    return lead.slice(0, digits.index) + padded(number, width) + lead.slice(end) + title;
  }
  return undefined;
}
