import { z } from 'zod';
import { defineRule } from '../engine/define.ts';
import { type DueKind, daysBetween, duesOfAdr } from '../records/due.ts';
import { EVERY_FORMAT } from '../records/formats/format.ts';
import { NEW_ADR, OLD_ADR } from './support/example-base.ts';

const due = (lines: string) =>
  ({ change: NEW_ADR, from: 'spec: SPEC-0001\n', to: `spec: SPEC-0001\n${lines}\n` }) as const;

export default defineRule({
  id: 'review-due',
  kinds: ['adr'],
  formats: EVERY_FORMAT,
  severity: 'warning',
  recommended: 'warning',
  summary: 'A decision is looked at again by the day that it names.',
  why: 'Whoever wrote the day knew that the reasons would not hold for ever. After it, readers rely on a decision that nobody has looked at. Before the day this is for information.',
  examples: {
    bad: [
      {
        patches: [due('review-by: 2026-08-01')],
        facts: { today: '2026-08-02' },
        finds: [
          {
            file: NEW_ADR,
            line: 11,
            message:
              'Unexpected review that was due on `2026-08-01`, expected a look at whether the decision still holds',
          },
        ],
      },
      {
        patches: [due('review-by: 2026-08-01')],
        facts: { today: '2026-07-15' },
        finds: [
          {
            file: NEW_ADR,
            line: 11,
            message:
              'Unexpected review due on `2026-08-01`, expected a look at whether the decision still holds',
          },
        ],
      },
      {
        patches: [due('provisional-until: 2026-06-30')],
        facts: { today: '2026-08-02' },
        finds: [
          {
            file: NEW_ADR,
            line: 11,
            message:
              'Unexpected end of a provisional decision on `2026-06-30`, expected a decision about what follows',
          },
        ],
      },
      {
        patches: [due('adopted: planned\nadopted-on: 2026-06-30')],
        facts: { today: '2026-08-02' },
        finds: [
          {
            file: NEW_ADR,
            line: 12,
            message:
              'Unexpected adoption that was planned by `2026-06-30`, expected how far it has come',
          },
        ],
      },
    ],
    good: [
      { patches: [due('review-by: 2026-08-01')], facts: { today: '2026-05-01' } },
      {
        patches: [
          {
            change: OLD_ADR,
            from: 'superseded-by: [ADR-002]\n',
            to: 'superseded-by: [ADR-002]\nreview-by: 2026-08-01\n',
          },
        ],
        facts: { today: '2026-08-02' },
      },
      {
        patches: [due('adopted: done\nadopted-on: 2026-06-30')],
        facts: { today: '2026-08-02' },
      },
    ],
  },
  options: z.strictObject({
    days: z.int().min(0).default(30).meta({
      description: 'Days before the day on which it is first mentioned, for information.',
    }),
  }),
  check({ record, facts: { today }, options, report }) {
    if (today === undefined) return;
    for (const { kind, day, field } of duesOfAdr(record)) {
      const left = daysBetween(today, day);
      if (left > options.days) continue;
      const { found, expected, help } = WORDS[kind];
      report({
        span: field.span,
        found: found(day, left < 0),
        expected,
        help,
        ...(left >= 0 && { severity: 'info' }),
      });
    }
  },
});

interface Words {
  readonly found: (day: string, isPast: boolean) => string;
  readonly expected: string;
  readonly help: string;
}

const WORDS: Readonly<Record<DueKind, Words>> = {
  review: {
    found: (day, isPast) => `review ${isPast ? 'that was due' : 'due'} on \`${day}\``,
    expected: 'a look at whether the decision still holds',
    help: 'if it holds, write the day of the next review; otherwise change its status or supersede it',
  },
  end: {
    found: (day) => `end of a provisional decision on \`${day}\``,
    expected: 'a decision about what follows',
    help: 'supersede or deprecate it; if it stays, remove its end or write a later one',
  },
  adoption: {
    found: (day, isPast) => `adoption ${isPast ? 'that was planned' : 'planned'} by \`${day}\``,
    expected: 'how far it has come',
    help: 'say `partial`, `done` or `abandoned`, or write the day by which it will be done',
  },
};
