import { defineRule } from '../engine/define.ts';
import { executedInstant } from '../records/dates.ts';
import { EVERY_FORMAT } from '../records/formats/format.ts';
import { NEW_ADR, PROVENANCE } from './support/example-base.ts';

export default defineRule({
  id: 'date-order',
  kinds: ['adr', 'provenance'],
  scope: 'log',
  formats: EVERY_FORMAT,
  severity: 'error',
  summary: 'A record is not older than the one it follows.',
  why: 'A decision cannot replace a later one, and work cannot be done before it was ordered: one of the dates is wrong.',
  examples: {
    bad: [
      {
        patches: [{ change: NEW_ADR, from: 'date: 2026-02-03', to: 'date: 2026-01-02' }],
        finds: [
          {
            file: NEW_ADR,
            line: 5,
            message:
              'Unexpected date `2026-01-02` before that of `ADR-001`, expected `2026-01-12` or later',
          },
        ],
      },
      {
        patches: [{ change: PROVENANCE, from: '2026-02-03T09:30:00Z', to: '2026-01-30T09:30:00Z' }],
        finds: [
          {
            file: PROVENANCE,
            line: 4,
            message:
              'Unexpected date `2026-01-30` before that of `SPEC-0001`, expected `2026-02-02` or later',
          },
        ],
      },
    ],
    good: [{ patches: [{ change: NEW_ADR, from: 'date: 2026-02-03', to: 'date: 2026-01-12' }] }],
  },
  check({ record, corpus, report }) {
    if (record.kind === 'provenance') {
      const { executed } = record.fields;
      const spec = corpus.specOf(record);
      // The day as written, in its own zone.
      const day = executedInstant(executed.value ?? '')?.day;
      const ordered = spec?.fields.date.value;
      if (!spec || day === undefined || ordered === undefined || day >= ordered) return;
      report({
        span: executed.span,
        found: `date \`${day}\` before that of \`${spec.id}\``,
        expected: `\`${ordered}\` or later`,
        help: 'correct the date that is wrong',
        related: [{ file: spec.path, span: spec.fields.date.span, label: 'ordered here' }],
      });
      return;
    }
    const date = record.fields.date.value;
    if (date === undefined) return;
    for (const { type, to } of corpus.relationsFrom(record)) {
      const older = to?.fields.date.value;
      if (type !== 'supersedes' || !to || older === undefined || date >= older) continue;
      report({
        span: record.fields.date.span,
        found: `date \`${date}\` before that of \`${to.id}\``,
        expected: `\`${older}\` or later`,
        help: 'correct the date that is wrong',
        related: [
          {
            file: to.path,
            span: to.fields.date.span,
            label: `date of \`${to.id}\`, which this record supersedes`,
          },
        ],
      });
    }
  },
});
