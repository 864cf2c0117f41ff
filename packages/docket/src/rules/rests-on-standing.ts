import { defineRule } from '../engine/define.ts';
import { isInForce, STATUS_TABLE } from '../records/status.ts';
import { NEW_ADR, OLD_ADR } from './support/example-base.ts';
import { linesNaming, saysStanding, successorsOf } from './support/standing.ts';

const RESTS = new Set(['depends-on', 'refines', 'amends']);

export default defineRule({
  id: 'rests-on-standing',
  kinds: ['adr'],
  scope: 'log',
  severity: 'warning',
  summary: 'An accepted decision rests on decisions that are in force, or says that they are not.',
  why: 'Anyone who follows a decision also follows what it builds on; if that was rejected or replaced, its basis is gone and nobody was told.',
  examples: {
    bad: [
      {
        patches: [
          { change: NEW_ADR, from: 'supersedes: [ADR-001]', to: 'depends-on: [ADR-001]' },
          { change: OLD_ADR, from: 'status: Superseded', to: 'status: Rejected' },
          { change: OLD_ADR, from: 'superseded-by: [ADR-002]\n', to: '' },
        ],
        finds: [
          {
            file: NEW_ADR,
            line: 9,
            message:
              'Unexpected `ADR-001` in `depends-on`, which is Rejected, expected a decision that stands',
          },
        ],
      },
    ],
    good: [
      {
        patches: [
          { change: NEW_ADR, from: 'supersedes: [ADR-001]', to: 'depends-on: [ADR-001]' },
          {
            change: NEW_ADR,
            from: 'fits one server; there are two now.',
            to: 'was turned down for one server; there are two now.',
          },
          { change: OLD_ADR, from: 'status: Superseded', to: 'status: Rejected' },
          { change: OLD_ADR, from: 'superseded-by: [ADR-002]\n', to: '' },
        ],
      },
    ],
  },
  check({ record, corpus, report }) {
    if (record.fields.status.value !== 'Accepted') return;
    const relations = corpus.relationsFrom(record);
    for (const { type, to, span } of relations) {
      const status = to?.fields.status.value;
      if (!to || status === undefined || isInForce(status) || !RESTS.has(type)) continue;
      // A decision of its own time: it rested on what stood then, and what replaced that came later.
      const successors = successorsOf(corpus, to);
      const own = record.fields.date.value;
      const isLater = successors.some(
        ({ fields: { date } }) => own !== undefined && date.value !== undefined && date.value > own,
      );
      const knows =
        successors.includes(record) ||
        relations.some((other) => other.to !== undefined && successors.includes(other.to));
      if (isLater || knows || linesNaming(record, to.id).some(saysStanding)) continue;
      report({
        span,
        message: `Unexpected \`${to.id}\` in \`${type}\`, which is ${status}, expected a decision that stands`,
        help: successors[0]
          ? `rest on \`${successors[0].id}\`, or say in the text that \`${to.id}\` has been replaced`
          : `say in the text what it means that \`${to.id}\` is ${status}, or remove the relation`,
        related: [
          {
            file: to.path,
            span: to.fields.status.span,
            label: `${status}: ${STATUS_TABLE[status].meaning.replace(/\.$/, '').toLowerCase()}`,
          },
        ],
      });
    }
  },
});
