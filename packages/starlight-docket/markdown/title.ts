import type { HastPluginDefinition } from 'satteri';

/** Leaves out the first heading, which the head of the page shows as title. Links to it still have their place. */
export function titlePlugin(): HastPluginDefinition {
  let isShown = false;
  return {
    name: 'docket-title',
    element: {
      filter: ['h1'],
      visit(node, ctx) {
        if (isShown) return;
        isShown = true;
        const { id } = node.properties;
        ctx.replaceNode(node, {
          type: 'element',
          tagName: 'span',
          properties: typeof id === 'string' ? { id } : {},
          children: [],
        });
      },
    },
  };
}
