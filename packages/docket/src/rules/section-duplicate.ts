import { defineRule } from '../engine/define.ts';
import { levelsOf } from '../records/contract.ts';
import { OLD_ADR } from './support/example-base.ts';

export default defineRule({
  id: 'section-duplicate',
  kinds: ['adr', 'spec', 'provenance'],
  severity: 'error',
  summary: 'Each section of the template appears once.',
  why: 'If two sections share a name, readers and tools find the first and overlook the second.',
  examples: {
    bad: [
      {
        patches: [
          {
            change: OLD_ADR,
            from: '## References\n',
            to: '## Decision\n\nAs above.\n\n## References\n',
          },
        ],
        finds: [
          {
            file: OLD_ADR,
            line: 66,
            message: 'Unexpected second section `Decision`, expected one',
          },
        ],
      },
    ],
    good: [
      {
        patches: [
          { change: OLD_ADR, from: '## Decision\n\n', to: '## Decision\n\n### Context\n\n' },
        ],
      },
    ],
  },
  check({ record, corpus, report }) {
    const contract = corpus.templates[record.kind];
    if (!contract) return;
    for (const { matches } of levelsOf(record.outline, contract)) {
      for (const match of matches) {
        const first = matches.find((other) => other.contract === match.contract);
        if (!first || first === match) continue;
        report({
          span: match.section.span,
          message: `Unexpected second section \`${match.section.title}\`, expected one`,
          help: 'move its text into the first one, or put it under its own heading below',
          related: [{ file: record.path, span: first.section.span, label: 'the first one' }],
        });
      }
    }
  },
});
