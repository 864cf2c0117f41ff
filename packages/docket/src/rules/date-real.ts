import { defineRule } from '../engine/define.ts';
import { EVERY_FORMAT } from '../records/formats/format.ts';
import { DAY_KEYS, isDayKey } from '../records/schema.ts';
import { NEW_ADR } from './support/example-base.ts';
import { invalidValues } from './support/values.ts';
import { quote } from './support/words.ts';

export default defineRule({
  id: 'date-real',
  kinds: ['adr', 'spec'],
  formats: EVERY_FORMAT,
  severity: 'error',
  recommended: 'info',
  summary: 'Every date is a real day, written as YYYY-MM-DD.',
  why: 'Records are sorted by it, and `03/05/2026` is March to one reader and May to another.',
  examples: {
    bad: [
      {
        patches: [{ change: NEW_ADR, from: 'date: 2026-02-03', to: 'date: 2026-02-30' }],
        finds: [
          {
            file: NEW_ADR,
            line: 5,
            message: 'Unexpected date `2026-02-30`, expected a calendar day as `YYYY-MM-DD`',
          },
        ],
      },
      {
        patches: [{ change: NEW_ADR, from: 'date: 2026-02-03', to: 'date: 3 February 2026' }],
        finds: [
          {
            file: NEW_ADR,
            line: 5,
            message: 'Unexpected date `3 February 2026`, expected a calendar day as `YYYY-MM-DD`',
          },
        ],
      },
    ],
    good: [{ patches: [{ change: NEW_ADR, from: 'date: 2026-02-03', to: 'date: "2028-02-29"' }] }],
  },
  check({ record, corpus, report }) {
    if (record.kind === 'adr' && corpus.layout.adr.logs) {
      for (const key of DAY_KEYS) {
        const { value, written, span } = record.fields[key];
        if (value !== undefined || written === '') continue;
        report({
          span,
          found: `date ${quote(written)}`,
          expected: `a day that reads one way`,
          help: 'write the year, month and day in digits, for example `2026-03-05`; until then the date is unknown',
        });
      }
      return;
    }
    for (const { value, span } of invalidValues(record, corpus, isDayKey)) {
      report({
        span,
        found: `date ${quote(value)}`,
        expected: 'a calendar day as `YYYY-MM-DD`',
        help: 'write the year, month and day in digits, for example `2026-03-05`',
      });
    }
  },
});
