import { defineRule } from '../engine/define.ts';
import { EVERY_FORMAT } from '../records/formats/format.ts';
import { STATUS_TABLE } from '../records/status.ts';
import { NEW_ADR } from './support/example-base.ts';
import { adrRevisions, authorOf } from './support/revisions.ts';
import { quoteAll } from './support/words.ts';

const reject = { change: NEW_ADR, from: 'status: Accepted', to: 'status: Rejected' } as const;
const propose = { change: NEW_ADR, from: 'status: Accepted', to: 'status: Proposed' } as const;
const accept = { change: NEW_ADR, from: 'status: Proposed', to: 'status: Accepted' } as const;

export default defineRule({
  id: 'status-transition',
  kinds: ['adr'],
  scope: 'log',
  formats: EVERY_FORMAT,
  severity: 'error',
  summary: 'A status changes only to one that may follow it.',
  why: 'If an accepted decision is rejected or proposed again, nothing replaces it: those who built on it are not told, and the log is wrong about what held when.',
  examples: {
    bad: [
      {
        patches: [reject],
        facts: {
          commits: [
            { subject: 'Start', day: '2026-02-03', patches: [] },
            { subject: 'Reject sessions', day: '2026-02-05', patches: [reject] },
          ],
        },
        finds: [
          {
            file: NEW_ADR,
            line: 4,
            message:
              'Unexpected change of status from `Accepted` to `Rejected` in commit 0000000 "Reject sessions", expected `Deprecated` or `Superseded`',
          },
        ],
      },
    ],
    good: [
      {
        patches: [],
        facts: {
          commits: [
            { subject: 'Start', day: '2026-02-03', patches: [propose] },
            { subject: 'Accept sessions', day: '2026-02-05', patches: [accept] },
          ],
        },
      },
    ],
  },
  check({ record, facts, report }) {
    for (const revision of adrRevisions(facts.base, record)) {
      const from = revision.before.fields.status.value;
      const to = revision.after.fields.status.value;
      if (from === undefined || to === undefined || from === to) continue;
      const next: readonly string[] = STATUS_TABLE[from].next;
      if (next.includes(to)) continue;
      const expected = next.length === 0 ? 'it to stay' : quoteAll(next, 'or');
      report({
        span: record.fields.status.span,
        found: `change of status from \`${from}\` to \`${to}\` in ${authorOf(revision)}`,
        expected: `${expected}`,
        help: 'write a new record that supersedes this one, and restore the status here',
      });
    }
  },
});
