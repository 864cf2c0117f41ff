import { defineRule } from '../engine/define.ts';
import { hasContent } from '../records/sections.ts';
import { PROVENANCE, SPEC } from './support/example-base.ts';

export default defineRule({
  id: 'spec-steps',
  kinds: ['spec'],
  severity: 'error',
  summary: 'The validation steps are a numbered list: 1, 2, 3, ….',
  why: 'The provenance record answers each step by its number; a bullet or a number used twice cannot be answered.',
  examples: {
    bad: [
      {
        patches: [
          {
            change: SPEC,
            from: '1. The record exists.\n2. Both',
            to: '- The record exists.\n- Both',
          },
        ],
        finds: [
          {
            file: SPEC,
            line: 20,
            message:
              'Unexpected section `Validation steps` without numbered steps, expected a list from 1',
          },
        ],
      },
      {
        patches: [
          {
            change: SPEC,
            from: '2. Both options have pros and cons.',
            to: '\nAlso:\n\n1. Both options have pros and cons.',
          },
          {
            change: PROVENANCE,
            from: '| 2 | Both options have pros and cons | pass | Read both |\n',
            to: '',
          },
        ],
        finds: [{ file: SPEC, line: 26, message: 'Unexpected step number 1, expected 2' }],
      },
    ],
    good: [
      { patches: [{ change: SPEC, from: '2. Both options', to: '\nAlso:\n\n2. Both options' }] },
    ],
  },
  check({ record, report }) {
    const section = record.sections.get('steps');
    if (!section || !hasContent(section)) return;
    const { steps } = record.body;
    if (steps.length === 0) {
      report({
        span: section.span,
        message: `Unexpected section \`${section.title}\` without numbered steps, expected a list from 1`,
        help: 'write each step as `1. …`, a statement that is true or false once the work is done',
      });
    }
    const wrong = steps.findIndex((step, index) => step.number !== index + 1);
    const step = steps[wrong];
    if (!step) return;
    report({
      span: step.span,
      message: `Unexpected step number ${step.number}, expected ${wrong + 1}`,
      help: 'number the steps consecutively from 1, across all lists in the section',
    });
  },
});
