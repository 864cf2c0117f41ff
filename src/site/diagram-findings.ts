import type { Code } from 'mdast';
import type { Corpus } from '../records/corpus.ts';
import type { Finding } from '../records/finding.ts';
import { spanOf, walk } from '../records/markdown.ts';
import type { DocketRecord } from '../records/record.ts';
import { drawDiagram, readDiagramSource } from './diagram.ts';

/** Draws every Mermaid block of the records and tells of those that cannot be drawn. */
export function diagramFindings(corpus: Corpus): Finding[] {
  return corpus.records.flatMap((record) =>
    mermaidBlocks(record).flatMap((block) => {
      const diagram = drawDiagram(readDiagramSource(block.value).code);
      if (diagram.kind === 'svg') return [];
      return [
        {
          rule: 'diagram-draws',
          severity: 'error',
          file: record.path,
          span: spanOf(record.document, block),
          message: 'Unexpected Mermaid source, expected a diagram that can be drawn',
          help: `start with the kind of diagram, such as \`flowchart TD\`, and write one statement to a line; the drawing stopped at: ${diagram.reason}`,
          related: [],
        } satisfies Finding,
      ];
    }),
  );
}

function mermaidBlocks(record: DocketRecord): Code[] {
  const blocks: Code[] = [];
  walk(record.document.tree, (node) => {
    if (node.type === 'code' && node.lang === 'mermaid') blocks.push(node);
  });
  return blocks;
}
