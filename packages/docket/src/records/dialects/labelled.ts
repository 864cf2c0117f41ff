import type { BlockContent, DefinitionContent, List, ListItem, RootContent } from 'mdast';
import type { FieldSource } from '../field.ts';
import type { MarkdownDocument } from '../markdown.ts';
import { comparableLabel } from './field-names.ts';
import { type Line, linesOf, partOf, trimmed } from './line.ts';
import { isKnownLabel, type Statement, type ValueLine } from './statement.ts';
import { statementsOfTable } from './table.ts';

type Block = RootContent | BlockContent | DefinitionContent;

interface Draft {
  label: string;
  lines: ValueLine[];
  source: FieldSource;
}

const MOST_LABEL_WORDS = 5;

/**
 * Reads the statements of some blocks: `Label: value` lines, bold or not, in paragraphs, lists and quotes, and tables.
 * A line without a label belongs to the label above it in its paragraph, and stands alone where there is none.
 */
export function statementsOf(document: MarkdownDocument, blocks: readonly Block[]): Statement[] {
  const found: Draft[] = [];
  /** A label at the end of a paragraph, whose value is the list that follows. */
  let open: Draft | undefined;
  for (const block of blocks) {
    const waiting = open;
    open = undefined;
    switch (block.type) {
      case 'paragraph':
      case 'heading': {
        const lines = linesOf(document, block.children).map((line) => ({ line, isItem: false }));
        const drafts = statementsOfLines(lines, 'label');
        found.push(...drafts);
        const last = drafts.at(-1);
        if (last && last.label !== '' && last.lines.length === 0) open = last;
        break;
      }
      case 'list':
        if (waiting) waiting.lines.push(...linesOfList(document, block));
        else for (const item of block.children) found.push(...statementsOfItem(document, item));
        break;
      case 'blockquote':
        found.push(...(statementsOf(document, block.children) as Draft[]));
        break;
      case 'table':
        found.push(...(statementsOfTable(document, block) as Draft[]));
        break;
      default:
        break;
    }
  }
  return found;
}

function statementsOfItem(document: MarkdownDocument, item: ListItem): Draft[] {
  const [first, ...rest] = item.children;
  if (first?.type !== 'paragraph') return statementsOf(document, item.children) as Draft[];
  const lines = linesOf(document, first.children).map((line, index) => ({
    line,
    isItem: index === 0,
    ...(typeof item.checked === 'boolean' ? { isChecked: item.checked } : {}),
  }));
  const drafts = statementsOfLines(lines, 'bullet');
  const last = drafts.at(-1);
  for (const block of rest) {
    if (block.type !== 'list') continue;
    if (last && last.label !== '') last.lines.push(...linesOfList(document, block));
    else for (const inner of block.children) drafts.push(...statementsOfItem(document, inner));
  }
  return drafts;
}

/** All lines of a list and of the lists in it. */
export function linesOfList(document: MarkdownDocument, list: List): ValueLine[] {
  return list.children.flatMap((item) =>
    item.children.flatMap((block): ValueLine[] => {
      if (block.type === 'list') return linesOfList(document, block);
      if (block.type !== 'paragraph') return [];
      return linesOf(document, block.children).map((line, index) => ({
        line,
        isItem: index === 0,
        ...(typeof item.checked === 'boolean' ? { isChecked: item.checked } : {}),
      }));
    }),
  );
}

/** Cuts lines at their labels. */
export function statementsOfLines(lines: readonly ValueLine[], source: FieldSource): Draft[] {
  const found: Draft[] = [];
  for (const { line, ...rest } of lines) {
    const parts = labelsIn(line);
    if (parts.length === 0) {
      const text = trimmed(line);
      const last = found.at(-1);
      if (text.text === '') continue;
      if (last && last.label !== '') last.lines.push({ line: text, ...rest });
      else found.push({ label: '', lines: [{ line: text, ...rest }], source });
      continue;
    }
    for (const { label, value } of parts) {
      found.push({ label, lines: value.text === '' ? [] : [{ line: value, ...rest }], source });
    }
  }
  return found;
}

interface Labelled {
  readonly label: string;
  readonly value: Line;
}

const COLON = /^\s*(?:[-*•]\s+)?([^:：\n]{1,60}?)\s*[:：](?!\/\/)(?:[*_]+)?\s*/;
/** `Status - accepted`, `Status = accepted`; the label must be known. */
const DASH = /^\s*([\p{L}][\p{L} _-]{1,30}?)\s*(?:\s[-–—=|]|[–—=])\s+(?=\S)/u;
/** `Date 2023-09-26`. */
const DAY = /^\s*(\p{L}[\p{L} ]{1,20}?)\s+(?=\d{1,4}[-/.]\d)/u;

/** The labels of a line with their values: one, or several where each is bold. */
export function labelsIn(line: Line): Labelled[] {
  const cuts = boldLabels(line);
  const starts = cuts.length > 0 && cuts[0] === 0 ? cuts : [0, ...cuts];
  const parts = starts.map((start, index) => partOf(line, start, starts[index + 1]));
  const found = parts.map((part) => labelOf(part));
  // What stands before the first bold label is no statement.
  return found.filter((one) => one !== undefined);
}

function labelOf(part: Line): Labelled | undefined {
  const make = (label: string, length: number): Labelled => ({
    label: comparableLabel(label),
    value: trimmed(withoutSeparator(partOf(part, length))),
  });
  const colon = COLON.exec(part.text);
  if (colon) {
    const [whole, label = ''] = colon;
    if (
      label.trim().split(/\s+/).length <= MOST_LABEL_WORDS &&
      !part.pieces.some((piece) => piece.url !== undefined && piece.at < whole.length)
    ) {
      return make(label, whole.length);
    }
  }
  for (const form of [DASH, DAY]) {
    const match = form.exec(part.text);
    if (match?.[1] && isKnownLabel(comparableLabel(match[1])))
      return make(match[1], match[0].length);
  }
  const first = part.pieces.find((piece) =>
    /\S/.test(part.text.slice(piece.at, piece.at + piece.length)),
  );
  if (first?.isStrong) {
    const end = first.at + first.length;
    const label = part.text.slice(first.at, end);
    if (isKnownLabel(comparableLabel(label)) && /^\s|^$/.test(part.text.slice(end)))
      return make(label, end);
  }
  return undefined;
}

/** Where a line has bold text that a colon ends, other than at its start. */
function boldLabels(line: Line): number[] {
  return line.pieces.flatMap((piece) => {
    if (!piece.isStrong) return [];
    const text = line.text.slice(piece.at, piece.at + piece.length);
    const after = line.text.slice(piece.at + piece.length);
    const isLabel = /[:：]\s*$/.test(text) || /^\s*[:：]/.test(after);
    return isLabel && text.trim().split(/\s+/).length <= MOST_LABEL_WORDS ? [piece.at] : [];
  });
}

function withoutSeparator(line: Line): Line {
  const end = line.text.replace(/\s*[|·•,;]\s*$/, '').length;
  return partOf(line, 0, end);
}
