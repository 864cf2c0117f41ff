import { defineRule } from '../engine/define.ts';
import { titleName, withoutLikelyName } from '../records/key.ts';
import type { RecordKind } from '../records/layout.ts';
import { NEW_ADR, SPEC } from './support/example-base.ts';
import { invalidValues } from './support/values.ts';
import { quote } from './support/words.ts';

const SHAPE: Readonly<Record<Exclude<RecordKind, 'provenance'>, string>> = {
  adr: 'ADR-NNN: Short title',
  spec: 'Spec NNNN: What it orders',
};

export default defineRule({
  id: 'title-form',
  kinds: ['adr', 'spec'],
  severity: 'error',
  summary: 'The title starts with the id of the record and a colon, then says what it is about.',
  why: 'People cite a record by its title; with the number in it, every link says which one is meant.',
  examples: {
    bad: [
      {
        patches: [
          {
            change: NEW_ADR,
            from: '"ADR-002: Keep Sessions in Redis"',
            to: 'Keep Sessions in Redis',
          },
        ],
        finds: [
          {
            file: NEW_ADR,
            line: 2,
            message: 'Unexpected title `Keep Sessions in Redis`, expected `ADR-NNN: Short title`',
          },
        ],
      },
      {
        patches: [{ change: SPEC, from: '"Spec 0001: Write', to: '"SPEC-0001 Write' }],
        finds: [
          {
            file: SPEC,
            line: 2,
            message:
              'Unexpected title `SPEC-0001 Write ADR-002`, expected `Spec NNNN: What it orders`',
          },
        ],
      },
    ],
    good: [{ patches: [{ change: NEW_ADR, from: 'Sessions in Redis"', to: 'Sessions: Redis"' }] }],
  },
  check({ record, corpus, report }) {
    for (const { value, span } of invalidValues(record, corpus, (key) => key === 'title')) {
      const number = record.number ?? (record.kind === 'adr' ? 'NNN' : 'NNNN');
      const start = titleName(record.kind, number);
      const subject = typeof value === 'string' ? withoutLikelyName(value) : '';
      report({
        span,
        message: `Unexpected title ${quote(value)}, expected \`${SHAPE[record.kind]}\``,
        help: `write \`title: "${start}: ${subject || '…'}"\``,
      });
    }
  },
});
