import type { PhrasingContent, RootContent } from 'mdast';
import { dayInFormOf } from '../dialects/dates.ts';
import { comparableLabel, fieldOfLabel } from '../dialects/field-names.ts';
import { readName } from '../dialects/file-name.ts';
import { statementsOf } from '../dialects/labelled.ts';
import { trimmed } from '../dialects/line.ts';
import { relationOfLabel } from '../dialects/relation-words.ts';
import { topSections } from '../dialects/sections.ts';
import { isKnownLabel, type Statement } from '../dialects/statement.ts';
import type { AdrRecord } from '../record.ts';
import type { Section } from '../sections.ts';
import type { LogDraft } from './draft-input.ts';
import { proposedWord, titleLike } from './fill-template.ts';
import { retitled } from './format-text.ts';
import { headingLike } from './heading-like.ts';
import { extentOf, lineEndOf, linesAround, type Place } from './place.ts';
import { padded } from './reference-form.ts';
import { applyEdits, type TextEdit } from './text-edit.ts';
import { scalarOf } from './yaml-value.ts';

/** Records of a log that are compared for what all of them have. */
const MOST_COMPARED = 10;

/**
 * A record without a word of its own: the keys, the title, the labels and the headings of another one, as far as most
 * of the log's latest records have them, with number, title, date and status.
 */
export function skeletonOf(
  draft: LogDraft,
  model: AdrRecord,
  siblings: readonly AdrRecord[],
): string {
  const eol = lineEndOf(model.document.text);
  const others = siblings.filter((other) => other !== model).slice(0, MOST_COMPARED);
  const { outline } = model;
  const title = outline.sections.find(({ depth }) => depth === 1);
  const heading = headingLike(siblings, draft) ?? (title ? draft.title : undefined);
  const head = [...outline.preamble, ...(title?.blocks ?? [])];
  const sections = topSections(outline).filter(({ depth }) => depth > 1);
  const parts = [
    ...frontmatterOf(draft, model, others, eol),
    ...(heading === undefined || (!title && model.frontmatter.data['title'] !== undefined)
      ? []
      : [headOf(draft, { model, title, heading, others }, eol)]),
    ...head.flatMap((block) => labelsOf(draft, model, block, siblings)),
    ...sections.flatMap((section) => headingsOf(draft, model, section, siblings, others)),
  ];
  return parts.join(eol + eol) + eol;
}

/** The title with what belongs to it: the label above it, and the attributes or fields below. */
function headOf(
  draft: LogDraft,
  {
    model,
    title,
    heading,
    others,
  }: {
    model: AdrRecord;
    title: Section | undefined;
    heading: string;
    others: readonly AdrRecord[];
  },
  eol: string,
): string {
  const { format, text, attributes } = model.document;
  if (format === 'markdown' || !title) return `# ${heading}`;
  const source = text.slice(title.span.start.offset, title.span.end.offset);
  const top = retitled(format, source, heading).replace(/\r?\n/g, eol);
  const fields = attributes.flatMap(({ name, children }): string[] => {
    const label = comparableLabel(name);
    if (relationOfLabel(label)) return [];
    const place = spanOfNodes(children);
    if (!place || place.start < title.span.start.offset) return [];
    const line = linesAround(text, { start: place.start, end: place.start });
    const lead = text.slice(line.start, place.start);
    if (!/^:[^:\n]+:[ \t]*$/.test(lead)) return [];
    const written = text.slice(place.start, place.end);
    const meaning = fieldOfLabel(label);
    if (meaning) {
      const value = sayingOf(meaning, written, draft, [model, ...others]);
      return [`${lead}${value ?? ''}`.trimEnd()];
    }
    const isShared = others.every(({ document }) =>
      document.attributes.some((one) => {
        const own = one.name === name ? spanOfNodes(one.children) : undefined;
        return own && document.text.slice(own.start, own.end) === written;
      }),
    );
    return isShared && !written.includes('\n') ? [lead + written] : [];
  });
  const gap = format === 'asciidoc' || fields.length === 0 ? eol : eol + eol;
  return [top, fields.join(eol)].filter((part) => part !== '').join(gap);
}

function spanOfNodes(nodes: readonly PhrasingContent[]): Place | undefined {
  const start = nodes[0]?.position?.start.offset;
  const end = nodes.at(-1)?.position?.end.offset;
  return start === undefined || end === undefined ? undefined : { start, end };
}

/** The frontmatter with the keys of another; values stay where all records share them. */
function frontmatterOf(
  draft: LogDraft,
  model: AdrRecord,
  others: readonly AdrRecord[],
  eol: string,
): string[] {
  const { frontmatter, document } = model;
  if (!frontmatter.present || frontmatter.keys.length === 0) return [];
  const lines = frontmatter.keys.flatMap(({ name }): string[] => {
    const label = comparableLabel(name);
    if (relationOfLabel(label)) return [];
    const meaning = fieldOfLabel(label);
    const raw = () => {
      const { start, end } = frontmatter.valueSpan(name);
      return document.text.slice(start.offset, end.offset);
    };
    if (meaning) {
      const value = sayingOf(meaning, String(frontmatter.data[name] ?? ''), draft, [
        model,
        ...others,
      ]);
      return [value === undefined ? `${name}:` : `${name}: ${scalarOf(value)}`];
    }
    const own = JSON.stringify(frontmatter.data[name]);
    const isShared =
      others.length > 1 &&
      others.every((other) => JSON.stringify(other.frontmatter.data[name]) === own);
    return [isShared && !raw().includes('\n') ? `${name}: ${raw()}` : `${name}:`];
  });
  return [['---', ...lines, '---'].join(eol)];
}

/** What a new record says where another one says this; `undefined` where it says nothing yet. */
function sayingOf(
  { name, rank }: NonNullable<ReturnType<typeof fieldOfLabel>>,
  written: string,
  draft: LogDraft,
  models: readonly AdrRecord[],
): string | undefined {
  const { title, day, records } = draft;
  switch (name) {
    case 'title':
      return titleLike(models, draft) ?? headingLike(models, draft) ?? title;
    case 'number':
      return numberOf(written, draft, models[0]);
    case 'status':
      return proposedWord(models, []);
    case 'date':
      if (rank === 1 || rank > 2) return undefined;
      return dayInFormOf(day, written, records.layout.adr.dateOrder)?.text ?? day;
    default:
      return undefined;
  }
}

/** The number of a new record, or the name of its file, as another record gives its own. */
function numberOf(
  written: string,
  { number, path }: LogDraft,
  model?: AdrRecord,
): string | undefined {
  if (written === model?.name) return readName(path).name;
  const [, lead = '', digits = ''] = /^(\W*(?:[a-z]+[-_# ]*)*)(\d{1,6})$/i.exec(written) ?? [];
  if (digits === '' || number === undefined) return undefined;
  return lead + padded(number, digits.startsWith('0') ? digits.length : 1);
}

/** The lines of a block that have a known label, without what they say. */
function labelsOf(
  draft: LogDraft,
  model: AdrRecord,
  block: RootContent,
  siblings: readonly AdrRecord[],
): string[] {
  const { document } = model;
  const statements = statementsOf(document, [block]);
  const known = statements.filter(({ label }) => isKnownLabel(label));
  const start = block.position?.start.offset;
  const end = block.position?.end.offset;
  if (known.length === 0 || start === undefined || end === undefined) return [];
  const kept: string[] = [];
  let at = linesAround(document.text, { start, end: start }).start;
  while (at < end) {
    const line = linesAround(document.text, { start: at, end: at });
    const isHere = ({ lines }: Statement) => {
      const place = lines[0]?.line.pieces[0]?.start ?? -1;
      return line.start <= place && place <= line.end;
    };
    const own = statements.filter(isHere);
    const source = document.text.slice(line.start, line.end);
    const isRuler = /^\s*\|?[\s|:-]+$/.test(source) && source.includes('-');
    const isKept =
      own.length > 0
        ? own.some(({ label }) => fieldOfLabel(label) !== undefined)
        : block.type === 'table' && (isRuler || kept.length === 0);
    if (isKept) kept.push(withValues(source, line.start, own, { draft, model, siblings }));
    const next = document.text.indexOf('\n', line.end);
    at = next < 0 ? end : next + 1;
  }
  return kept.length > 0 ? [kept.join(lineEndOf(document.text))] : [];
}

function withValues(
  source: string,
  from: number,
  statements: readonly Statement[],
  { draft, model, siblings }: { draft: LogDraft; model: AdrRecord; siblings: readonly AdrRecord[] },
): string {
  const edits = statements.flatMap(({ label, lines }): TextEdit[] => {
    const meaning = fieldOfLabel(label);
    const [first] = lines;
    const place = first && extentOf(model.document.text, trimmed(first.line));
    if (!first || !place) return [];
    const value = meaning && sayingOf(meaning, first.line.text, draft, siblings);
    const end = Math.min(place.end - from, source.length);
    return [{ start: place.start - from, end, text: value ?? '' }];
  });
  return applyEdits(source, edits).trimEnd();
}

/** A heading and those below it, where most records have them; what a section named like a field says is filled in. */
function headingsOf(
  draft: LogDraft,
  model: AdrRecord,
  section: Section,
  siblings: readonly AdrRecord[],
  others: readonly AdrRecord[],
): string[] {
  // `## Status: Accepted` says it in the heading.
  const [, lead = section.title, colon = '', said = ''] =
    /^([^:]+)(:\s*)(\S.*)$/.exec(section.title) ?? [];
  const inHeading = colon === '' ? undefined : fieldOfLabel(comparableLabel(lead));
  const labelOf = (title: string): string =>
    comparableLabel(inHeading ? title.replace(/:.*$/, '') : title);
  const label = labelOf(section.title);
  const has = (other: AdrRecord) =>
    other.outline.all.some(
      ({ title, depth }) => depth === section.depth && labelOf(title) === label,
    );
  if (relationOfLabel(label) || others.filter(has).length * 2 < others.length) return [];
  const meaning = inHeading ? undefined : fieldOfLabel(label);
  const written = meaning?.name === 'date' ? model.fields.date.written : '';
  const value = meaning && sayingOf(meaning, written, draft, siblings);
  const title = inHeading
    ? `${lead}${colon}${sayingOf(inHeading, said, draft, siblings) ?? ''}`.trimEnd()
    : section.title;
  return [
    headingOf(model, section, title),
    ...(value === undefined ? [] : [value]),
    ...section.children.flatMap((child) => headingsOf(draft, model, child, siblings, others)),
  ];
}

function headingOf(
  { document: { format, text } }: AdrRecord,
  { title: own, depth, span }: Section,
  title: string,
): string {
  if (format === 'markdown') return `${'#'.repeat(depth)} ${title}`;
  // Signs below a title count by the order in which a text uses them, so they are taken over.
  const source = text.slice(span.start.offset, span.end.offset);
  if (title === own) return source;
  return format === 'asciidoc' ? source.replace(own, () => title) : retitled(format, source, title);
}
