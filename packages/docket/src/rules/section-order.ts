import { defineRule } from '../engine/define.ts';
import { levelsOf } from '../records/contract.ts';
import { OLD_ADR } from './support/example-base.ts';
import { outOfOrder } from './support/sequence.ts';

export default defineRule({
  id: 'section-order',
  kinds: ['adr', 'spec', 'provenance'],
  severity: 'error',
  summary: 'The sections are in the order of the template.',
  why: 'Readers who know one record find their way around every other, and an argument only works in one direction.',
  examples: {
    bad: [
      {
        patches: [
          { change: OLD_ADR, from: '## Context\n\nOne server answers every request.\n\n', to: '' },
          {
            change: OLD_ADR,
            from: '## Options Considered\n',
            to: '## Context\n\nOne server answers every request.\n\n## Options Considered\n',
          },
        ],
        finds: [
          {
            file: OLD_ADR,
            line: 16,
            message:
              'Unexpected section `Context` after `Decision Drivers`, expected it before `Decision Drivers`',
          },
        ],
      },
    ],
    good: [
      {
        patches: [
          { change: OLD_ADR, from: '## Decision\n\n', to: '## Decision\n\n### In short\n\n' },
        ],
      },
    ],
  },
  check({ record, corpus, report }) {
    const contract = corpus.templates[record.kind];
    if (!contract) return;
    for (const { contracts, matches } of levelsOf(record.outline, contract)) {
      const first = matches.filter(
        (match, index) => matches.findIndex((other) => other.contract === match.contract) === index,
      );
      const moved = outOfOrder(first, (match) => contracts.indexOf(match.contract));
      for (const match of moved) {
        const rank = contracts.indexOf(match.contract);
        const settled = first.filter((other) => !moved.includes(other));
        const next = settled.find((other) => contracts.indexOf(other.contract) > rank);
        const previous = settled.findLast((other) => contracts.indexOf(other.contract) < rank);
        const above = first[first.indexOf(match) - 1];
        const found = above ? `after \`${above.section.title}\`` : 'at the top';
        const place = next
          ? `before \`${next.section.title}\``
          : `after \`${previous?.section.title ?? ''}\``;
        report({
          span: match.section.span,
          message: `Unexpected section \`${match.section.title}\` ${found}, expected it ${place}`,
          help: `move the section ${place}, as in \`${contract.path}\``,
        });
      }
    }
  },
});
