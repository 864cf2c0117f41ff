import { defineRule } from '../engine/define.ts';
import { perObject } from '../records/memo.ts';
import type { TemplateContract } from '../records/template.ts';
import { NEW_ADR } from './support/example-base.ts';
import { matchesOutsideCode } from './support/text-search.ts';

export default defineRule({
  id: 'template-placeholders',
  kinds: ['adr', 'spec', 'provenance'],
  severity: 'error',
  severityWhile: { Proposed: 'warning' },
  summary: 'No placeholder from the template is left.',
  why: 'A placeholder is a question where an answer should be; published, it looks as if nobody had read the record.',
  examples: {
    bad: [
      {
        patches: [{ change: NEW_ADR, from: '- 50 MB of memory more.', to: '- {cost}' }],
        finds: [
          {
            file: NEW_ADR,
            line: 64,
            message: 'Unexpected placeholder `{cost}` of the template, expected your own text',
          },
        ],
      },
      {
        patches: [{ change: NEW_ADR, from: 'date: 2026-02-03', to: 'date: YYYY-MM-DD' }],
        finds: [
          {
            file: NEW_ADR,
            line: 5,
            message: 'Unexpected placeholder `YYYY-MM-DD` of the template, expected your own text',
          },
        ],
      },
    ],
    good: [
      {
        patches: [
          {
            change: NEW_ADR,
            from: '- 50 MB of memory more.',
            to: '- Keys look like `{name}`, dates like YYYY-MM-DD.',
          },
        ],
      },
    ],
  },
  check({ record, corpus, report }) {
    const template = corpus.templates[record.kind];
    if (!template || template.placeholders.size === 0) return;
    const { document, frontmatter } = record;
    const pattern = patternOf(template);
    for (const { match, span } of matchesOutsideCode(document, pattern)) {
      // Outside the frontmatter, a form such as YYYY-MM-DD is a word that prose may use.
      const isInFrontmatter = span.start.offset < frontmatter.span.end.offset;
      if (!match[0].startsWith('{') && !isInFrontmatter) continue;
      report({
        span,
        message: `Unexpected placeholder \`${match[0]}\` of the template, expected your own text`,
        help: match[0].startsWith('{')
          ? 'replace the braces and what stands between them'
          : 'replace it by the value it stands for',
      });
    }
  },
});

/** Finds any placeholder of a template. */
const patternOf = perObject(
  (template: TemplateContract) =>
    new RegExp([...template.placeholders].map(escapeRegExp).join('|'), 'g'),
);

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
