import { comparableLabel, fieldOfLabel } from '../dialects/field-names.ts';
import { topSections } from '../dialects/sections.ts';
import { statusWordIn } from '../dialects/status-words.ts';
import type { AdrRecord } from '../record.ts';
import { aboveHeading, endOfTitle, headField, sectionHeading } from './format-text.ts';
import { editable } from './frontmatter-block.ts';
import { setKey } from './frontmatter-edit.ts';
import type { NewStatus } from './new-status.ts';
import { lineEndOf, linesAround } from './place.ts';
import { statusStatements } from './status-edit.ts';
import { inCaseOf } from './status-word.ts';
import type { TextEdit } from './text-edit.ts';
import { keyWritten } from './yaml-key.ts';

/**
 * The edit that gives a record without a status one: at its own empty place, else where other records of its log have
 * theirs, else beside what it says of itself, else in a section of its own.
 * @param models other records of the log, the nearest first
 */
export function addStatus(
  adr: AdrRecord,
  wanted: NewStatus,
  models: readonly AdrRecord[],
): TextEdit {
  const { format } = adr.document;
  const stated = models.filter(
    ({ fields, document }) => fields.status.value !== undefined && document.format === format,
  );
  const model =
    stated.find(({ frontmatter }) => frontmatter.present === adr.frontmatter.present) ?? stated[0];
  return (
    emptyPlace(adr, wanted) ??
    (model && insertion(adr, wanted, model)) ??
    inOwnHead(adr, wanted) ??
    ownSection(adr, wanted)
  );
}

/** Beside the fields that the record has in its head. */
function inOwnHead(adr: AdrRecord, { words }: NewStatus): TextEdit | undefined {
  const { document, frontmatter, fields } = adr;
  const eol = lineEndOf(document.text);
  if (document.format === 'markdown' && frontmatter.keys.length > 0) {
    return setKey(editable(adr.path, document.text), 'status', words, STATUS_FIRST);
  }
  for (const { source, written, span } of [fields.date, fields['decision-makers']]) {
    if (written === '' || !['attribute', 'bullet', 'label', 'table'].includes(source)) continue;
    const { start, end } = linesAround(document.text, {
      start: span.start.offset,
      end: span.start.offset,
    });
    const line = document.text.slice(start, end);
    const [lead, label = ''] = LABEL.exec(line) ?? [];
    if (lead === undefined || !line.slice(lead.length).startsWith(written)) continue;
    const at = lead.lastIndexOf(label);
    const own = inCaseOf(label, 'status');
    const made = `${lead.slice(0, at)}${own}${lead.slice(at + label.length)}${words}`;
    const tail = source === 'table' ? ' |' : '';
    return { start, end: start, text: `${made}${tail}${line.endsWith('  ') ? '  ' : ''}${eol}` };
  }
  return undefined;
}

/** A line up to its value: a table's row, an item or a line with a label, an attribute, a field of a list. */
const LABEL =
  /^[ \t]*(?:[-*+][ \t]+|\|[ \t]*|:)?[*_]{0,2}([\p{L}][\p{L} -]*?)[*_]{0,2}[ \t]*[:|][*_]{0,2}[ \t]*/u;

const STATUS_FIRST = ['status', 'date', 'decision-makers'];

/** A section before the first one, or at the end; in other formats a field below the title. */
function ownSection(adr: AdrRecord, { words }: NewStatus): TextEdit {
  const { document, outline } = adr;
  const { format, text } = document;
  const eol = lineEndOf(text);
  const title = outline.sections[0];
  const [attribute] = document.attributes;
  if (format !== 'markdown' && title && (format === 'asciidoc' || attribute)) {
    const at = endOfTitle(adr, title.span.end.offset);
    const gap = format === 'asciidoc' ? eol : eol + eol;
    return { start: at, end: at, text: gap + headField(format, 'status', words) };
  }
  const made = `${sectionHeading(adr, 'Status')}${eol}${eol}${words}${eol}`;
  const next = topSections(outline).find(({ depth }) => depth > 1);
  if (next) {
    const at = aboveHeading(text, next.span.start.offset);
    return { start: at, end: at, text: made + eol };
  }
  const gap = /\n\r?\n$/.test(text) || text === '' ? '' : /\n$/.test(text) ? eol : eol + eol;
  return { start: text.length, end: text.length, text: gap + made };
}

/** The place behind a label that has no value yet. */
function emptyPlace(adr: AdrRecord, { words }: NewStatus): TextEdit | undefined {
  const { text } = adr.document;
  const head = text.slice(0, 4000);
  const label =
    /^[ \t]*(?:[-*+][ \t]+)?(?:\*\*|__)?(?:adr |decision )?status(?:\*\*|__)?[ \t]*:(?:\*\*|__)?(?=[ \t]*\r?$)/im.exec(
      head,
    );
  if (!label || adr.frontmatter.body.end > label.index) return undefined;
  const at = label.index + label[0].length;
  return { start: at, end: at, text: ` ${words}` };
}

function insertion(adr: AdrRecord, wanted: NewStatus, model: AdrRecord): TextEdit | undefined {
  const eol = lineEndOf(adr.document.text);
  switch (model.fields.status.source) {
    case 'yaml':
      return inFrontmatter(adr, wanted, model, eol);
    case 'section':
      return asSection(adr, wanted, model, eol);
    case 'attribute':
    case 'bullet':
    case 'label':
      return asLine(adr, wanted, model, eol);
    default:
      return undefined;
  }
}

function inFrontmatter(
  adr: AdrRecord,
  { words }: NewStatus,
  model: AdrRecord,
  eol: string,
): TextEdit | undefined {
  const key = keyWritten(model, 'status') ?? 'status';
  if (!adr.frontmatter.present) {
    return { start: 0, end: 0, text: `---${eol}${key}: ${words}${eol}---${eol}${eol}` };
  }
  const order = model.frontmatter.keys.map(({ name }) => name);
  return setKey(editable(adr.path, adr.document.text), key, words, order);
}

/** A section with the heading that the model has, before the section that follows it there. */
function asSection(
  { document, outline }: AdrRecord,
  { words }: NewStatus,
  model: AdrRecord,
  eol: string,
): TextEdit | undefined {
  const isStatus = (title: string) => fieldOfLabel(comparableLabel(title))?.name === 'status';
  const sections = topSections(model.outline);
  const at = sections.findIndex(({ title, depth }) => depth > 1 && isStatus(title));
  const section = sections[at];
  if (!section) return undefined;
  const own = topSections(outline);
  const later = sections.slice(at + 1).map(({ title }) => comparableLabel(title));
  const next =
    own.find(({ title, depth }) => depth > 1 && later.includes(comparableLabel(title))) ??
    own.find(({ depth }) => depth > 1);
  const heading = model.document.text.slice(section.span.start.offset, section.span.end.offset);
  const text = `${heading.replace(/\r?\n/g, eol)}${eol}${eol}${words}${eol}${eol}`;
  if (next) {
    const place = aboveHeading(document.text, next.span.start.offset);
    return { start: place, end: place, text };
  }
  const end = document.text.length;
  const lead = /\n\r?\n$/.test(document.text) ? '' : /\n$/.test(document.text) ? eol : eol + eol;
  return { start: end, end, text: `${lead}${text.slice(0, -eol.length)}` };
}

/** A line such as the model has, before or behind a line with a label that both have, else below the title. */
function asLine(
  adr: AdrRecord,
  { words }: NewStatus,
  model: AdrRecord,
  eol: string,
): TextEdit | undefined {
  const lineOf = (
    { document: { text }, fields }: AdrRecord,
    name: 'status' | 'date' | 'decision-makers',
  ) => {
    const { span, source } = fields[name];
    if (fields[name].written === '' || source !== model.fields.status.source) return undefined;
    return linesAround(text, { start: span.start.offset, end: span.start.offset });
  };
  const source = lineOf(model, 'status');
  const [statement] = statusStatements(model);
  const said = source && model.document.text.slice(source.start, source.end);
  const word = said && statement && statusWordIn(model.fields.status.written);
  if (!said || !word) return undefined;
  const written = model.fields.status.written;
  const at = said.lastIndexOf(written);
  if (at < 0) return undefined;
  const line = `${said.slice(0, at)}${words}`;
  for (const name of ['date', 'decision-makers'] as const) {
    const [there, here] = [lineOf(model, name), lineOf(adr, name)];
    if (!there || !here || !source) continue;
    return there.start > source.start
      ? { start: here.start, end: here.start, text: `${line}${eol}` }
      : { start: here.end, end: here.end, text: `${eol}${line}` };
  }
  const title = adr.outline.sections.find(({ depth }) => depth === 1);
  if (!title) return undefined;
  const end = endOfTitle(adr, title.span.end.offset);
  const gap = adr.document.format === 'asciidoc' ? eol : eol + eol;
  return { start: end, end, text: gap + line };
}
