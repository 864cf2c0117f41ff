import { defineRule } from '../engine/define.ts';
import { spanAt, spanOf } from '../records/markdown.ts';
import { nodesOf } from '../records/nodes.ts';
import { OLD_ADR } from './support/example-base.ts';

export default defineRule({
  id: 'table-cells',
  kinds: ['adr', 'spec', 'provenance'],
  severity: 'error',
  summary: 'No row of a table has more cells than its header.',
  why: 'Markdown drops the extra cells: the text is in the file, but no reader sees it.',
  examples: {
    bad: [
      {
        patches: [
          {
            change: OLD_ADR,
            from: '| Not applicable | Yes |',
            to: '| Not applicable | Yes | By design |',
          },
        ],
        finds: [
          {
            file: OLD_ADR,
            line: 64,
            message:
              'Unexpected 4 cells in a table of 3 columns, expected as many as in the header',
          },
        ],
      },
    ],
    good: [
      {
        patches: [
          { change: OLD_ADR, from: '| Not applicable | Yes |', to: '| Not a \\| b | Yes |' },
        ],
      },
    ],
  },
  check({ record, report }) {
    const { document } = record;
    for (const table of nodesOf(document).tables) {
      const [header, ...rows] = table.children;
      const columns = header?.children.length ?? 0;
      for (const row of rows) {
        const firstHidden = row.children[columns];
        if (!firstHidden) continue;
        report({
          span: spanAt(
            document,
            spanOf(document, firstHidden).start.offset,
            spanOf(document, row).end.offset,
          ),
          message: `Unexpected ${row.children.length} cells in a table of ${columns} columns, expected as many as in the header`,
          help: 'add a column to the header, join the cells, or write `\\|` for a bar inside a cell',
        });
      }
    }
  },
});
