import type { RootContent } from 'mdast';
import type { MarkdownDocument } from '../markdown.ts';
import type { Outline, Section } from '../sections.ts';
import { comparableLabel, fieldOfLabel } from './field-names.ts';
import { labelsIn, linesOfList, statementsOf, statementsOfLines } from './labelled.ts';
import { type Line, linesOf } from './line.ts';
import { relationOfLabel } from './relation-words.ts';
import { isKnownLabel, type Statement, type ValueLine } from './statement.ts';
import { statusOf } from './status-words.ts';
import { linesOfCell } from './table.ts';

/** Headings of sections that hold nothing but facts about the record. */
const METADATA =
  /^(?:meta ?data|meta|details|document control|adr details|summary|info|information|header|overview)$/;

/** Headings of sections whose items say how the record relates to others. */
const RELATIONS =
  /^(?:links|references|more information|relations|relationships|related work|notes?)$/;

/** The sections right below the title, and those of a document that has none. */
export function topSections(outline: Outline): Section[] {
  return outline.sections.flatMap((section) =>
    section.depth === 1 ? [section, ...section.children] : [section],
  );
}

/** The blocks that stand before the first section below the title, and those of sections with facts. */
export function headBlocks(outline: Outline): RootContent[] {
  const title = outline.sections.find(({ depth }) => depth === 1);
  const metadata = topSections(outline).filter(({ title: heading }) =>
    METADATA.test(comparableLabel(heading)),
  );
  return [
    ...outline.preamble,
    ...(title?.blocks ?? []),
    ...metadata.flatMap(({ blocks }) => blocks),
  ];
}

/** Whether a document may state a field outside its frontmatter: most records held to a template do not. */
export function statesFields(outline: Outline): boolean {
  return (
    headBlocks(outline).length > 0 ||
    topSections(outline).some(({ title }) => fieldOfLabel(comparableLabel(title)) !== undefined)
  );
}

/** Reads the sections that are named like a field or a relation, such as `## Status`. */
export function statementsOfSections(document: MarkdownDocument, outline: Outline): Statement[] {
  return topSections(outline).flatMap((section) => statementsOfSection(document, section));
}

function statementsOfSection(document: MarkdownDocument, section: Section): Statement[] {
  const label = comparableLabel(section.title);
  if (RELATIONS.test(label)) {
    return statementsOf(document, section.blocks).map((one) => ({ ...one, source: 'section' }));
  }
  if (!isKnownLabel(label)) {
    // `## Status: Accepted`
    const [line] = linesOf(document, section.heading.children);
    const inHeading = line ? labelsIn(line) : [];
    return inHeading.flatMap(({ label: own, value }): Statement[] =>
      section.depth > 1 && isKnownLabel(own) && value.text !== ''
        ? [{ label: own, lines: [{ line: value, isItem: false }], source: 'heading' }]
        : [],
    );
  }
  if (section.depth === 1 && label !== 'status') return [];
  const lines = linesOfBlocks(document, section);
  if (relationOfLabel(label)) return [{ label, lines, source: 'section' }];
  const parts = statementsOfLines(lines, 'section');
  const own: ValueLine[] = [];
  const others: Statement[] = [];
  for (const part of parts) {
    const isOther = part.label !== label && fieldOfLabel(part.label) !== undefined;
    if (isOther && part.lines.length > 0) others.push(part);
    if (!isOther) own.push(...part.lines);
  }
  const name = fieldOfLabel(label)?.name;
  // `Date: …` below Status is no status, but `Accepted: …` is, whatever else it says.
  const isWhole = name === 'status' || name === 'revisit-when';
  const whole = isWhole ? lines.filter(({ line }) => !isOtherField(line)) : own;
  return [{ label, lines: whole, source: 'section' }, ...others];
}

function isOtherField(line: Line): boolean {
  const names = labelsIn(line).map(({ label }) => fieldOfLabel(label)?.name);
  return names.some((name) => name && name !== 'status') && statusOf(line.text) === undefined;
}

function linesOfBlocks(document: MarkdownDocument, section: Section): ValueLine[] {
  const read = (blocks: readonly RootContent[]): ValueLine[] =>
    blocks.flatMap((block): ValueLine[] => {
      switch (block.type) {
        case 'paragraph':
          return linesOf(document, block.children).map((line, index) => ({
            line,
            isItem: index === 0,
          }));
        case 'list':
          return linesOfList(document, block);
        case 'blockquote':
          return read(block.children as RootContent[]);
        case 'table':
          return block.children.flatMap((row) =>
            row.children.flatMap((cell) => linesOfCell(document, cell)),
          );
        default:
          return [];
      }
    });
  const lines = read(section.blocks).filter(({ line }) => /\S/.test(line.text));
  if (lines.length > 0) return lines;
  return section.children.flatMap(({ heading }) =>
    linesOf(document, heading.children).map((line) => ({ line, isItem: true })),
  );
}
