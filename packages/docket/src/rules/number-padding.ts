import { z } from 'zod';
import { defineRule } from '../engine/define.ts';
import { EVERY_FORMAT } from '../records/formats/format.ts';
import { NEW_ADR, PROVENANCE, SPEC } from './support/example-base.ts';

export default defineRule({
  id: 'number-padding',
  kinds: ['adr', 'spec', 'provenance'],
  formats: EVERY_FORMAT,
  severity: 'error',
  summary: 'A number has as many digits as all the others of its kind.',
  why: '`0002` and `002` are two names for one decision: a search for one misses the other, and files sort out of order.',
  examples: {
    bad: [
      {
        patches: [
          { rename: NEW_ADR, to: 'docs/adr/adr-0002-keep-sessions-in-redis.md' },
          {
            change: 'docs/adr/adr-0002-keep-sessions-in-redis.md',
            from: '"ADR-002: ',
            to: '"ADR-0002: ',
          },
          {
            change: 'docs/adr/adr-001-keep-sessions-in-memory.md',
            from: '[ADR-002]',
            to: '[ADR-0002]',
          },
          { change: SPEC, from: 'Write ADR-002', to: 'Write ADR-0002' },
          {
            change: PROVENANCE,
            from: '`docs/adr/adr-002-keep',
            to: '`docs/adr/adr-0002-keep',
          },
        ],
        finds: [
          {
            file: 'docs/adr/adr-0002-keep-sessions-in-redis.md',
            line: 2,
            message: 'Unexpected number `0002` with 4 digits, expected `002`',
          },
        ],
      },
    ],
    good: [
      {
        patches: [{ change: NEW_ADR, from: 'Sessions in Redis"', to: 'Sessions in Redis 0007"' }],
      },
    ],
  },
  options: z.strictObject({
    adr: z.int().min(1).default(3).meta({ description: 'Digits in the number of a decision.' }),
    spec: z
      .int()
      .min(1)
      .default(4)
      .meta({ description: 'Digits in the number of a specification.' }),
  }),
  check({ record, options, report }) {
    const { number } = record;
    if (number === undefined) return;
    const digits = record.kind === 'adr' ? options.adr : options.spec;
    const [, value = '', letter = ''] = /^0*(\d+?)([a-z]?)$/.exec(number) ?? [];
    const wanted = value.padStart(digits, '0') + letter;
    if (number === wanted) return;
    report({
      span: record.fields.title.span,
      found: `number \`${number}\` with ${number.replace(/\D/g, '').length} digits`,
      expected: `\`${wanted}\``,
      help: `write \`${wanted}\` in the file name, the title and every citation`,
    });
  },
});
