import { defineRule } from '../engine/define.ts';
import { levelsOf } from '../records/contract.ts';
import { plainText } from '../records/markdown.ts';
import { hasContent } from '../records/sections.ts';
import { firstTable } from '../records/table.ts';
import { OLD_ADR, PROVENANCE } from './support/example-base.ts';
import { quoteAll } from './support/words.ts';

const NONE_SENTENCE = /^No (?:autonomous )?decisions\b/i;

export default defineRule({
  id: 'table-present',
  kinds: ['adr', 'provenance'],
  severity: 'error',
  summary: 'Where the template has a table, the record has one too.',
  why: 'Facts in a table can be counted, filtered and compared; the same facts in prose cannot.',
  examples: {
    bad: [
      {
        patches: [
          {
            change: OLD_ADR,
            from: '| Decision | Rationale | Acceptable |\n| --- | --- | --- |\n| No agent implementation decisions recorded | Not applicable | Yes |',
            to: 'The agent decided nothing.',
          },
        ],
        finds: [
          {
            file: OLD_ADR,
            line: 60,
            message:
              'Unexpected section `Agent Decisions` without a table, expected one with `Decision`, `Rationale` and `Acceptable`',
          },
        ],
      },
    ],
    good: [
      {
        patches: [
          {
            change: PROVENANCE,
            from: 'No autonomous decisions were required — all actions were explicitly specified in the spec.',
            to: '| Decision | Options Considered | Chosen | Rationale |\n| --- | --- | --- | --- |\n| Key | Two | The short one | Shorter |',
          },
        ],
      },
      {
        patches: [
          {
            change: PROVENANCE,
            from: '| # | Step | Result | Details |\n| --- | --- | --- | --- |\n| 1 | The record exists | pass | Listed the folder |\n| 2 | Both options have pros and cons | pass | Read both |',
            to: '1. The record exists: pass\n2. Both options have pros and cons: pass',
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
        if (!wanted.columns || !hasContent(section)) continue;
        if (firstTable(record.document, section.blocks)) continue;
        // Results may be a list, and a provenance record says in one sentence that it has no decisions.
        if (wanted.role === 'results') continue;
        if (
          record.kind === 'provenance' &&
          section.blocks.some((block) => NONE_SENTENCE.test(plainText(block)))
        )
          continue;
        report({
          span: section.span,
          message: `Unexpected section \`${section.title}\` without a table, expected one with ${quoteAll(wanted.columns, 'and')}`,
          help: `copy the table under \`${wanted.title}\` from \`${contract.path}\` and fill it in`,
        });
      }
    }
  },
});
