import { defineRule } from '../engine/define.ts';
import { hasContent } from '../records/sections.ts';
import { NEW_ADR, OLD_ADR } from './support/example-base.ts';

export default defineRule({
  id: 'section-empty',
  kinds: ['adr', 'spec', 'provenance'],
  severity: 'error',
  summary: 'Every section says something.',
  why: 'A heading with nothing below it promises an answer; the reader cannot tell whether it was forgotten.',
  examples: {
    bad: [
      {
        patches: [
          {
            change: OLD_ADR,
            from: '### Negative\n\n- One server only.\n',
            to: '### Negative\n\n<!-- later -->\n',
          },
        ],
        finds: [
          {
            file: OLD_ADR,
            line: 52,
            message: 'Unexpected empty section `Negative`, expected text',
          },
        ],
      },
    ],
    good: [
      {
        patches: [
          {
            change: NEW_ADR,
            from: 'Sticky routing fails when a server restarts.',
            to: '```text\nsticky\n```',
          },
        ],
      },
    ],
  },
  check({ record, report }) {
    for (const section of record.outline.all) {
      if (hasContent(section)) continue;
      report({
        span: section.span,
        message: `Unexpected empty section \`${section.title}\`, expected text`,
        help: 'fill it in; if there is nothing to say, say so in a sentence',
      });
    }
  },
});
