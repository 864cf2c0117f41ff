import type { Span } from '../../records/finding.ts';
import type { ProvenanceRecord } from '../../records/record.ts';
import { findSection } from '../../records/sections.ts';
import { columnIndex, firstTable } from '../../records/table.ts';

/** A cell of the artifact table. */
export interface ArtifactCell {
  readonly text: string;
  /** As written, without the bars around it. */
  readonly source: string;
  readonly span: Span;
}

/** One row of the artifact table; a cell is `undefined` where the table lacks its column. */
export interface ArtifactRow {
  readonly file: ArtifactCell | undefined;
  readonly status: ArtifactCell | undefined;
}

/** The rows of a provenance record's artifact table. */
export function artifactRows(record: ProvenanceRecord): ArtifactRow[] {
  const section = findSection(record.outline.sections, 'Artifacts Produced');
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
      const source = record.document.text.slice(span.start.offset, span.end.offset);
      return {
        text: row.cells[column] ?? '',
        source: source.replace(/^\|?\s*|\s*\|?$/g, ''),
        span,
      };
    };
    return { file: cell(columns.file), status: cell(columns.status) };
  });
}
