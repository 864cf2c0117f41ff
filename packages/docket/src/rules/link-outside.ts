import { defineRule } from '../engine/define.ts';
import { NEW_ADR } from './support/example-base.ts';

export default defineRule({
  id: 'link-outside',
  kinds: ['adr', 'spec', 'provenance'],
  severity: 'error',
  summary: 'A relative link stays inside the repository.',
  why: 'A link that leaves the repository works on one machine and nowhere else.',
  examples: {
    bad: [
      {
        patches: [
          { change: NEW_ADR, from: '(https://redis.io/docs/)', to: '(../../../redis/README.md)' },
        ],
        finds: [
          {
            file: NEW_ADR,
            line: 80,
            message:
              'Unexpected link to `../../../redis/README.md` outside the repository, expected one inside it',
          },
        ],
      },
    ],
    good: [
      {
        patches: [
          { change: NEW_ADR, from: '(https://redis.io/docs/)', to: '(../../docs/adr/template.md)' },
        ],
      },
    ],
  },
  check({ record, report }) {
    for (const { target, url, urlSpan } of record.links) {
      if (target.kind !== 'outside') continue;
      report({
        span: urlSpan,
        message: `Unexpected link to \`${url}\` outside the repository, expected one inside it`,
        help: 'link to the published address of that file, with `https://`',
      });
    }
  },
});
