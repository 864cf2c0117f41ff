import { defineRule } from '../engine/define.ts';
import { NEW_ADR, SPEC } from './support/example-base.ts';

export default defineRule({
  id: 'heading-level',
  kinds: ['adr', 'spec', 'provenance'],
  severity: 'error',
  summary: 'A heading is at most one level below the heading before it.',
  why: 'If a level is skipped, tables of contents, screen readers and anyone looking for a section miss the one it belongs to.',
  examples: {
    bad: [
      {
        patches: [
          {
            change: NEW_ADR,
            from: '## Decision\n',
            to: '##### Cost of both\n\nOne server.\n\n## Decision\n',
          },
        ],
        finds: [
          {
            file: NEW_ADR,
            line: 52,
            message: 'Unexpected heading of level 5 below one of level 3, expected level 4 at most',
          },
        ],
      },
    ],
    good: [
      {
        patches: [
          {
            change: NEW_ADR,
            from: '## Decision\n',
            to: '#### Cost\n\n##### Of both\n\nOne server.\n\n## Decision\n',
          },
        ],
      },
      {
        patches: [
          {
            change: SPEC,
            from: '## Validation steps',
            to: '### Background\n\n> ###### A heading that is quoted\n\n## Validation steps',
          },
        ],
      },
    ],
  },
  check({ record, report }) {
    // Where the frontmatter has a title, the page shows it as the first heading.
    let above =
      record.fields.title.source === 'heading' || record.fields.title.written === ''
        ? undefined
        : 1;
    for (const { depth, span } of record.outline.all) {
      if (above !== undefined && depth > above + 1) {
        report({
          span,
          message: `Unexpected heading of level ${depth} below one of level ${above}, expected level ${above + 1} at most`,
          help: `write it with \`${'#'.repeat(above + 1)}\`, or add the heading of the level between`,
        });
      }
      above = depth;
    }
  },
});
