import { defineRule } from '../engine/define.ts';
import { LAYOUT } from '../records/layout.ts';
import { NEW_ADR } from './support/example-base.ts';
import { exampleLine } from './support/values.ts';
import { quoteAll } from './support/words.ts';

export default defineRule({
  id: 'frontmatter-keys-required',
  kinds: ['adr', 'spec', 'provenance'],
  severity: 'error',
  summary: 'Every required frontmatter key is present and has a value.',
  why: 'The log, search and link previews show these facts; a missing one stays unknown, because nothing guesses it.',
  examples: {
    bad: [
      {
        patches: [
          { change: NEW_ADR, from: 'date: 2026-02-03\ndecision-makers: [Team, Agent]\n', to: '' },
        ],
        finds: [
          {
            file: NEW_ADR,
            line: 1,
            message:
              'Unexpected missing keys `date` and `decision-makers`, expected every key of a decision record',
          },
        ],
      },
      {
        patches: [{ change: NEW_ADR, from: 'tags: [sessions, redis]', to: 'tags:' }],
        finds: [
          { file: NEW_ADR, line: 8, message: 'Unexpected empty key `tags`, expected a value' },
        ],
      },
    ],
    good: [{ patches: [{ change: NEW_ADR, from: 'spec: SPEC-0001\n', to: '' }] }],
  },
  check({ record, report }) {
    if (!record.frontmatter.present) return;
    const missing = record.issues.filter(({ kind }) => kind === 'missing');
    const absent = missing.map(({ field }) => field);
    const example = (key: string) => `\`${exampleLine(record.kind, key)}\``;
    if (missing[0]) {
      report({
        span: missing[0].span,
        message: `Unexpected missing ${absent.length === 1 ? 'key' : 'keys'} ${quoteAll(absent, 'and')}, expected every key of a ${LAYOUT[record.kind].noun}`,
        help: `add, for example, ${absent.map(example).join(', ')}`,
      });
    }
    for (const { field: key, kind, span } of record.issues) {
      if (kind !== 'empty') continue;
      report({
        span,
        message: `Unexpected empty key \`${key}\`, expected a value`,
        help: `write, for example, ${example(key)}`,
      });
    }
  },
});
