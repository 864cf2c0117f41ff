import { comparableLabel } from '../dialects/field-names.ts';
import { trimmed } from '../dialects/line.ts';
import { isPlaceholder } from '../dialects/placeholder.ts';
import { statementsOfRecord } from '../dialects/read-fields.ts';
import { relationOfLabel } from '../dialects/relation-words.ts';
import { relationsOf } from '../dialects/relations.ts';
import { topSections } from '../dialects/sections.ts';
import type { Statement } from '../dialects/statement.ts';
import type { AdrRecord } from '../record.ts';
import { RELATION_TABLE } from '../relation.ts';
import type { Section } from '../sections.ts';
import { sectionHeading } from './format-text.ts';
import { editable } from './frontmatter-block.ts';
import { setKey } from './frontmatter-edit.ts';
import { extentOf, lineEndOf, linesAround } from './place.ts';
import { type Example, wordsForm } from './reference-form.ts';
import { statusStatements } from './status-edit.ts';
import { inCaseOf } from './status-word.ts';
import type { TextEdit } from './text-edit.ts';
import { relationKeyWritten } from './yaml-key.ts';
import { scalarOf } from './yaml-value.ts';

/** The two relations of a record that takes the place of another. */
export type Supersession = 'supersedes' | 'superseded-by';

/** A relation that a record is to state. */
export interface NewRelation {
  readonly type: Supersession;
  /** The other record. */
  readonly to: AdrRecord;
  /** The same as the log refers to records. */
  readonly reference: string;
  /** The same for a key of the frontmatter, such as `ADR-007`. */
  readonly id: string;
  /** Records of the log that state the relation. */
  readonly examples: readonly Example[];
}

/** A way to state a relation: a statement of its own, which leaves the status to be said in a word. */
export type Way = () => TextEdit | undefined;

/**
 * The ways in which a record may state a relation in a place of its own, the best first: where it has one that is open,
 * as other records of its log do, as its own status stands.
 */
export function waysToState(adr: AdrRecord, wanted: NewRelation): Way[] {
  return [
    () => openKey(adr, wanted),
    () => openPlace(adr, wanted),
    ...wanted.examples.map((example) => () => likeExample(adr, wanted, example)),
  ];
}

/** The ways for a log in which no record states the relation. */
export function usualWays(adr: AdrRecord, wanted: NewRelation): Way[] {
  return [
    () => belowStatus(adr, wanted),
    () => besideStatus(adr, wanted),
    () => amongLinks(adr, wanted),
  ];
}

/** A key of the frontmatter that is there and empty. */
function openKey(adr: AdrRecord, { type, id }: NewRelation): TextEdit | undefined {
  const key = relationKeyWritten(adr, type);
  if (key === undefined) return undefined;
  const value = adr.frontmatter.data[key];
  const isOpen =
    value === null ||
    value === '' ||
    (Array.isArray(value) && value.every((item) => isPlaceholder(String(item))));
  if (!isOpen && !isPlaceholder(String(value))) return undefined;
  return setKey(
    editable(adr.path, adr.document.text),
    key,
    Array.isArray(value) ? `[${id}]` : id,
    [],
  );
}

/** A line, row or section for the relation that says there is none. */
function openPlace(adr: AdrRecord, { type, reference }: NewRelation): TextEdit | undefined {
  const statement = statementsOfRecord(adr).find(
    ({ label, source }) => source !== 'yaml' && isOf(label, type),
  );
  const [first, ...others] = statement?.lines ?? [];
  if (!statement) return undefined;
  if (!first) return undefined;
  const line = trimmed(first.line);
  const place = extentOf(adr.document.text, line);
  return place && others.length === 0 && isPlaceholder(line.text)
    ? { ...place, text: reference }
    : undefined;
}

function isOf(label: string, type: Supersession): boolean {
  const meaning = relationOfLabel(label);
  return meaning?.type === type && !meaning.isInverse && !meaning.isPartly;
}

/** A statement such as another record has, at the place that corresponds to its own. */
function likeExample(adr: AdrRecord, wanted: NewRelation, example: Example): TextEdit | undefined {
  const { by, relation, place } = example;
  const { text } = by.document;
  const statement = statementsOfRecord(by).find((one) =>
    relationsOf(one).some(({ start }) => start === relation.start),
  );
  if (!statement) return undefined;
  if (statement.source === 'yaml') return keyLike(adr, wanted, example);
  const line = linesAround(text, place);
  const lead = text.slice(line.start, place.start);
  // Two records on one line, or a lead that tells of one of them.
  if (relationsOf(statement).some(({ start }) => start < relation.start && start >= line.start))
    return undefined;
  const tail = /^\s*\|/.test(lead) ? ' |' : '';
  const copy = `${lead}${wanted.reference}${tail}`;
  const section = sectionAt(by, place.start);
  if (!section) return statement.label === '' ? undefined : afterStatus(adr, copy);
  return isOf(comparableLabel(section.title), wanted.type)
    ? newSection(adr, headingOf(by, section), copy)
    : inSection(adr, section, copy, by);
}

/** A key such as another record has, with its form of value. */
function keyLike(
  adr: AdrRecord,
  { type, to, reference, id }: NewRelation,
  { by, relation, to: named }: Example,
): TextEdit | undefined {
  const key = relationKeyWritten(by, type);
  if (key === undefined || !adr.frontmatter.present || adr.frontmatter.data[key] !== undefined) {
    return undefined;
  }
  const { start, end } = by.frontmatter.valueSpan(key);
  const raw = by.document.text.slice(start.offset, end.offset);
  const { text, url } = relation.reference;
  const [before, after, ...more] = raw.split(text);
  const value = by.frontmatter.data[key];
  const isOne = !Array.isArray(value) || value.length === 1;
  const made = url === undefined ? wordsForm(text, named)?.(to, adr) : undefined;
  const order = by.frontmatter.keys.map(({ name }) => name);
  const yaml =
    made !== undefined && after !== undefined && more.length === 0 && isOne && !raw.includes('\n')
      ? `${before}${made}${after}`
      : scalarOf(url === undefined ? (made ?? id) : reference);
  const isList = Array.isArray(value) && !yaml.startsWith('[');
  return setKey(editable(adr.path, adr.document.text), key, isList ? `[${yaml}]` : yaml, order);
}

/** The section below the title that holds a place. */
function sectionAt({ outline }: AdrRecord, at: number): Section | undefined {
  return topSections(outline).find(
    ({ depth, extent }) => depth > 1 && extent.start.offset <= at && at <= extent.end.offset,
  );
}

function headingOf({ document }: AdrRecord, { span }: Section): string {
  return document.text.slice(span.start.offset, span.end.offset);
}

/** A line behind the one that says the status, in its paragraph, list or table. */
function afterStatus(adr: AdrRecord, copy: string): TextEdit | undefined {
  const statement = statusStatements(adr).find(({ source }) =>
    ['attribute', 'table', 'bullet', 'label'].includes(source),
  );
  const at = statement?.lines.at(-1)?.line.pieces[0]?.start;
  return statement && at !== undefined ? behindLine(adr, statement, at, copy) : undefined;
}

function behindLine(
  { document: { text } }: AdrRecord,
  { source }: Statement,
  at: number,
  copy: string,
): TextEdit {
  const line = linesAround(text, { start: at, end: at });
  const eol = lineEndOf(text);
  const own = text.slice(line.start, line.end);
  const isAlone =
    source === 'label' &&
    /^(?:\r?\n){2}|^\r?\n?$/.test(text.slice(line.end, line.end + 4)) &&
    /(?:^|\n)\r?\n$/.test(text.slice(0, line.start));
  // Where a line ends with a break, so do those beside it.
  const end = source === 'label' ? (/(?: {2,}|\\)$/.exec(own)?.[0] ?? '') : '';
  return {
    start: line.end,
    end: line.end,
    text: `${isAlone ? eol : ''}${eol}${copy}${isAlone ? '' : end}`,
  };
}

/** A section of its own behind that of the status, else before the first one. */
function newSection(adr: AdrRecord, heading: string, copy: string): TextEdit | undefined {
  const { document, outline } = adr;
  const eol = lineEndOf(document.text);
  const sections = topSections(outline).filter(({ depth }) => depth > 1);
  const status = sections.findIndex(({ title }) => comparableLabel(title) === 'status');
  const next = sections[status + 1];
  const text = `${heading.replace(/\r?\n/g, eol)}${eol}${eol}${copy}${eol}`;
  if (next) return { start: next.span.start.offset, end: next.span.start.offset, text: text + eol };
  return atEnd(document.text, text, eol);
}

function atEnd(text: string, made: string, eol: string): TextEdit {
  const gap = /\n\r?\n$/.test(text) ? '' : /\n$/.test(text) ? eol : eol + eol;
  return { start: text.length, end: text.length, text: gap + made };
}

/** A line at the end of the section that has the heading of another record's, or of a new one. */
function inSection(
  adr: AdrRecord,
  model: Section,
  copy: string,
  by: AdrRecord,
): TextEdit | undefined {
  const { document, outline } = adr;
  const eol = lineEndOf(document.text);
  const label = comparableLabel(model.title);
  const own = topSections(outline).find(
    ({ title, depth }) => depth > 1 && comparableLabel(title) === label,
  );
  return own
    ? atEndOf(adr, own, copy)
    : atEnd(
        document.text,
        `${headingOf(by, model).replace(/\r?\n/g, eol)}${eol}${eol}${copy}${eol}`,
        eol,
      );
}

function atEndOf({ document: { text } }: AdrRecord, section: Section, copy: string): TextEdit {
  const eol = lineEndOf(text);
  const last = section.blocks.at(-1);
  const at = last?.position?.end.offset ?? section.span.end.offset;
  const isItem = /^\s*(?:[-*+]|\d+[.)])\s/.test(copy);
  const gap = last?.type === 'list' && isItem ? eol : eol + eol;
  return { start: at, end: at, text: gap + copy };
}

/** A paragraph of its own below `## Status`, as adr-tools writes it. */
function belowStatus(adr: AdrRecord, { type, reference }: NewRelation): TextEdit | undefined {
  const section = topSections(adr.outline).find(
    ({ title, depth }) => depth > 1 && comparableLabel(title) === 'status',
  );
  return section && atEndOf(adr, section, `${RELATION_TABLE[type].forward} ${reference}`);
}

/** A line, row or item such as that of the status, with another label. */
function besideStatus(adr: AdrRecord, { type, reference }: NewRelation): TextEdit | undefined {
  const { text } = adr.document;
  const statement = statusStatements(adr).find(({ source }) =>
    ['attribute', 'table', 'bullet', 'label'].includes(source),
  );
  const place = statement?.lines[0] && extentOf(text, trimmed(statement.lines[0].line));
  if (!statement || !place) return undefined;
  const line = linesAround(text, { start: place.start, end: place.start });
  const lead = text.slice(line.start, place.start);
  const label = [...lead.matchAll(/(?:adr |decision )?(status|state)/gi)].at(-1);
  if (!label) return undefined;
  const named = inCaseOf(label[0], RELATION_TABLE[type].forward);
  // The name of an attribute is one word.
  const words = adr.document.format === 'asciidoc' ? named.replaceAll(' ', '-') : named;
  const before =
    statement.source === 'label'
      ? lead.slice(lead.lastIndexOf('|', label.index) + 1).replace(/^ /, '')
      : lead;
  const marks = before
    .slice(before.indexOf(label[0]) + label[0].length)
    .replace(/[^\p{L}\p{N}]*$/u, '');
  if (/[\p{L}\p{N}]/u.test(marks)) return undefined;
  const made = before.replace(label[0], words) + reference;
  return behindLine(adr, statement, place.start, statement.source === 'table' ? `${made} |` : made);
}

/** An item of the section that leads to others, or a section for it at the end, as MADR has it. */
function amongLinks(adr: AdrRecord, { type, reference }: NewRelation): TextEdit {
  const { document, outline } = adr;
  const words = `${RELATION_TABLE[type].forward} ${reference}`;
  const section = topSections(outline).find(
    ({ title, depth }) => depth > 1 && LINKS.test(comparableLabel(title)),
  );
  if (!section) {
    const eol = lineEndOf(document.text);
    const heading = sectionHeading(adr, 'More Information');
    return atEnd(document.text, `${heading}${eol}${eol}${words}${eol}`, eol);
  }
  const list = section.blocks.at(-1);
  const at = list?.type === 'list' ? list.position?.start.offset : undefined;
  const bullet = at === undefined ? '' : (/^(?:[-*+]) +/.exec(document.text.slice(at))?.[0] ?? '');
  return atEndOf(adr, section, bullet + words);
}

const LINKS = /^(?:links|references|more information|relations|relationships|related work)$/;
