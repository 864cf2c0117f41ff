import { defineRule } from '../engine/define.ts';
import { boundsInWords, lengthOf } from '../records/lengths.ts';
import { DESCRIPTION_LENGTH } from '../records/schema.ts';
import { NEW_ADR } from './support/example-base.ts';
import { invalidValues } from './support/values.ts';
import { quote } from './support/words.ts';

export default defineRule({
  id: 'description-length',
  kinds: ['adr', 'spec', 'provenance'],
  severity: 'error',
  summary: 'The description is one sentence of 50 to 200 characters.',
  why: 'It appears in the log, in search results and in link previews: too short says nothing, too long is cut off.',
  examples: {
    bad: [
      {
        patches: [
          {
            change: NEW_ADR,
            from: '"Sessions live in one Redis instance that both web servers share."',
            to: 'Redis.',
          },
        ],
        finds: [
          {
            file: NEW_ADR,
            line: 3,
            message: 'Unexpected description of 6 characters, expected 50 to 200',
          },
        ],
      },
    ],
    good: [
      {
        patches: [
          {
            change: NEW_ADR,
            from: 'that both web servers share."',
            to: 'behind the load balancer."',
          },
        ],
      },
    ],
  },
  check({ record, corpus, report }) {
    const expected = `expected ${boundsInWords(DESCRIPTION_LENGTH)}`;
    for (const { value, span } of invalidValues(record, corpus, (key) => key === 'description')) {
      const isText = typeof value === 'string';
      report({
        span,
        message: isText
          ? `Unexpected description of ${lengthOf(value)} characters, ${expected}`
          : `Unexpected ${quote(value)} as description, ${expected} characters`,
        help: 'say in one sentence what was decided, not what the record is about',
      });
    }
  },
});
