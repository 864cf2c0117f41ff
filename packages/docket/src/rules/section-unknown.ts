import { defineRule } from '../engine/define.ts';
import { levelsOf } from '../records/contract.ts';
import { OLD_ADR, SPEC } from './support/example-base.ts';

export default defineRule({
  id: 'section-unknown',
  kinds: ['adr', 'spec', 'provenance'],
  severity: 'error',
  summary:
    'Top-level sections are those of the template; others go where the template leaves room for them.',
  why: 'Nobody looks for a section that only one record has, and it hides what belongs under a known heading.',
  examples: {
    bad: [
      {
        patches: [
          {
            change: OLD_ADR,
            from: '## References\n',
            to: '## Open Points\n\nNone.\n\n## References\n',
          },
        ],
        finds: [
          {
            file: OLD_ADR,
            line: 66,
            message: 'Unexpected section `Open Points`, expected only sections of the template',
          },
        ],
      },
      {
        patches: [
          {
            change: SPEC,
            from: '2. Both options have pros and cons.\n',
            to: '2. Both options have pros and cons.\n\n## Notes\n\nNone.\n',
          },
        ],
        finds: [
          {
            file: SPEC,
            line: 25,
            message: 'Unexpected section `Notes`, expected it before `Validation steps`',
          },
        ],
      },
    ],
    good: [
      {
        patches: [
          {
            change: SPEC,
            from: '## Validation steps',
            to: '## Background\n\nTwo servers.\n\n## Validation steps',
          },
        ],
      },
      {
        patches: [
          {
            change: OLD_ADR,
            from: '## References',
            to: '### Open points\n\nNone.\n\n## References',
          },
        ],
      },
    ],
  },
  check({ record, corpus, report }) {
    const contract = corpus.templates[record.kind];
    const top = contract && levelsOf(record.outline, contract)[0];
    if (!top) return;
    const { freeBefore, sections, path } = contract;
    const bound = freeBefore === undefined ? undefined : new Set(sections.slice(freeBefore));
    const end = bound && top.matches.find((match) => bound.has(match.contract))?.section;
    const known = new Set(sections.map((section) => section.title.toLowerCase()));
    for (const section of top.others) {
      const isFree = bound && (!end || section.span.start.offset < end.span.start.offset);
      if (isFree || known.has(section.title.toLowerCase())) continue;
      report({
        span: section.span,
        message: end
          ? `Unexpected section \`${section.title}\`, expected it before \`${end.title}\``
          : `Unexpected section \`${section.title}\`, expected only sections of the template`,
        help: end
          ? `move it above \`${end.title}\``
          : `make it a sub-section of one of the sections in \`${path}\``,
      });
    }
  },
});
