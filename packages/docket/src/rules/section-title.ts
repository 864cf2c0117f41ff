import { defineRule } from '../engine/define.ts';
import { levelsOf } from '../records/contract.ts';
import { editAt } from './support/edits.ts';
import { OLD_ADR } from './support/example-base.ts';

export default defineRule({
  id: 'section-title',
  kinds: ['adr', 'spec', 'provenance'],
  severity: 'error',
  summary: 'A heading from the template is spelt as in the template.',
  why: 'Links point to headings by their spelling, and a section should have the same name in every record.',
  examples: {
    bad: [
      {
        patches: [{ change: OLD_ADR, from: '## Decision Drivers', to: '## Descision drivers' }],
        finds: [
          {
            file: OLD_ADR,
            line: 16,
            message: 'Unexpected heading `Descision drivers`, expected `Decision Drivers`',
          },
        ],
      },
      {
        patches: [{ change: OLD_ADR, from: '## Decision Drivers', to: '## Decision drivers' }],
        finds: [
          {
            file: OLD_ADR,
            line: 16,
            message: 'Unexpected heading `Decision drivers`, expected `Decision Drivers`',
          },
        ],
        fixed: { file: OLD_ADR, text: '## Decision Drivers' },
      },
    ],
    good: [
      {
        patches: [{ change: OLD_ADR, from: '## Decision Drivers', to: '## **Decision** Drivers' }],
      },
    ],
  },
  check({ record, corpus, report }) {
    const contract = corpus.templates[record.kind];
    if (!contract) return;
    for (const { matches } of levelsOf(record.outline, contract)) {
      for (const { section, contract: wanted } of matches) {
        if (section.title === wanted.title) continue;
        const start = section.span.start.offset;
        const at = record.document.text
          .slice(start, section.span.end.offset)
          .indexOf(section.title);
        const isCaseOnly = section.title.toLowerCase() === wanted.title.toLowerCase();
        report({
          span: section.span,
          message: `Unexpected heading \`${section.title}\`, expected \`${wanted.title}\``,
          help: `write \`${'#'.repeat(wanted.depth)} ${wanted.title}\``,
          ...(at >= 0 && isCaseOnly
            ? {
                fix: {
                  edits: [
                    editAt(
                      record.document,
                      start + at,
                      start + at + section.title.length,
                      wanted.title,
                    ),
                  ],
                },
              }
            : {}),
        });
      }
    }
  },
});
