import { defineRule } from '../engine/define.ts';
import { NEW_ADR } from './support/example-base.ts';
import { invalidValues } from './support/values.ts';

export default defineRule({
  id: 'tags-present',
  kinds: ['adr', 'spec'],
  severity: 'error',
  // The template has an empty list, which its author fills while the decision takes shape.
  severityWhile: { Proposed: 'warning' },
  summary: 'A list of tags names at least one.',
  why: 'A decision without a tag is on no topic page, and can only be found by its number.',
  examples: {
    bad: [
      {
        patches: [{ change: NEW_ADR, from: '[sessions, redis]', to: '[]' }],
        finds: [
          {
            file: NEW_ADR,
            line: 8,
            message: 'Unexpected empty list in `tags`, expected at least one tag',
          },
        ],
      },
    ],
    good: [{ patches: [{ change: NEW_ADR, from: '[sessions, redis]', to: '[sessions]' }] }],
  },
  check({ record, corpus, report }) {
    for (const { value, isItem, span } of invalidValues(record, corpus, (key) => key === 'tags')) {
      if (isItem || !Array.isArray(value)) continue;
      report({
        span,
        message: 'Unexpected empty list in `tags`, expected at least one tag',
        help: 'write, for example, `tags: [secrets, kubernetes]`',
      });
    }
  },
});
