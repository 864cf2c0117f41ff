import { defineRule } from '../engine/define.ts';
import { hasContent } from '../records/sections.ts';
import { PROVENANCE } from './support/example-base.ts';
import { quote } from './support/words.ts';

export default defineRule({
  id: 'results-complete',
  kinds: ['provenance'],
  scope: 'log',
  severity: 'error',
  summary: 'Every validation step of the specification has a result.',
  why: 'A step without a result was not checked, or failed silently; the record must say which.',
  examples: {
    bad: [
      {
        patches: [
          {
            change: PROVENANCE,
            from: '| 2 | Both options have pros and cons | pass | Read both |\n',
            to: '',
          },
        ],
        finds: [
          {
            file: PROVENANCE,
            line: 25,
            message:
              'Unexpected missing result of step 2 of `SPEC-0001`, expected one for `Both options have pros and cons.`',
          },
        ],
      },
      {
        patches: [
          {
            change: PROVENANCE,
            from: '| # | Step | Result | Details |\n| --- | --- | --- | --- |\n| 1 | The record exists | pass | Listed the folder |\n| 2 | Both options have pros and cons | pass | Read both |',
            to: 'All steps pass.',
          },
        ],
        finds: [
          {
            file: PROVENANCE,
            line: 25,
            message:
              'Unexpected section without results, expected one for each of the 2 steps of `SPEC-0001`',
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
            to: '1. Pass: the folder was listed.\n2. Not run: nobody read them.',
          },
        ],
      },
    ],
  },
  check({ record, corpus, report }) {
    const spec = corpus.specOf(record);
    const answered = new Set(record.body.results.map((result) => result.number));
    const missing = spec?.body.steps.filter((step) => !answered.has(step.number)) ?? [];
    if (!spec || missing.length === 0) return;
    const section = record.sections.get('results');
    // A section that is missing or empty is a finding of its own.
    if (!section || !hasContent(section)) return;
    const related = missing.map((step) => ({
      file: spec.path,
      span: step.span,
      label: `step ${step.number} of the specification`,
    }));
    if (answered.size === 0) {
      report({
        span: section.span,
        message: `Unexpected section without results, expected one for each of the ${missing.length} steps of \`${spec.id}\``,
        help: 'answer each step with `pass`, `fail`, `not run`, `not applicable` or `manual`, in a table or a numbered list',
        related: related.slice(0, 1),
      });
      return;
    }
    missing.forEach((step, index) => {
      report({
        span: section.span,
        message: `Unexpected missing result of step ${step.number} of \`${spec.id}\`, expected one for ${quote(step.text)}`,
        help: `add a row for step ${step.number}; if it was not checked, the result is \`not run\``,
        related: related.slice(index, index + 1),
      });
    });
  },
});
