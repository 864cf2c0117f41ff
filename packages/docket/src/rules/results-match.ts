import { defineRule } from '../engine/define.ts';
import { PROVENANCE } from './support/example-base.ts';

export default defineRule({
  id: 'results-match',
  kinds: ['provenance'],
  scope: 'log',
  severity: 'error',
  summary: 'Every result answers one step of the specification, and each step is answered once.',
  why: 'A result for a step that does not exist shows that the specification and the record were changed separately.',
  examples: {
    bad: [
      {
        patches: [
          {
            change: PROVENANCE,
            from: '| Read both |\n',
            to: '| Read both |\n| 3 | It is fast | pass | Felt so |\n',
          },
        ],
        finds: [
          {
            file: PROVENANCE,
            line: 31,
            message: 'Unexpected result of step 3, expected one of the 2 steps of `SPEC-0001`',
          },
        ],
      },
      {
        patches: [
          {
            change: PROVENANCE,
            from: '| Read both |\n',
            to: '| Read both |\n| 2 | Both options | fail | Again |\n',
          },
        ],
        finds: [
          {
            file: PROVENANCE,
            line: 31,
            message: 'Unexpected second result of step 2, expected one',
          },
        ],
      },
    ],
    good: [
      {
        patches: [
          {
            change: PROVENANCE,
            from: '| 1 | The record exists |',
            to: '| 1. | The file is there |',
          },
        ],
      },
    ],
  },
  check({ record, corpus, report }) {
    const spec = corpus.specOf(record);
    if (!spec || spec.body.steps.length === 0) return;
    const steps = new Set(spec.body.steps.map((step) => step.number));
    const first = new Map<number, (typeof record.body.results)[number]>();
    for (const result of record.body.results) {
      const before = first.get(result.number);
      if (!steps.has(result.number)) {
        report({
          span: result.span,
          message: `Unexpected result of step ${result.number}, expected one of the ${steps.size} steps of \`${spec.id}\``,
          help: 'give each result the number of the step it answers',
        });
      } else if (before) {
        report({
          span: result.span,
          message: `Unexpected second result of step ${result.number}, expected one`,
          help: 'keep the result that holds, and describe earlier attempts under Actions Taken',
          related: [{ file: record.path, span: before.span, label: 'the first one' }],
        });
      } else {
        first.set(result.number, result);
      }
    }
  },
});
