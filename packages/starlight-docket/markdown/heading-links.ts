import type { HastNode, HastPluginDefinition } from 'satteri';
import { escapeHtml } from '../views/escape-html.ts';

/** Makes every heading with an id a link to itself, unless its text holds a link of its own. */
export function headingLinksPlugin(): HastPluginDefinition {
  return {
    name: 'docket-heading-links',
    element: {
      filter: ['h2', 'h3', 'h4', 'h5', 'h6'],
      visit(node, ctx) {
        const id = node.properties['id'];
        if (typeof id !== 'string' || id === '') return;
        if (node.children.some(holdsLink)) return;
        // As raw tags, so that what the heading holds is not taken out of the engine and back.
        ctx.prependChild(node, { type: 'raw', value: `<a href="#${escapeHtml(id)}">` });
        ctx.appendChild(node, { type: 'raw', value: '</a>' });
      },
    },
  };
}

function holdsLink(node: Readonly<HastNode>): boolean {
  if (node.type !== 'element') return false;
  return node.tagName === 'a' || node.children.some(holdsLink);
}
