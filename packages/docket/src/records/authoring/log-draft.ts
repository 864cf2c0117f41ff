import { comparableNumber } from '../dialects/file-name.ts';
import { readHeading } from '../dialects/heading.ts';
import { formatOf } from '../formats/format.ts';
import { parseDocument } from '../formats/parse-document.ts';
import { plainText } from '../markdown.ts';
import { type AdrRecord, shortTitle } from '../record.ts';
import type { LogDraft } from './draft-input.ts';
import { fillTemplate } from './fill-template.ts';
import { retitled } from './format-text.ts';
import { siblingsOf } from './log.ts';
import { AuthoringError } from './problem.ts';
import { readAgain } from './same-facts.ts';
import { skeletonOf } from './skeleton.ts';

/** A record that was drafted, and what gave it its form. */
export interface Drafted {
  readonly record: AdrRecord;
  /** Path of the template, or of the record whose headings and labels it has. */
  readonly formOf: string;
}

/**
 * The text of a new record of a log in any form: its template with number, title, date and status filled in; without a
 * template, the headings and labels that its latest records share.
 * @throws {AuthoringError} where the log has neither, or the title has no place
 */
export function draftInLog(draft: LogDraft): Drafted {
  const { path, template, records, title, number } = draft;
  const format = formatOf(path);
  const siblings = latestFirst(siblingsOf(path, records)).filter(
    ({ document }) => document.format === format,
  );
  // One that says a status shows where the new one says its own.
  const model = siblings.find(({ fields }) => fields.status.value !== undefined) ?? siblings[0];
  const text = template
    ? fillTemplate(draft, template.text, siblings)
    : model && skeletonOf(draft, model, siblings);
  const formOf = template?.path ?? model?.path;
  if (text === undefined || formOf === undefined) {
    throw new AuthoringError(
      'The log has no record and no template that shows the form of a record',
      'add a template such as `template.md` to its folder',
    );
  }
  const record = readAgain({ path }, text, records);
  const isNumbered =
    number === undefined ||
    (record.number !== undefined && comparableNumber(record.number) === comparableNumber(number));
  // A title may hold marks of Markdown, which its heading shows as what they mean.
  const read = shortTitle(record);
  const isTitled = read === shortTitleOf(title) || read === shortTitleOf(asShown(path, title));
  if (isTitled && isNumbered) return { record, formOf };
  throw new AuthoringError(
    `\`${formOf}\` has no place for the title of a record`,
    'begin it with a heading such as `# Title`',
  );
}

function asShown(path: string, title: string): string {
  const heading = retitled(formatOf(path), '-\n-', title);
  return plainText(parseDocument(path, heading).tree);
}

function shortTitleOf(title: string): string {
  const read = readHeading(title).title;
  return read === '' ? title : read;
}

/** By number, else by path, which begins with the day where records have one. */
function latestFirst(records: readonly AdrRecord[]): readonly AdrRecord[] {
  const number = (record: AdrRecord) => Number.parseInt(record.number ?? '-1', 10);
  return [...records].sort((a, b) => number(b) - number(a) || (a.path < b.path ? 1 : -1));
}
