import type { HastPluginDefinition } from 'satteri';

const LABEL = /^(spec|executed|agent):?$/i;

/**
 * Takes the title and the `**Label:**` lines off the body of a provenance record, because the page's header shows both.
 * Anything else above the first section stays.
 */
export function provenanceLeadPlugin(): HastPluginDefinition {
  return {
    name: 'docket-provenance-lead',
    before(root, ctx) {
      const blocks = root.children.filter((node) => node.type === 'element');
      for (const [index, node] of blocks.entries()) {
        if (/^h[1-6]$/.test(node.tagName)) {
          if (node.tagName !== 'h1') return;
          if (index === 0) ctx.removeNode(node);
          continue;
        }
        if (node.tagName !== 'p') continue;
        const isStrong = (child: (typeof node.children)[number] | undefined) =>
          child?.type === 'element' && child.tagName === 'strong';
        const labels = node.children.filter(isStrong);
        const isLead =
          isStrong(node.children[0]) && labels.every((label) => LABEL.test(ctx.textContent(label)));
        if (isLead) ctx.removeNode(node);
      }
    },
  };
}
