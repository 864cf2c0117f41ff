import type { Span } from '../../records/finding.ts';
import type { ProvenanceRecord } from '../../records/record.ts';
import { columnIndex, firstTable } from '../../records/table.ts';

/** A cell of the artifact table. */
export interface ArtifactCell {
  readonly text: string;
  /** The first code span of the cell: in a table, without the backslash that keeps a bar from ending the cell. */
  readonly code: string | undefined;
  readonly span: Span;
}

/** One row of the artifact table; a cell is `undefined` where the table lacks its column. */
export interface ArtifactRow {
  readonly file: ArtifactCell | undefined;
  readonly status: ArtifactCell | undefined;
}

/** The rows of a provenance record's artifact table. */
export function artifactRows(record: ProvenanceRecord): ArtifactRow[] {
  const section = record.sections.get('artifacts');
  const table = section && firstTable(record.document, section.blocks);
  if (!table) return [];
  const columns = {
    file: columnIndex(table, 'File', 'Path'),
    status: columnIndex(table, 'Status'),
  };
  return table.rows.map((row) => {
    const cell = (column: number): ArtifactCell | undefined => {
      if (column < 0) return undefined;
      const span = row.spans[column] ?? row.span;
      return {
        text: row.cells[column] ?? '',
        code: row.codes[column]?.[0],
        span,
      };
    };
    return { file: cell(columns.file), status: cell(columns.status) };
  });
}
