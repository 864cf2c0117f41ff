import { z } from 'zod';
import { defineRule } from '../engine/define.ts';
import { isRealDay } from '../records/dates.ts';
import { EVERY_FORMAT } from '../records/formats/format.ts';
import { OLD_ADR } from './support/example-base.ts';

export default defineRule({
  id: 'date-earliest',
  kinds: ['adr', 'spec'],
  formats: EVERY_FORMAT,
  severity: 'error',
  summary: 'No record is older than the project.',
  why: 'A date before the project began is a typo in the year, and puts the record at the wrong end of the log.',
  examples: {
    bad: [
      {
        patches: [{ change: OLD_ADR, from: 'date: 2026-01-12', to: 'date: 2006-01-12' }],
        options: { since: '2026-01-01' },
        finds: [
          {
            file: OLD_ADR,
            line: 5,
            message:
              'Unexpected date `2006-01-12` before the project, expected `2026-01-01` or later',
          },
        ],
      },
      {
        patches: [{ change: OLD_ADR, from: 'date: 2026-01-12', to: 'date: 0026-01-12' }],
        finds: [
          {
            file: OLD_ADR,
            line: 5,
            message:
              'Unexpected date `0026-01-12` before the project, expected `1990-01-01` or later',
          },
        ],
      },
    ],
    good: [
      {
        patches: [{ change: OLD_ADR, from: 'date: 2026-01-12', to: 'date: 2026-01-01' }],
        options: { since: '2026-01-01' },
      },
    ],
  },
  options: z.strictObject({
    since: z
      .string()
      .refine(isRealDay, { error: 'expected a day as YYYY-MM-DD' })
      .default('1990-01-01')
      .meta({ description: 'The day the project began, as YYYY-MM-DD.' }),
  }),
  check({ record, options, report }) {
    const date = record.fields.date.value;
    if (date === undefined || date >= options.since) return;
    report({
      span: record.fields.date.span,
      found: `date \`${date}\` before the project`,
      expected: `\`${options.since}\` or later`,
      help: 'correct the year, or set the option `since` of this rule to the day the project began',
    });
  },
});
