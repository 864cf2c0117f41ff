import type { MdastPluginDefinition } from 'satteri';
import { diagramHtml, drawDiagram, readDiagramSource } from '../diagram.ts';

/** Draws the Mermaid blocks of a page. A block that cannot be drawn stays a code block; the build has refused it. */
export function diagramsPlugin(): MdastPluginDefinition {
  let count = 0;
  return {
    name: 'docket-diagrams',
    code(node, ctx) {
      if (node.lang !== 'mermaid') return;
      const source = readDiagramSource(node.value);
      const diagram = drawDiagram(source.code);
      if (diagram.kind === 'problem') return;
      count += 1;
      ctx.replaceNode(node, {
        type: 'html',
        value: diagramHtml(diagram, source, `diagram-${count}`),
      });
    },
  };
}
