import { defineRule } from '../engine/define.ts';
import { numberInTitle } from '../records/key.ts';
import { NEW_ADR } from './support/example-base.ts';

export default defineRule({
  id: 'title-number',
  kinds: ['adr', 'spec'],
  severity: 'error',
  summary: 'The number in the title is the number in the file name.',
  why: 'Otherwise two numbers claim one decision, and every citation is a guess.',
  examples: {
    bad: [
      {
        patches: [{ change: NEW_ADR, from: 'title: "ADR-002:', to: 'title: "ADR-003:' }],
        finds: [
          {
            file: NEW_ADR,
            line: 2,
            message: 'Unexpected number `003` in the title, expected `002` as in the file name',
          },
        ],
      },
    ],
    good: [
      { patches: [{ change: NEW_ADR, from: 'Sessions in Redis"', to: 'Sessions in Redis 7"' }] },
    ],
  },
  check({ record, report }) {
    const number = numberInTitle(record.fields.title.value ?? '');
    if (number === undefined || record.number === undefined || number === record.number) return;
    report({
      span: record.fields.title.span,
      message: `Unexpected number \`${number}\` in the title, expected \`${record.number}\` as in the file name`,
      help: 'correct the title, or rename the file if the title is right',
    });
  },
});
