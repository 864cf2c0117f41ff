import { type Diagram, diagramReader } from 'docket/records';
import type { HastPluginDefinition } from 'satteri';
import { draw } from '../views/diagram/draw.ts';
import { pictureHtml, sourceHtml } from '../views/diagram/figure.ts';

/** Draws the Mermaid blocks of a page, or frames their source where it is not known that the drawing is Mermaid's. */
export function diagramsPlugin(): HastPluginDefinition {
  const read = diagramReader();
  let count = 0;
  return {
    name: 'docket-diagrams',
    element: {
      filter: ['pre'],
      visit(node, ctx) {
        const [code] = node.children;
        if (code?.type !== 'element' || !isMermaid(code.properties['className'])) return;
        count += 1;
        const diagram = read(ctx.textContent(code).replace(/\n$/, ''));
        ctx.replaceNode(node, { type: 'raw', value: diagramHtml(diagram, `diagram-${count}`) });
      },
    },
  };
}

/** HTML of a diagram; `id` is unique on the page. */
export function diagramHtml(diagram: Diagram, id: string): string {
  const picture = diagram.content.kind === 'unknown' ? undefined : draw(diagram.content);
  return picture ? pictureHtml(picture, diagram, id) : sourceHtml(diagram, id);
}

function isMermaid(className: unknown): boolean {
  return Array.isArray(className) && className.includes('language-mermaid');
}
