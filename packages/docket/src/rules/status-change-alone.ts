import { defineRule } from '../engine/define.ts';
import { NEW_ADR } from './support/example-base.ts';
import { adrRevisions, authorOf, bodyWords } from './support/revisions.ts';

const propose = { change: NEW_ADR, from: 'status: Accepted', to: 'status: Proposed' } as const;
const accept = { change: NEW_ADR, from: 'status: Proposed', to: 'status: Accepted' } as const;
const reword = { change: NEW_ADR, from: 'Sticky routing', to: 'Routing by cookie' } as const;
const START = { subject: 'Start', day: '2026-02-03', patches: [propose] };

export default defineRule({
  id: 'status-change-alone',
  kinds: ['adr'],
  scope: 'log',
  severity: 'warning',
  summary: 'A change of status is a commit of its own.',
  why: 'Accepting a decision means accepting a text that was there to read; nobody has agreed to words that change in the same commit.',
  examples: {
    bad: [
      {
        patches: [reword],
        facts: {
          commits: [
            START,
            { subject: 'Accept sessions', day: '2026-02-05', patches: [accept, reword] },
          ],
        },
        finds: [
          {
            file: NEW_ADR,
            line: 4,
            message:
              'Unexpected change of the text with the status in commit 0000000 "Accept sessions", expected the status alone',
          },
        ],
      },
    ],
    good: [
      {
        patches: [reword],
        facts: {
          commits: [
            START,
            { subject: 'Reword', day: '2026-02-04', patches: [reword] },
            { subject: 'Accept sessions', day: '2026-02-05', patches: [accept] },
          ],
        },
      },
    ],
  },
  check({ record, facts, report }) {
    for (const revision of adrRevisions(facts.base, record)) {
      const { before, after } = revision;
      const [from, to] = [before.fields.status.value, after.fields.status.value];
      if (from === undefined || to === undefined || from === to) continue;
      if (bodyWords(before) === bodyWords(after) && before.title === after.title) continue;
      report({
        span: record.fields.status.span,
        message: `Unexpected change of the text with the status in ${authorOf(revision)}, expected the status alone`,
        help: 'change the text in an earlier commit, and the status in its own commit',
      });
    }
  },
});
