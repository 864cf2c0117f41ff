import { defineRule } from '../engine/define.ts';
import { NEW_ADR } from './support/example-base.ts';
import { quote } from './support/words.ts';

export default defineRule({
  id: 'frontmatter-list-unique',
  kinds: ['adr', 'spec'],
  severity: 'error',
  summary: 'A list of the frontmatter names nothing twice.',
  why: 'A relation or tag that stands twice is mostly one of two that was not corrected after copying.',
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
    for (const [key, value] of Object.entries(record.frontmatter.data)) {
      if (!Array.isArray(value)) continue;
      value.forEach((item: unknown, index) => {
        const first = value.indexOf(item);
        if (first === index || typeof item === 'object') return;
        report({
          span: record.frontmatter.valueSpan(key, index),
          message: `Unexpected second ${quote(item)} in \`${key}\`, expected each item once`,
          help: 'delete one of the two',
          related: [
            {
              file: record.path,
              span: record.frontmatter.valueSpan(key, first),
              label: 'the first one',
            },
          ],
        });
      });
    }
  },
});
