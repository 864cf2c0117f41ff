import type { HastPluginDefinition } from 'satteri';
import { diagramHtml, drawDiagram, readDiagramSource } from '../diagram.ts';

/** Draws the Mermaid blocks of a page. A block that cannot be drawn stays a code block; the build has refused it. */
export function diagramsPlugin(): HastPluginDefinition {
  let count = 0;
  return {
    name: 'docket-diagrams',
    element: {
      filter: ['pre'],
      visit(node, ctx) {
        const [code] = node.children;
        if (code?.type !== 'element' || !isMermaid(code.properties['className'])) return;
        const source = readDiagramSource(ctx.textContent(code).replace(/\n$/, ''));
        const diagram = drawDiagram(source.code);
        if (diagram.kind === 'problem') return;
        count += 1;
        ctx.replaceNode(node, {
          type: 'raw',
          value: diagramHtml(diagram, source, `diagram-${count}`),
        });
      },
    },
  };
}

function isMermaid(className: unknown): boolean {
  return Array.isArray(className) && className.includes('language-mermaid');
}
