import { defineRule } from '../engine/define.ts';
import type { Corpus, Relation } from '../records/corpus.ts';
import { EVERY_FORMAT } from '../records/formats/format.ts';
import { perObject } from '../records/memo.ts';
import type { AdrRecord } from '../records/record.ts';
import { shownName } from '../records/shown-name.ts';
import { findCycles } from './support/cycles.ts';
import { NEW_ADR, OLD_ADR } from './support/example-base.ts';

const JUDGED = ['supersedes', 'depends-on'] as const;

/** The relations of each cycle, by the record that the finding stands in. */
const cyclesOf = perObject((corpus: Corpus) => {
  const byRecord = new Map<AdrRecord, Relation[][]>();
  for (const type of JUDGED) {
    const stated = (adr: AdrRecord) =>
      corpus.relationsFrom(adr).filter((relation) => relation.type === type);
    const targets = (adr: AdrRecord) => stated(adr).flatMap(({ to }) => (to ? [to] : []));
    const stating = corpus.adrs.filter((adr) =>
      corpus.relationsFrom(adr).some((relation) => relation.type === type),
    );
    for (const cycle of findCycles(stating, targets)) {
      const steps = cycle.flatMap((adr, index) => {
        const to = cycle[(index + 1) % cycle.length];
        return stated(adr)
          .filter((relation) => relation.to === to)
          .slice(0, 1);
      });
      const [owner] = cycle;
      if (owner) byRecord.set(owner, [...(byRecord.get(owner) ?? []), steps]);
    }
  }
  return byRecord;
});

export default defineRule({
  id: 'relation-cycle',
  kinds: ['adr'],
  scope: 'log',
  formats: EVERY_FORMAT,
  severity: 'error',
  recommended: 'warning',
  summary: 'No chain of `supersedes` or `depends-on` leads back to its start.',
  why: 'In a circle nothing comes first: no reader can tell which decision holds, or which must come before the other.',
  examples: {
    bad: [
      {
        patches: [
          {
            change: NEW_ADR,
            from: 'spec: SPEC-0001',
            to: 'depends-on: [ADR-001]\nspec: SPEC-0001',
          },
          {
            change: OLD_ADR,
            from: 'superseded-by: [ADR-002]',
            to: 'superseded-by: [ADR-002]\ndepends-on: [ADR-002]',
          },
        ],
        finds: [
          {
            file: OLD_ADR,
            line: 10,
            message:
              'Unexpected circle `ADR-001` → `ADR-002` → `ADR-001` in `depends-on`, expected a chain with an end',
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
          {
            change: OLD_ADR,
            from: 'superseded-by: [ADR-002]',
            to: 'superseded-by: [ADR-002]\nrelated: [ADR-002]',
          },
        ],
      },
    ],
  },
  check({ record, corpus, report }) {
    for (const [first, ...others] of cyclesOf(corpus).get(record) ?? []) {
      if (!first) continue;
      const ids = [first, ...others].map((relation) => shownName(relation.from));
      report({
        span: first.span,
        found: `circle ${[...ids, shownName(record)].map((id) => `\`${id}\``).join(' → ')} in \`${first.type}\``,
        expected: 'a chain with an end',
        help: 'remove the relation that is not true; to merely point to a record, use `related`',
        related: others.map((relation) => ({
          file: relation.from.path,
          span: relation.span,
          label: `\`${shownName(relation.from)}\` leads to \`${relation.to ? shownName(relation.to) : relation.toId}\``,
        })),
      });
    }
  },
});
