import { type Diagram, diagramReader, mermaidRefusal } from 'docket/records';
import type { HastPluginDefinition } from 'satteri';
import { draw } from '../views/diagram/draw.ts';
import { browserHtml, pictureHtml, sourceHtml } from '../views/diagram/figure.ts';
import type { Translate } from '../words/say.ts';

/** What becomes of diagrams that cannot be drawn as Mermaid draws them: the browser draws them, or their source is shown. */
export type Otherwise = 'browser' | 'source';

/** Draws the Mermaid blocks of a page where it is known that the drawing is Mermaid's. */
export function diagramsPlugin(t: Translate, otherwise: Otherwise): HastPluginDefinition {
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
        const source = ctx.textContent(code).replace(/\n$/, '');
        const value = diagramHtml(t, read(source), source, { id: `diagram-${count}`, otherwise });
        ctx.replaceNode(node, { type: 'raw', value });
      },
    },
  };
}

/**
 * HTML of a diagram.
 * @param source the whole text of its block
 * @param id unique on the page
 */
export function diagramHtml(
  t: Translate,
  diagram: Diagram,
  source: string,
  { id, otherwise }: { readonly id: string; readonly otherwise: Otherwise },
): string {
  const picture = diagram.content.kind === 'unknown' ? undefined : draw(diagram.content);
  if (picture) return pictureHtml(t, picture, diagram, id);
  return otherwise === 'browser' && mermaidRefusal(source) === undefined
    ? browserHtml(t, diagram, source, id)
    : sourceHtml(t, diagram, id);
}

function isMermaid(className: unknown): boolean {
  return Array.isArray(className) && className.includes('language-mermaid');
}
