import { comparableLabel, fieldOfLabel } from '../dialects/field-names.ts';
import { topSections } from '../dialects/sections.ts';
import { statusWordIn } from '../dialects/status-words.ts';
import type { AdrRecord } from '../record.ts';
import { editable } from './frontmatter-block.ts';
import { setKey } from './frontmatter-edit.ts';
import type { NewStatus } from './new-status.ts';
import { lineEndOf, linesAround } from './place.ts';
import { AuthoringError, assertMarkdown } from './problem.ts';
import { statusStatements } from './status-edit.ts';
import type { TextEdit } from './text-edit.ts';
import { keyWritten } from './yaml-key.ts';

/**
 * The edit that gives a record without a status one where other records of its log have theirs.
 * @param models other records of the log, the nearest first
 * @throws {AuthoringError} where no record shows a place, or the record has no such place
 */
export function addStatus(
  adr: AdrRecord,
  wanted: NewStatus,
  models: readonly AdrRecord[],
): TextEdit {
  const stated = models.filter(({ fields }) => fields.status.value !== undefined);
  const model =
    stated.find(({ frontmatter }) => frontmatter.present === adr.frontmatter.present) ?? stated[0];
  assertMarkdown(adr.path);
  const edit = model && (emptyPlace(adr, wanted) ?? insertion(adr, wanted, model));
  if (edit) return edit;
  throw new AuthoringError(
    `\`${adr.path}\` has no status, and ${model ? `no place like that in \`${model.path}\`` : 'no other record of its log shows where one stands'}`,
    'write the status by hand; the next time it is changed where it stands',
  );
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
  if (next) return { start: next.span.start.offset, end: next.span.start.offset, text };
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
  const end = title.span.end.offset;
  return { start: end, end, text: `${eol}${eol}${line}` };
}
