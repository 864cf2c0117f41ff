import { defineRule } from '../engine/define.ts';
import { levelsOf } from '../records/contract.ts';
import { firstTable } from '../records/table.ts';
import { NEW_ADR, PROVENANCE } from './support/example-base.ts';
import { quoteAll } from './support/words.ts';

export default defineRule({
  id: 'table-columns',
  kinds: ['adr', 'spec', 'provenance'],
  severity: 'error',
  summary: 'A table has the columns that the template gives it.',
  why: 'People and programs read the tables of all records together; a renamed column drops out.',
  examples: {
    bad: [
      {
        patches: [
          {
            change: NEW_ADR,
            from: '| Decision | Rationale | Acceptable |\n| --- | --- | --- |\n| Key prefix `session:` | Readable in the Redis console | Yes |',
            to: '| Decision | Why | OK |\n| --- | --- | --- |\n| Key prefix `session:` | Readable in the Redis console | Yes |',
          },
        ],
        finds: [
          {
            file: NEW_ADR,
            line: 72,
            message:
              'Unexpected columns `Decision`, `Why` and `OK`, expected `Decision`, `Rationale` and `Acceptable`',
          },
        ],
      },
    ],
    good: [
      {
        patches: [
          {
            change: PROVENANCE,
            from: '| # | Step | Result | Details |\n| --- | --- | --- | --- |\n| 1 | The record exists | pass | Listed the folder |\n| 2 | Both options have pros and cons | pass | Read both |',
            to: '| Step | Result |\n| --- | --- |\n| 1. The record exists | pass |\n| 2. Both have pros and cons | pass |',
          },
        ],
      },
    ],
  },
  check({ record, corpus, report }) {
    const contract = corpus.templates[record.kind];
    if (!contract) return;
    for (const { matches } of levelsOf(record.outline, contract)) {
      for (const { section, contract: wanted } of matches) {
        const table = wanted.columns && firstTable(record.document, section.blocks);
        if (!wanted.columns || !table) continue;
        // Results are judged by what they say: a list or a table of another shape answers the steps as well.
        if (wanted.role === 'results') continue;
        if (columnsKey(table.columns) === columnsKey(wanted.columns)) continue;
        report({
          span: table.headerSpan,
          message: `Unexpected columns ${quoteAll(table.columns, 'and')}, expected ${quoteAll(wanted.columns, 'and')}`,
          help: `use the columns of the table under \`${wanted.title}\` in \`${contract.path}\``,
        });
      }
    }
  },
});

function columnsKey(columns: readonly string[]): string {
  return columns.join('|').toLowerCase();
}
