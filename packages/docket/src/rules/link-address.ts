import { defineRule } from '../engine/define.ts';
import { NEW_ADR } from './support/example-base.ts';

export default defineRule({
  id: 'link-address',
  kinds: ['adr', 'spec', 'provenance'],
  severity: 'error',
  summary: 'A link or image has an address that can be read.',
  why: 'A link without an address looks like any other until someone clicks it.',
  examples: {
    bad: [
      {
        patches: [{ change: NEW_ADR, from: '(https://redis.io/docs/)', to: '()' }],
        finds: [
          { file: NEW_ADR, line: 80, message: 'Unexpected link without an address, expected one' },
        ],
      },
      {
        patches: [{ change: NEW_ADR, from: '(https://redis.io/docs/)', to: '(100%.md)' }],
        finds: [
          {
            file: NEW_ADR,
            line: 80,
            message:
              'Unexpected address `100%.md`, expected `%` only before two hexadecimal digits',
          },
        ],
      },
    ],
    good: [
      {
        patches: [
          { change: NEW_ADR, from: '(https://redis.io/docs/)', to: '(template.md?plain=1)' },
        ],
      },
    ],
  },
  check({ record, report }) {
    for (const { target, url, urlSpan } of record.links) {
      if (target.kind !== 'invalid') continue;
      report(
        url === ''
          ? {
              span: urlSpan,
              message: 'Unexpected link without an address, expected one',
              help: 'write the address in the round brackets, or delete the link',
            }
          : {
              span: urlSpan,
              message: `Unexpected address \`${url}\`, expected \`%\` only before two hexadecimal digits`,
              help: 'write `%25` for a percent sign and `%20` for a space',
            },
      );
    }
  },
});
