import { defineRule } from '../engine/define.ts';
import { orderKeys } from '../records/authoring/key-order.ts';
import { SCHEMAS } from '../records/schema.ts';
import { fixBy } from './support/edits.ts';
import { NEW_ADR } from './support/example-base.ts';
import { outOfOrder } from './support/sequence.ts';

export default defineRule({
  id: 'frontmatter-key-order',
  kinds: ['adr', 'spec', 'provenance'],
  severity: 'warning',
  summary: 'The frontmatter keys are in the order of the reference.',
  why: 'Records that all look alike at the top can be compared at a glance, and their diffs stay small.',
  examples: {
    bad: [
      {
        patches: [
          {
            change: NEW_ADR,
            from: 'status: Accepted\ndate: 2026-02-03\n',
            to: 'date: 2026-02-03\n',
          },
          { change: NEW_ADR, from: 'spec: SPEC-0001\n', to: 'spec: SPEC-0001\nstatus: Accepted\n' },
        ],
        finds: [
          {
            file: NEW_ADR,
            line: 10,
            message: 'Unexpected key `status` after `spec`, expected it after `description`',
          },
        ],
        fixed: { file: NEW_ADR, text: 'status: Accepted\ndate: 2026-02-03\n' },
      },
    ],
    good: [
      {
        patches: [
          {
            change: NEW_ADR,
            from: 'supersedes: [ADR-001]\n',
            to: 'supersedes: [ADR-001]\namends: []\n',
          },
        ],
      },
    ],
  },
  check({ record, report }) {
    const order = Object.keys(SCHEMAS[record.kind].shape);
    const written = record.frontmatter.keys;
    const keys = written.filter(({ name }) => order.includes(name));
    const moved = outOfOrder(keys, ({ name }) => order.indexOf(name));
    const fix =
      moved.length > 0 ? fixBy(record.document, () => orderKeys(record, order)) : undefined;
    for (const item of moved) {
      const key = item.name;
      const before = order
        .slice(0, order.indexOf(key))
        .findLast((other) => keys.some(({ name }) => name === other));
      const above = written[written.indexOf(item) - 1]?.name;
      const found = above === undefined ? 'at the top' : `after \`${above}\``;
      const place = before === undefined ? 'at the top' : `after \`${before}\``;
      report({
        span: item.span,
        message: `Unexpected key \`${key}\` ${found}, expected it ${place}`,
        help: `move \`${key}\` ${place}`,
        ...(fix ? { fix } : {}),
      });
    }
  },
});
