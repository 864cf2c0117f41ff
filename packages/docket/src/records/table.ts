import type { RootContent, Table, TableCell } from 'mdast';
import type { Span } from './finding.ts';
import { type MarkdownDocument, plainText, spanOf, walk } from './markdown.ts';
import { perObjectAnd } from './memo.ts';

/** One row of a table below its header. */
export interface TableRow {
  /** Plain text of each cell. */
  readonly cells: readonly string[];
  /** Code spans of each cell as written: unlike `cells`, with every space kept. */
  readonly codes: readonly (readonly string[])[];
  /** Place of each cell. */
  readonly spans: readonly Span[];
  readonly span: Span;
}

/** A Markdown table as columns and rows. */
export interface TableData {
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
  readonly span: Span;
  /** Place of the header row. */
  readonly headerSpan: Span;
}

/** The first table among the blocks, or `undefined`. */
export function firstTable(
  document: MarkdownDocument,
  blocks: readonly RootContent[],
): TableData | undefined {
  const table = blocks.find((block): block is Table => block.type === 'table');
  return table && tableData(table, document);
}

/** Readers and several rules ask for the same table. */
const tableData = perObjectAnd((table: Table, document: MarkdownDocument): TableData => {
  const [header, ...rows] = table.children;
  return {
    columns: header?.children.map((cell) => plainText(cell)) ?? [],
    rows: rows.map((row) => ({
      cells: row.children.map((cell) => plainText(cell)),
      codes: row.children.map(codesOf),
      spans: row.children.map((cell) => spanOf(document, cell)),
      span: spanOf(document, row),
    })),
    span: spanOf(document, table),
    headerSpan: header ? spanOf(document, header) : spanOf(document, table),
  };
});

function codesOf(cell: TableCell): string[] {
  const codes: string[] = [];
  walk(cell, (node) => {
    if (node.type === 'inlineCode') codes.push(node.value);
  });
  return codes;
}

/** Finds a column by name, without regard to case; `-1` where the table has none of these names. */
export function columnIndex(table: TableData, ...names: readonly string[]): number {
  const wanted = names.map((name) => name.toLowerCase());
  return table.columns.findIndex((column) => wanted.includes(column.toLowerCase()));
}
