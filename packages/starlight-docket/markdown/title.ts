import { type DocketRecord, shortTitle } from 'docket/records';
import type { HastPluginDefinition } from 'satteri';

/** Whether the first heading of a record says its title, which may stand in the frontmatter as well. */
export function opensWithTitle(record: DocketRecord): boolean {
  if (record.fields.title.source === 'heading') return true;
  const first = record.outline.all.find(({ depth }) => depth === 1)?.title;
  if (first === undefined) return false;
  const [heading, ...titles] = [first, record.title, shortTitle(record)].map(comparable);
  return titles.some((title) => title === heading);
}

function comparable(title: string): string {
  // The number that a heading may begin with is shown beside the title.
  return title
    .toLowerCase()
    .replace(/^(?:[a-z]*dr)?[-_ #]*\d+[a-z]?[-_.:,) ]+/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

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
