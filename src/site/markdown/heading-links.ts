import type { HastPluginDefinition } from 'satteri';

/** Sets a link to itself beside every heading that has an id. The heading's own text stays as it is. */
export function headingLinksPlugin(): HastPluginDefinition {
  return {
    name: 'docket-heading-links',
    element: {
      filter: ['h2', 'h3', 'h4', 'h5', 'h6'],
      visit(node, ctx) {
        const id = node.properties['id'];
        if (typeof id !== 'string' || id === '') return;
        ctx.wrapNode(node, {
          type: 'element',
          tagName: 'div',
          properties: { className: ['heading', node.tagName] },
          children: [
            {
              type: 'element',
              tagName: 'a',
              properties: {
                className: ['anchor'],
                href: `#${id}`,
                ariaLabel: `Link to this section: ${ctx.textContent(node)}`,
              },
              children: [],
            },
          ],
        });
      },
    },
  };
}
