import { defineRule } from '../engine/define.ts';
import { awaiting, ratificationState } from '../records/ratification.ts';
import { NEW_ADR } from './support/example-base.ts';

const asks = (...require: readonly string[]) => ({
  add: 'docket.config.json',
  text: `${JSON.stringify({ ratification: { require } })}\n`,
});
const review = { change: NEW_ADR, from: 'console | Yes |', to: 'console | Review |' } as const;
const START = { subject: 'Start', day: '2026-02-03' };

export default defineRule({
  id: 'ratification-missing',
  kinds: ['adr'],
  scope: 'log',
  security: true,
  severity: 'error',
  recommended: 'error',
  summary: 'An accepted decision has the word of a person where the default branch asks for it.',
  why: 'Where agents write decisions and give them a status, only a signature shows that a person has accepted the text.',
  examples: {
    bad: [
      {
        patches: [asks('agent-records')],
        facts: { commits: [{ ...START, patches: [asks('agent-records')] }] },
        finds: [
          {
            file: NEW_ADR,
            line: 4,
            message:
              'Unexpected accepted decision that nobody has ratified, expected the signature of a person under its text',
          },
        ],
      },
    ],
    good: [
      {
        patches: [asks('agent-decisions'), review],
        facts: { commits: [{ ...START, patches: [asks('agent-decisions'), review] }] },
      },
    ],
  },
  check({ record, facts, report }) {
    const { ratifications } = facts;
    if (!ratifications || ratificationState(record, ratifications) !== 'unratified') return;
    for (const { part, states, record: name } of awaiting(record, ratifications)) {
      const row = record.body.agentDecisions.find(({ decision }) => decision === states);
      report({
        span:
          part === undefined ? record.fields.status.span : (row?.span ?? record.fields.status.span),
        found:
          part === undefined
            ? 'accepted decision that nobody has ratified'
            : `decision of an agent that is called acceptable and that nobody has ratified, \`${part}\``,
        expected: 'the signature of a person under its text',
        help: `have a person read it and run \`docket ratify ${name}${part === undefined ? '' : ` ${part}`}\``,
      });
    }
  },
});
