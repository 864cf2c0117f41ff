import { defineRule } from '../engine/define.ts';
import type { Field } from '../records/field.ts';
import { NEW_ADR } from './support/example-base.ts';
import { quote } from './support/words.ts';

export default defineRule({
  id: 'frontmatter-list-unique',
  kinds: ['adr', 'spec'],
  severity: 'error',
  summary: 'A list in the frontmatter names nothing twice.',
  why: 'A relation or tag that appears twice is usually a copy that was meant to be changed.',
  examples: {
    bad: [
      {
        patches: [
          { change: NEW_ADR, from: '[sessions, redis]', to: '[sessions, redis, sessions]' },
        ],
        finds: [
          {
            file: NEW_ADR,
            line: 8,
            message: 'Unexpected second `sessions` in `tags`, expected each item once',
          },
        ],
      },
    ],
    good: [{ patches: [{ change: NEW_ADR, from: '[sessions, redis]', to: '[redis, sessions]' }] }],
  },
  check({ record, report }) {
    for (const [key, field] of Object.entries(record.fields)) {
      if (!('items' in field)) continue;
      const items: readonly Field<unknown>[] = field.items;
      items.forEach(({ written, span }, index) => {
        const first = items.find((item) => item.written === written);
        if (!first || first === items[index]) return;
        report({
          span,
          found: `second ${quote(written)} in \`${key}\``,
          expected: 'each item once',
          help: 'delete one of the two',
          related: [
            {
              file: record.path,
              span: first.span,
              label: 'the first one',
            },
          ],
        });
      });
    }
  },
});
