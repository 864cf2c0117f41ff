import { defineRule } from '../engine/define.ts';
import { executedInstant } from '../records/dates.ts';
import { EVERY_FORMAT } from '../records/formats/format.ts';
import { NEW_ADR, PROVENANCE } from './support/example-base.ts';

export default defineRule({
  id: 'date-future',
  kinds: ['adr', 'spec', 'provenance'],
  formats: EVERY_FORMAT,
  severity: 'error',
  summary: 'No record is dated after today.',
  why: 'A decision is dated with the day it was made; a day that is still to come is a typo in the year or a guess.',
  examples: {
    bad: [
      {
        patches: [{ change: NEW_ADR, from: 'date: 2026-02-03', to: 'date: 2026-12-03' }],
        facts: { today: '2026-02-04' },
        finds: [
          {
            file: NEW_ADR,
            line: 5,
            message: 'Unexpected date `2026-12-03` in the future, expected today or earlier',
          },
        ],
      },
      {
        patches: [{ change: PROVENANCE, from: '2026-02-03T09:30:00Z', to: '2027-02-03T09:30:00Z' }],
        facts: { today: '2026-02-04' },
        finds: [
          {
            file: PROVENANCE,
            line: 4,
            message: 'Unexpected date `2027-02-03` in the future, expected today or earlier',
          },
        ],
      },
    ],
    good: [
      {
        patches: [{ change: NEW_ADR, from: 'date: 2026-02-03', to: 'date: 2026-02-04' }],
        facts: { today: '2026-02-03' },
      },
    ],
  },
  check({ record, facts, report }) {
    if (facts.today === undefined) return;
    const field = record.kind === 'provenance' ? record.fields.executed : record.fields.date;
    const date =
      record.kind === 'provenance' ? executedInstant(field.value ?? '')?.day : field.value;
    if (date === undefined || date <= facts.today || date === dayAfter(facts.today)) return;
    report({
      span: field.span,
      found: `date \`${date}\` in the future`,
      expected: 'today or earlier',
      help: `write the day it happened; today is \`${facts.today}\``,
    });
  },
});

/** Where the author lives it may already be tomorrow. */
function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}
