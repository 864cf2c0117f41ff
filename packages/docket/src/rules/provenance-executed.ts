import { defineRule } from '../engine/define.ts';
import { executedInstant } from '../records/dates.ts';
import { PROVENANCE } from './support/example-base.ts';
import { holdsPlaceholder } from './support/placeholders.ts';
import { quote } from './support/words.ts';

export default defineRule({
  id: 'provenance-executed',
  kinds: ['provenance'],
  severity: 'error',
  summary: 'The `Executed` line is a date and time with a time zone.',
  why: 'Only an exact time can be compared with the commits; `yesterday afternoon` is a different time elsewhere.',
  examples: {
    bad: [
      {
        patches: [{ change: PROVENANCE, from: '2026-02-03T09:30:00Z', to: '2026-02-03 09:30' }],
        finds: [
          {
            file: PROVENANCE,
            line: 4,
            message: 'Unexpected time `2026-02-03 09:30`, expected a date and time with a zone',
          },
        ],
      },
    ],
    good: [
      {
        patches: [
          { change: PROVENANCE, from: '2026-02-03T09:30:00Z', to: '2026-02-03T10:30+01:00' },
        ],
      },
    ],
  },
  check({ record, corpus, report }) {
    const { executed } = record.fields;
    if (executed.value === undefined || executedInstant(executed.value)) return;
    if (holdsPlaceholder(executed.value, record, corpus)) return;
    report({
      span: executed.span,
      message: `Unexpected time ${quote(executed.value)}, expected a date and time with a zone`,
      help: 'write, for example, `2026-03-05T14:30:00Z` or `2026-03-05T15:30:00+01:00`',
    });
  },
});
