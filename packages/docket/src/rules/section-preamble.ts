import { defineRule } from '../engine/define.ts';
import { hasText, spanOf } from '../records/markdown.ts';
import { NEW_ADR } from './support/example-base.ts';

export default defineRule({
  id: 'section-preamble',
  kinds: ['adr', 'spec', 'provenance'],
  severity: 'error',
  summary: 'There is no text before the first heading.',
  why: 'Text outside the sections answers no question of the template, and no link can point to it.',
  examples: {
    bad: [
      {
        patches: [{ change: NEW_ADR, from: '## Context\n', to: 'This was hard.\n\n## Context\n' }],
        finds: [
          {
            file: NEW_ADR,
            line: 13,
            message: 'Unexpected text before the first heading, expected it in a section',
          },
        ],
      },
    ],
    good: [
      {
        patches: [
          { change: NEW_ADR, from: '## Context\n', to: '<!-- reviewed twice -->\n\n## Context\n' },
        ],
      },
    ],
  },
  check({ record, report }) {
    const first = record.outline.preamble.find(
      (block) => block.type !== 'html' && block.type !== 'definition' && hasText(block),
    );
    if (!first) return;
    report({
      span: spanOf(record.document, first),
      message: 'Unexpected text before the first heading, expected it in a section',
      help: 'move it below the heading it belongs to',
    });
  },
});
