import type { Nodes, RootContent } from 'mdast';
import type { Role } from './dialects/headings.ts';
import { labelField } from './dialects/labels.ts';
import type { Field } from './field.ts';
import type { Span } from './finding.ts';
import { readLabelLines } from './labels.ts';
import { type MarkdownDocument, plainText, spanAt, spanOf } from './markdown.ts';
import { findOutcome, type Outcome, readOutcome } from './outcome.ts';
import type { Sections } from './roles.ts';
import type { Outline } from './sections.ts';
import { numberedItems, type ValidationStep } from './spec.ts';
import { columnIndex, firstTable, type TableData, type TableRow } from './table.ts';

/** The recorded result of one validation step. */
export interface ValidationResult {
  /** The step it answers: the number written, else its place in the list. */
  readonly number: number;
  /** Text of the step as the record repeats it; may be empty. */
  readonly step: string;
  readonly outcome: Outcome;
  /** The outcome as written; in a table the whole cell. */
  readonly word: string;
  /** What is said of it: the remark that follows the outcome, then the cell of details. */
  readonly details: string;
  readonly span: Span;
}

/** What can have happened to an artifact. */
export const ARTIFACT_STATUSES = [
  'Created',
  'Modified',
  'Deleted',
  'Renamed',
  'Already existed',
  'Unchanged',
] as const;

/** A file the record says was produced. */
export interface Artifact {
  /** The file cell: its code span where there is just one, else its plain text. */
  readonly path: string;
  /** Code spans of the file cell, such as the old and the new name of a renamed file. */
  readonly codes: readonly string[];
  /** As written, such as `Created`. */
  readonly status: string;
  readonly span: Span;
}

/** A decision taken while the specification was carried out. */
export interface RecordedDecision {
  readonly decision: string;
  readonly options: string;
  readonly chosen: string;
  readonly rationale: string;
  readonly span: Span;
}

/** A point at which the work departed from the specification. */
export interface Deviation {
  readonly text: string;
  readonly span: Span;
}

/** What the body of a provenance record says. Parts that are absent are empty or `undefined`. */
export interface ProvenanceBody {
  /** Without a row that says that there are none. */
  readonly decisions: readonly RecordedDecision[];
  /** Without the sentence that says that there are none. */
  readonly deviations: readonly Deviation[];
  readonly artifacts: readonly Artifact[];
  readonly results: readonly ValidationResult[];
}

/** What the labelled lines below the title say. */
export interface ProvenanceLabels {
  /** Path of the specification. */
  readonly spec: Field<string>;
  readonly executed: Field<string>;
  readonly agent: Field<string>;
}

/** Reads the labelled lines below the title. Never throws. */
export function readProvenanceLabels(
  document: MarkdownDocument,
  outline: Outline,
): ProvenanceLabels {
  const title = outline.sections[0]?.depth === 1 ? outline.sections[0] : undefined;
  const lines = readLabelLines(document, title?.blocks ?? outline.preamble);
  const read = (name: string): Field<string> => {
    const line = lines.find(({ label }) => label.toLowerCase() === name);
    if (line) return labelField(line, line.value === '' ? undefined : line.value);
    const span = title?.span ?? spanAt(document, 0, 0);
    return { value: undefined, written: '', span, source: 'label' };
  };
  return { spec: read('spec'), executed: read('executed'), agent: read('agent') };
}

/** Reads the body of a provenance record. Never throws. */
export function readProvenance(document: MarkdownDocument, sections: Sections): ProvenanceBody {
  const blocksOf = (role: Role) => sections.get(role)?.blocks ?? [];
  const decisions = firstTable(document, blocksOf('decisions'));
  const artifacts = firstTable(document, blocksOf('artifacts'));
  const results = firstTable(document, blocksOf('results'));
  return {
    decisions: (decisions?.rows.map((row) => readDecision(decisions, row)) ?? []).filter(
      ({ decision }) => !NO_DECISIONS.test(decision),
    ),
    deviations: readDeviations(document, blocksOf('deviations')),
    artifacts: artifacts?.rows.map((row) => readArtifact(artifacts, row)) ?? [],
    results: results
      ? results.rows.map((row, index) => readResultRow(results, row, index))
      : numberedItems(document, blocksOf('results')).map(readResultItem),
  };
}

const NO_DECISIONS = /^(?:none\b|no (?:autonomous |own )?decisions?\b|[-–—]*$)/i;

function readDecision(table: TableData, row: TableRow): RecordedDecision {
  const cell = (...names: string[]) => row.cells[columnIndex(table, ...names)] ?? '';
  return {
    decision: cell('Decision'),
    options: cell('Options Considered', 'Options'),
    chosen: cell('Chosen'),
    rationale: cell('Rationale'),
    span: row.span,
  };
}

const NO_DEVIATIONS = /^(?:none\b|no deviations?\b|there (?:are|were) no deviations?\b)/i;

/** An item of a list, a row of a table or a paragraph each. A paragraph that only leads to a list is passed over. */
function readDeviations(document: MarkdownDocument, blocks: readonly RootContent[]): Deviation[] {
  const found = blocks.flatMap((block, index): Deviation[] => {
    const of = (node: Nodes): Deviation => ({
      text: plainText(node).trim(),
      span: spanOf(document, node),
    });
    if (block.type === 'list') return block.children.map(of);
    if (block.type === 'table') return readRows(document, block);
    if (block.type !== 'paragraph') return [];
    const leads = blocks[index + 1]?.type === 'list' && plainText(block).trim().endsWith(':');
    return leads ? [] : [of(block)];
  });
  return found.filter(({ text }) => text !== '' && !NO_DEVIATIONS.test(text));
}

function readRows(document: MarkdownDocument, block: RootContent): Deviation[] {
  const rows = firstTable(document, [block])?.rows ?? [];
  return rows.map(({ cells, span }) => ({
    text: cells.filter((cell) => cell !== '').join(': '),
    span,
  }));
}

function readArtifact(table: TableData, row: TableRow): Artifact {
  const cell = (...names: string[]) => row.cells[columnIndex(table, ...names)] ?? '';
  const codes = row.codes[columnIndex(table, 'File', 'Path')] ?? [];
  const [only, second] = codes;
  const path = only !== undefined && second === undefined ? only : cell('File', 'Path');
  return { path, codes, status: cell('Status'), span: row.span };
}

function readResultRow(table: TableData, row: TableRow, index: number): ValidationResult {
  const cell = (...names: string[]) => row.cells[columnIndex(table, ...names)] ?? '';
  const numbered = /^(\d+)(?:[.)]\s*)?(.*)$/s.exec(cell('#', 'No', 'No.', 'Step'));
  const word = cell('Result', 'Outcome', 'Status');
  const { outcome, remark } = readOutcome(word);
  return {
    number: numbered ? Number(numbered[1]) : index + 1,
    step:
      columnIndex(table, '#', 'No', 'No.') >= 0
        ? cell('Step', 'Check', 'Validation step')
        : (numbered?.[2] ?? cell('Step', 'Check', 'Validation step')),
    outcome,
    word,
    details: [trimPunctuation(remark), cell('Details', 'Detail', 'Evidence', 'Notes')]
      .filter((text) => text !== '')
      .join('; '),
    span: row.span,
  };
}

function readResultItem(item: ValidationStep): ValidationResult {
  const { before, outcome, word, remark } = findOutcome(item.text);
  return {
    number: item.number,
    step: word === '' ? item.text : trimPunctuation(before),
    outcome,
    word,
    details: trimPunctuation(remark),
    span: item.span,
  };
}

function trimPunctuation(text: string): string {
  const trimmed = text.replace(/^(?:[\s:;–—(),!-]|\.(?=\s|$))+|[\s:–—(,-]+$/g, '');
  return trimmed.includes('(') ? trimmed : trimmed.replace(/\)([.!]?)$/, '$1');
}
