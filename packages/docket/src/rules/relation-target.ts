import { defineRule } from '../engine/define.ts';
import { EVERY_FORMAT } from '../records/formats/format.ts';
import { readIdInLog } from '../records/key.ts';
import { nameFrom } from '../records/logs.ts';
import { nearest } from '../records/nearest.ts';
import type { AdrRecord } from '../records/record.ts';
import { NEW_ADR } from './support/example-base.ts';

export default defineRule({
  id: 'relation-target',
  kinds: ['adr'],
  scope: 'log',
  formats: EVERY_FORMAT,
  severity: 'error',
  summary: 'A relation names a decision that exists.',
  why: 'Relations are the map of the log; one that leads nowhere hides what the decision really depends on.',
  examples: {
    bad: [
      {
        patches: [
          {
            change: NEW_ADR,
            from: 'spec: SPEC-0001',
            to: 'depends-on: [ADR-011]\nspec: SPEC-0001',
          },
        ],
        finds: [
          {
            file: NEW_ADR,
            line: 10,
            message: 'Unexpected `ADR-011` in `depends-on`, expected a decision record that exists',
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
    for (const { type, toId, to, span } of corpus.relationsFrom(record)) {
      if (to || corpus.surroundings.unread?.has(toId)) continue;
      const { id } = readIdInLog(toId);
      const others = corpus.adrs.filter((adr) => adr !== record);
      const nameOf = (adr: AdrRecord) => nameFrom(record, adr, corpus.layout);
      const elsewhere = others.find((adr) => adr.id === id);
      const meant = elsewhere ? nameOf(elsewhere) : nearest(toId, others.map(nameOf));
      report({
        span,
        found: `\`${toId}\` in \`${type}\``,
        expected: 'a decision record that exists',
        help: `${meant ? `did you mean \`${meant}\`? Otherwise` : ''} add the record, or remove the id`.trim(),
      });
    }
  },
});
