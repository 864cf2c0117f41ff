import { defineRule } from '../engine/define.ts';
import { NEW_ADR } from './support/example-base.ts';

export default defineRule({
  id: 'title-in-body',
  kinds: ['adr', 'spec'],
  severity: 'error',
  summary: 'The title is only in the frontmatter.',
  why: 'The page shows the title from the frontmatter; a second one in the body duplicates it and drifts away from it.',
  examples: {
    bad: [
      {
        patches: [
          {
            change: NEW_ADR,
            from: '## Context\n',
            to: '# ADR-002: Keep Sessions in Redis\n\n## Context\n',
          },
        ],
        finds: [
          {
            file: NEW_ADR,
            line: 13,
            message:
              'Unexpected top-level heading `ADR-002: Keep Sessions in Redis`, expected the title in the frontmatter only',
          },
        ],
      },
    ],
    good: [
      {
        patches: [
          {
            change: NEW_ADR,
            from: 'Sticky routing',
            to: '```sh\n# restart\n```\n\nSticky routing',
          },
        ],
      },
    ],
  },
  check({ record, report }) {
    for (const section of record.outline.all) {
      if (section.depth !== 1) continue;
      // Where it is the only title there is, the frontmatter lacks one, as another rule says.
      const { value, source } = record.fields.title;
      if (value !== undefined && source !== 'yaml') continue;
      report({
        span: section.span,
        found: `top-level heading \`${section.title}\``,
        expected: 'the title in the frontmatter only',
        help: 'delete the line, or make it `##` if it is a section',
      });
    }
  },
});
