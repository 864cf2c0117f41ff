import { z } from 'zod';
import { defineRule } from '../engine/define.ts';
import type { KnownHistory } from '../records/history.ts';
import { NEW_ADR } from './support/example-base.ts';

const propose = { change: NEW_ADR, from: 'status: Accepted', to: 'status: Proposed' } as const;

export default defineRule({
  id: 'proposed-stale',
  kinds: ['adr'],
  scope: 'log',
  severity: 'warning',
  summary: 'A proposal is decided, or worked on, within half a year.',
  why: 'A proposal left alone becomes a decision by default: some act on it, some wait for it, and nobody has said which is right.',
  examples: {
    bad: [
      {
        patches: [propose],
        facts: {
          today: '2026-09-01',
          commits: [{ subject: 'Start', day: '2026-02-03', patches: [propose] }],
        },
        finds: [
          {
            file: NEW_ADR,
            line: 4,
            message:
              'Unexpected proposal untouched since `2026-02-03`, expected a decision within 6 months',
          },
        ],
      },
    ],
    good: [
      {
        patches: [propose, { change: NEW_ADR, from: 'Sticky routing', to: 'Such routing' }],
        facts: {
          today: '2026-09-01',
          commits: [
            { subject: 'Start', day: '2026-02-03', patches: [propose] },
            {
              subject: 'Reword',
              day: '2026-08-03',
              patches: [{ change: NEW_ADR, from: 'Sticky routing', to: 'Such routing' }],
            },
          ],
        },
      },
    ],
  },
  options: z.strictObject({
    months: z
      .int()
      .min(1)
      .default(6)
      .meta({ description: 'Months after which a proposal should be decided.' }),
  }),
  check({ record, facts, options, report }) {
    const { today, history } = facts;
    if (record.fields.status.value !== 'Proposed' || today === undefined || !history) return;
    if (history.uncommitted.has(history.prefix + record.path)) return;
    const last = lastTouch(history, record.path);
    if (last === undefined || last >= monthsBefore(today, options.months)) return;
    report({
      span: record.fields.status.span,
      message: `Unexpected proposal untouched since \`${last}\`, expected a decision within ${options.months} months`,
      help: 'accept or reject it, or say in the record what it is waiting for',
    });
  },
});

/** The day of the last commit that changed a file; `undefined` where the history does not reach so far. */
function lastTouch(history: KnownHistory, path: string): string | undefined {
  const days = [...history.commits.values()]
    .filter(
      ({ id, changes }) =>
        !history.boundary.has(id) &&
        changes.some((change) => change.path === history.prefix + path),
    )
    .map(({ committed }) => committed.slice(0, 10));
  return days.sort().at(-1);
}

function monthsBefore(day: string, months: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() - months);
  return date.toISOString().slice(0, 10);
}
