import { defineRule } from '../engine/define.ts';
import { EVERY_FORMAT } from '../records/formats/format.ts';
import { OLD_ADR } from './support/example-base.ts';

export default defineRule({
  id: 'number-reserved',
  kinds: ['adr'],
  formats: EVERY_FORMAT,
  severity: 'error',
  summary: 'No decision has the number 000.',
  why: 'Zero means "not yet numbered" in drafts and templates, so no decision may be called that.',
  examples: {
    bad: [
      {
        patches: [
          { rename: OLD_ADR, to: 'docs/adr/adr-000-keep-sessions-in-memory.md' },
          {
            change: 'docs/adr/adr-000-keep-sessions-in-memory.md',
            from: '"ADR-001:',
            to: '"ADR-000:',
          },
          {
            change: 'docs/adr/adr-002-keep-sessions-in-redis.md',
            from: 'supersedes: [ADR-001]',
            to: 'supersedes: [ADR-000]',
          },
          {
            change: 'docs/adr/adr-002-keep-sessions-in-redis.md',
            from: '[ADR-001](adr-001',
            to: '[ADR-000](adr-000',
          },
        ],
        finds: [
          {
            file: 'docs/adr/adr-000-keep-sessions-in-memory.md',
            line: 2,
            message: 'Unexpected number `000`, expected `001` or higher',
          },
        ],
      },
    ],
    good: [{ patches: [{ change: OLD_ADR, from: 'One server answers', to: 'A server answers' }] }],
  },
  check({ record, report }) {
    if (record.number === undefined || Number(record.number) !== 0) return;
    report({
      span: record.fields.title.span,
      found: `number \`${record.number}\``,
      expected: '`001` or higher',
      help: 'give it the next free number, in the file name and the title',
    });
  },
});
