import { defineRule } from '../engine/define.ts';
import { OLD_ADR } from './support/example-base.ts';
import { seriesOf } from './support/series.ts';
import { quoteAll } from './support/words.ts';

export default defineRule({
  id: 'option-chosen',
  kinds: ['adr'],
  severity: 'error',
  summary: 'Exactly one option is marked `(chosen)`.',
  why: 'Among the options, readers look for the mark first; without one, or with two, there is no decision.',
  examples: {
    bad: [
      {
        patches: [{ change: OLD_ADR, from: ' (chosen)', to: '' }],
        finds: [
          {
            file: OLD_ADR,
            line: 20,
            message: 'Unexpected options without a chosen one, expected one marked `(chosen)`',
          },
        ],
      },
      {
        patches: [
          {
            change: OLD_ADR,
            from: '### Option B: PostgreSQL',
            to: '### Option B: PostgreSQL (chosen)',
          },
        ],
        finds: [
          {
            file: OLD_ADR,
            line: 32,
            message: 'Unexpected second chosen option `Option B`, expected only `Option A`',
          },
        ],
      },
    ],
    good: [
      {
        patches: [
          {
            change: OLD_ADR,
            from: '### Option B: PostgreSQL',
            to: '### Option B: PostgreSQL (not chosen)',
          },
        ],
      },
    ],
  },
  check({ record, corpus, report }) {
    const series = seriesOf(record, corpus);
    if (!series || series.options.length === 0) return;
    const [first, ...more] = series.options.filter((option) => option.chosen);
    if (!first && series.malformed.length === 0) {
      const letters = series.options.map(({ label }) => label);
      report({
        span: series.section.span,
        message: 'Unexpected options without a chosen one, expected one marked `(chosen)`',
        help: `add \`(chosen)\` to the heading of ${quoteAll(letters, 'or')}`,
      });
    }
    for (const option of more) {
      report({
        span: option.section.span,
        message: `Unexpected second chosen option \`${option.label}\`, expected only \`${first?.label}\``,
        help: 'remove `(chosen)` from all headings but one',
        related: first
          ? [{ file: record.path, span: first.section.span, label: 'already chosen here' }]
          : [],
      });
    }
  },
});
