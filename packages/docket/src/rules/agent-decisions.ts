import { defineRule } from '../engine/define.ts';
import { columnIndex, firstTable } from '../records/table.ts';
import { NEW_ADR } from './support/example-base.ts';
import { holdsPlaceholder } from './support/placeholders.ts';
import { quote } from './support/words.ts';

export default defineRule({
  id: 'agent-decisions',
  kinds: ['adr'],
  severity: 'error',
  summary: 'Every agent decision is judged `Yes`, `No` or `Review`.',
  why: 'The column holds the human answer to what an agent decided alone; an empty one means nobody has looked.',
  examples: {
    bad: [
      {
        patches: [
          {
            change: NEW_ADR,
            from: '| Readable in the Redis console | Yes |',
            to: '| Readable in the Redis console | Fine |',
          },
        ],
        finds: [
          {
            file: NEW_ADR,
            line: 74,
            message: 'Unexpected `Fine` in column `Acceptable`, expected `Yes`, `No` or `Review`',
          },
        ],
      },
    ],
    good: [
      {
        patches: [
          {
            change: NEW_ADR,
            from: '| Readable in the Redis console | Yes |',
            to: '| Readable in the Redis console | Review: is it unique? |',
          },
        ],
      },
    ],
  },
  check({ record, corpus, report }) {
    const section = record.sections.get('agent-decisions');
    const table = section && firstTable(record.document, section.blocks);
    const column = table ? columnIndex(table, 'Acceptable') : -1;
    if (!table || column < 0) return;
    const places = new Set(
      record.body.agentDecisions.map((decision) => decision.span.start.offset),
    );
    for (const row of table.rows) {
      const verdict = row.cells[column] ?? '';
      if (!places.has(row.span.start.offset) || /^(?:yes|no|review)\b/i.test(verdict)) continue;
      if (holdsPlaceholder(verdict, record, corpus)) continue;
      report({
        span: row.spans[column] ?? row.span,
        message: `Unexpected ${quote(verdict)} in column \`Acceptable\`, expected \`Yes\`, \`No\` or \`Review\``,
        help: 'start the cell with one of the three words; a remark may follow after a colon',
      });
    }
  },
});
