import { dayInFormOf } from '../dialects/dates.ts';
import { comparableLabel, type FieldName, fieldOfLabel } from '../dialects/field-names.ts';
import { comparableNumber } from '../dialects/file-name.ts';
import { trimmed } from '../dialects/line.ts';
import { isChoice, isPlaceholder } from '../dialects/placeholder.ts';
import { statementsOfRecord } from '../dialects/read-fields.ts';
import type { Statement } from '../dialects/statement.ts';
import { isGuidance, statusOf, statusWordIn } from '../dialects/status-words.ts';
import type { AdrRecord } from '../record.ts';
import type { LogDraft } from './draft-input.ts';
import { withFullRules } from './format-text.ts';
import { editable } from './frontmatter-block.ts';
import { setKey } from './frontmatter-edit.ts';
import { headingLike } from './heading-like.ts';
import { extentOf } from './place.ts';
import { padded } from './reference-form.ts';
import { readAgain } from './same-facts.ts';
import { marksIn } from './status-marks.ts';
import { wordFor, wordOf } from './status-word.ts';
import { applyEdits, type TextEdit } from './text-edit.ts';
import { scalarOf } from './yaml-value.ts';

/** The word that a new record has for its status: the log's, else the template's, else `proposed`. */
export function proposedWord(models: readonly AdrRecord[], offered: readonly string[]): string {
  const own = models.some(({ fields }) => fields.status.value === 'Proposed');
  const marked = markedWord(models);
  if (marked !== undefined) return marked;
  const choice = offered
    .flatMap((text) => text.split(/[|/,]|\bor\b/))
    .map((text) => text.replace(/[^\p{L} ]+/gu, '').trim())
    .find((text) => statusOf(text) === 'Proposed');
  return own || choice === undefined ? wordFor('Proposed', models, undefined) : choice;
}

/** The status of proposals with its mark, where most of them have one: `🤔 Proposed`. */
function markedWord(models: readonly AdrRecord[]): string | undefined {
  const written = models
    .filter((record) => record.fields.status.value === 'Proposed' && wordOf(record) !== undefined)
    .map(({ fields }) => fields.status.written);
  const marked = written.filter((text) => marksIn(text) !== '');
  const [first] = marked;
  return marked.length * 2 > written.length && new Set(marked).size === 1 ? first : undefined;
}

/** A template with number, title, date and status filled in, and every other byte as it is. */
export function fillTemplate(
  draft: LogDraft,
  template: string,
  models: readonly AdrRecord[],
): string {
  const { path, records } = draft;
  let text = template;
  // Each edit is made to what the one before gave: keys of the frontmatter move what follows them.
  for (const field of ['title', 'number', 'date', 'status'] as const) {
    const record = readAgain({ path }, text, records);
    text = applyEdits(text, editsFor(field, record, draft, models));
  }
  const titled = applyEdits(text, headingEdit(readAgain({ path }, text, records), draft, models));
  return withFullRules(path, titled);
}

function editsFor(
  field: FieldName,
  record: AdrRecord,
  draft: LogDraft,
  models: readonly AdrRecord[],
): TextEdit[] {
  const keys = emptyKeys(record, field);
  if (keys.length > 0) {
    const value = valueFor(field, '', draft, models);
    const [key = ''] = keys;
    return value === undefined
      ? []
      : [setKey(editable(path(record), text(record)), key, scalarOf(value), [])];
  }
  return statementsOfRecord(record).flatMap((statement) => {
    const meaning = fieldOfLabel(statement.label);
    const [first, ...others] = statement.lines.filter(({ line }) => !isGuidance(line.text));
    if (meaning?.name !== field || !first || others.length > 0) return [];
    const line = trimmed(first.line);
    // A day of acceptance is not known yet, and one of the last change only where the template asks for it.
    const isLater = meaning.rank === 1 || (meaning.rank > 2 && !isPlaceholder(line.text));
    if (field === 'date' && isLater) return [];
    const value = valueFor(field, line.text, draft, models);
    const place = extentOf(text(record), line);
    return value !== undefined && place
      ? [{ ...place, text: isYaml(statement) && field !== 'number' ? scalarOf(value) : value }]
      : [];
  });
}

const path = (record: AdrRecord) => record.path;
const text = (record: AdrRecord) => record.document.text;

function isYaml({ source }: Statement): boolean {
  return source === 'yaml';
}

/** Keys of the frontmatter that name a field and have no value. */
function emptyKeys({ frontmatter }: AdrRecord, field: FieldName): readonly string[] {
  return Object.entries(frontmatter.data)
    .filter(([, value]) => value === null)
    .map(([key]) => key)
    .filter((key) => {
      const meaning = fieldOfLabel(comparableLabel(key));
      return meaning?.name === field && meaning.rank !== 1 && meaning.rank < 3;
    });
}

/** What a field of a new record says in the place of the template's text; `undefined` where that stays. */
function valueFor(
  field: FieldName,
  written: string,
  draft: LogDraft,
  models: readonly AdrRecord[],
): string | undefined {
  const { title, number, day, records } = draft;
  switch (field) {
    case 'title':
      return titleLike(models, draft) ?? title;
    case 'number':
      return number === undefined ? undefined : numberLike(written, number);
    case 'date': {
      const model = models.find(
        ({ fields }) => fields.date.value !== undefined && fields.date.source !== 'file-name',
      );
      const { dateOrder } = records.layout.adr;
      const made = dayInFormOf(day, model?.fields.date.written ?? written, dateOrder)?.text;
      return made ?? day;
    }
    case 'status': {
      const said = statusWordIn(written);
      const isOpen =
        isPlaceholder(written) || /^\W*status\W*$/i.test(written) || isChoice(written, isStatus);
      return said && !isOpen ? undefined : isOpen ? proposedWord(models, [written]) : undefined;
    }
    default:
      return undefined;
  }
}

function isStatus(word: string): boolean {
  return statusOf(word) !== undefined;
}

/** The title as the log's frontmatter or tables give it: with the number where they have it. */
export function titleLike(models: readonly AdrRecord[], draft: LogDraft): string | undefined {
  for (const record of models) {
    const { source, written } = record.fields.title;
    if (source === 'heading') continue;
    const number = /\d{1,6}/.exec(written)?.[0];
    const isNumbered =
      number !== undefined &&
      record.number !== undefined &&
      comparableNumber(number) === comparableNumber(record.number);
    return isNumbered ? headingOfTitle(written, record.number ?? '', draft) : draft.title;
  }
  return undefined;
}

function headingOfTitle(written: string, own: string, { number, title }: LogDraft): string {
  const match = /^(\D*)(\d{1,6})([^\p{L}]*)/u.exec(written);
  if (!match || number === undefined) return title;
  const [, lead = '', digits = '', gap = ''] = match;
  const width = digits.startsWith('0') || digits === own ? digits.length : 1;
  return `${lead}${padded(number, width)}${gap}${title}`;
}

const STAND_IN = /N{2,}|X{2,}|x{3,}|n{3,}|#{2,}|0{2,}\d?|\d{1,6}/;

/** A number in the place of the one that a template shows: `ADR-NNNN`, `000`. */
function numberLike(written: string, number: string): string {
  const match = STAND_IN.exec(written);
  if (!match) return number;
  const made = padded(number, match[0].length);
  return written.slice(0, match.index) + made + written.slice(match.index + match[0].length);
}

/** The heading that titles the template becomes that of the record, as the log's headings read. */
function headingEdit(record: AdrRecord, draft: LogDraft, models: readonly AdrRecord[]): TextEdit[] {
  const heading = record.outline.all[0];
  const [first, last] = [heading?.heading.children[0], heading?.heading.children.at(-1)];
  const start = first?.position?.start.offset;
  const end = last?.position?.end.offset;
  const isTitle = heading?.depth === 1 || (heading !== undefined && STAND_IN.test(heading.title));
  if (!heading || !isTitle || start === undefined || end === undefined) return [];
  const written = text(record).slice(start, end);
  return [{ start, end, text: headingLike(models, draft) ?? headingFrom(written, draft) }];
}

/** A heading where no record shows how one reads: the number and the title in the places the template has for them. */
function headingFrom(written: string, { number, title }: LogDraft): string {
  const lead =
    /^(?:[^\p{L}\d{[<]*(?:(?:M?ADR|NUMBER)[-\s#]*)?(?:N{2,}|X{2,}|x{3,}|n{3,}|#{2,}|\d{1,6}|NUMBER)?[\s.:—–-]*)/u.exec(
      written,
    )?.[0] ?? '';
  if (!/[NX#x n\d]|NUMBER/.test(lead) || number === undefined) return title;
  const made = /NUMBER/.test(lead) ? lead.replace('NUMBER', number) : numberLike(lead, number);
  return made + title;
}
