import { defineRule } from '../engine/define.ts';
import { EVERY_FORMAT } from '../records/formats/format.ts';
import { NEW_ADR } from './support/example-base.ts';

export default defineRule({
  id: 'relation-self',
  kinds: ['adr'],
  scope: 'log',
  formats: EVERY_FORMAT,
  severity: 'error',
  summary: 'A decision has no relation to itself.',
  why: 'It is always a typo in the number, so the intended relation is missing.',
  examples: {
    bad: [
      {
        patches: [
          {
            change: NEW_ADR,
            from: 'spec: SPEC-0001',
            to: 'depends-on: [ADR-002]\nspec: SPEC-0001',
          },
        ],
        finds: [
          {
            file: NEW_ADR,
            line: 10,
            message: 'Unexpected `ADR-002` in its own `depends-on`, expected another record',
          },
        ],
      },
    ],
    good: [
      {
        patches: [
          {
            change: NEW_ADR,
            from: 'spec: SPEC-0001',
            to: 'depends-on: [ADR-001]\nspec: SPEC-0001',
          },
        ],
      },
    ],
  },
  check({ record, corpus, report }) {
    for (const relation of corpus.relationsFrom(record)) {
      const { type, toId } = relation;
      if (toId !== record.id && relation.to !== record) continue;
      report({
        span: relation.span,
        found: `\`${toId}\` in its own \`${type}\``,
        expected: 'another record',
        help: 'name the record that was meant, or remove the id',
      });
    }
  },
});
