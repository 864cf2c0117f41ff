import type { MdastPluginDefinition } from 'satteri';
import { type Diagram, diagramReader } from '../../records/diagrams/read.ts';
import { draw } from '../diagram/draw.ts';
import { pictureHtml, sourceHtml } from '../diagram/figure.ts';

/** Draws the Mermaid blocks of a page, or frames their source where it is not known that the drawing is Mermaid's. */
export function diagramsPlugin(): MdastPluginDefinition {
  const read = diagramReader();
  let count = 0;
  return {
    name: 'docket-diagrams',
    code(node, ctx) {
      if (node.lang !== 'mermaid') return;
      count += 1;
      ctx.replaceNode(node, {
        type: 'html',
        value: diagramHtml(read(node.value), `diagram-${count}`),
      });
    },
  };
}

/** HTML of a diagram; `id` is unique on the page. */
export function diagramHtml(diagram: Diagram, id: string): string {
  const picture = diagram.content.kind === 'unknown' ? undefined : draw(diagram.content);
  return picture ? pictureHtml(picture, diagram, id) : sourceHtml(diagram, id);
}
