import type { HastPluginDefinition } from 'satteri';
import type { Translate } from '../words/say.ts';

/**
 * Wraps each table in a region that scrolls by itself and can be reached by keyboard, named by the table's columns, so
 * that a wide table never widens the page.
 */
export function tableScrollPlugin(t: Translate): HastPluginDefinition {
  let count = 0;
  return {
    name: 'docket-table-scroll',
    element: {
      filter: ['table'],
      visit(node, ctx) {
        count += 1;
        const head = node.children.find(
          (child) => child.type === 'element' && child.tagName === 'thead',
        );
        const columns = head ? columnsOf(ctx.textContent(head)) : '';
        ctx.wrapNode(node, {
          type: 'element',
          tagName: 'div',
          properties: {
            className: ['table-scroll'],
            role: 'region',
            tabIndex: 0,
            ariaLabel:
              columns === ''
                ? t('docket.text.table', { number: count })
                : t('docket.text.tableOf', { number: count, columns }),
          },
          children: [],
        });
      },
    },
  };
}

function columnsOf(text: string): string {
  return text
    .split('\n')
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
    .join(', ');
}
