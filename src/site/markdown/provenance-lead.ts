import type { MdastPluginDefinition } from 'satteri';

const LABEL = /^(spec|executed|agent):?$/i;

/**
 * Takes the title and the `**Label:**` lines off the body of a provenance record, because the page's header shows both.
 * Anything else above the first section stays.
 */
export function provenanceLeadPlugin(): MdastPluginDefinition {
  return {
    name: 'docket-provenance-lead',
    before(root, ctx) {
      for (const [index, node] of root.children.entries()) {
        if (node.type === 'yaml') continue;
        if (node.type === 'heading') {
          if (node.depth > 1) return;
          if (root.children.slice(0, index).every((earlier) => earlier.type === 'yaml'))
            ctx.removeNode(node);
          continue;
        }
        if (node.type !== 'paragraph') continue;
        const labels = node.children.filter((child) => child.type === 'strong');
        const isLead =
          node.children[0]?.type === 'strong' &&
          labels.every((label) => LABEL.test(ctx.textContent(label)));
        if (isLead) ctx.removeNode(node);
      }
    },
  };
}
