import type { Table, TableCell } from 'mdast';
import type { MarkdownDocument } from '../markdown.ts';
import { comparableLabel, fieldOfLabel } from './field-names.ts';
import { linesOf, trimmed } from './line.ts';
import { isKnownLabel, type Statement, type ValueLine } from './statement.ts';

/**
 * Reads the statements of a table: a label and its value in each row, of which the first may be the header row; or
 * labels in the header row and their values in the only row below.
 */
export function statementsOfTable(document: MarkdownDocument, table: Table): Statement[] {
  const rows = table.children.map((row) => row.children.map((cell) => linesOfCell(document, cell)));
  const labelOf = (lines: readonly ValueLine[] | undefined) =>
    comparableLabel((lines ?? []).map(({ line }) => line.text).join(' '));
  const [header = [], ...below] = rows;
  const across = header.map(labelOf);
  const down = rows.map((row) => labelOf(row[0]));
  const exact = (labels: readonly string[]) =>
    labels.filter((label) => fieldOfLabel(label)?.rank === 0).length;
  const isAcross =
    across.filter((label) => fieldOfLabel(label) !== undefined).length > 1 &&
    below.length === 1 &&
    // `Accepted` is the label of a date, and below or beside `Status` its value.
    exact(across) >= exact(down);
  if (isAcross) {
    return across.map((label, column) => ({
      label,
      lines: below[0]?.[column] ?? [],
      source: 'table',
    }));
  }
  if (!down.some(isKnownLabel)) return [];
  return rows.flatMap((row, index): Statement[] =>
    row.length < 2
      ? []
      : [{ label: down[index] ?? '', lines: row.slice(1).flat(), source: 'table' }],
  );
}

/** The lines of a cell that say something. */
export function linesOfCell(document: MarkdownDocument, cell: TableCell): ValueLine[] {
  return linesOf(document, cell.children)
    .map((line) => ({ line: trimmed(line), isItem: true }))
    .filter(({ line }) => line.text !== '');
}
