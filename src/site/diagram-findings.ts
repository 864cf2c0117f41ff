import type { Code } from 'mdast';
import type { Corpus } from '../records/corpus.ts';
import type { Finding } from '../records/finding.ts';
import { spanOf, walk } from '../records/markdown.ts';
import type { DocketRecord } from '../records/record.ts';
import type { RuleFacts } from '../rules/explanation.ts';
import { drawDiagram, readDiagramSource } from './diagram.ts';

/** The rule of diagrams, which the site keeps because only it can draw. */
export const DIAGRAM_RULE: RuleFacts = {
  id: 'diagram-draws',
  severity: 'error',
  summary: 'Every Mermaid block is a diagram that can be drawn.',
  why: 'Diagrams are drawn when the site is built; one that cannot be drawn would leave a hole in the page.',
  kinds: ['adr', 'spec', 'provenance'],
};

/** Draws every Mermaid block of the records and tells of those that cannot be drawn. */
export function diagramFindings(corpus: Corpus): Finding[] {
  return corpus.records.flatMap((record) =>
    mermaidBlocks(record).flatMap((block) => {
      const diagram = drawDiagram(readDiagramSource(block.value).code);
      if (diagram.kind === 'svg') return [];
      return [
        {
          rule: DIAGRAM_RULE.id,
          severity: DIAGRAM_RULE.severity,
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
