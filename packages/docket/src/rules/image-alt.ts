import { defineRule } from '../engine/define.ts';
import { NEW_ADR } from './support/example-base.ts';

export default defineRule({
  id: 'image-alt',
  kinds: ['adr', 'spec', 'provenance'],
  severity: 'warning',
  summary: 'An image has alternative text.',
  why: 'Anyone who cannot see the image, or reads the record in a terminal, gets that text or nothing.',
  examples: {
    bad: [
      {
        patches: [{ change: NEW_ADR, from: '[Redis documentation](', to: '![](' }],
        finds: [
          {
            file: NEW_ADR,
            line: 80,
            message: 'Unexpected image without alternative text, expected what it shows',
          },
        ],
      },
    ],
    good: [
      {
        patches: [
          { change: NEW_ADR, from: '[Redis documentation](', to: '![Memory use over a week](' },
        ],
      },
    ],
  },
  check({ record, report }) {
    for (const { text, image, span } of record.links) {
      if (!image || text?.trim() !== '') continue;
      report({
        span,
        message: 'Unexpected image without alternative text, expected what it shows',
        help: 'write it between the square brackets, for example `![Memory use over a week](…)`',
      });
    }
  },
});
