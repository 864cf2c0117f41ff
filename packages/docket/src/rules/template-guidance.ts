import { defineRule } from '../engine/define.ts';
import { spanOf } from '../records/markdown.ts';
import { nodesOf } from '../records/nodes.ts';
import { isTemplateMark } from '../records/template.ts';
import { deleteLines } from './support/edits.ts';
import { OLD_ADR } from './support/example-base.ts';

export default defineRule({
  id: 'template-guidance',
  kinds: ['adr', 'spec', 'provenance'],
  severity: 'error',
  severityWhile: { Proposed: 'warning' },
  summary: 'No guidance comment from the template is left.',
  why: 'The comment says how to fill in the section; once that is done, it only misleads the next editor.',
  examples: {
    bad: [
      {
        patches: [
          {
            change: OLD_ADR,
            from: '## Context\n',
            to: '## Context\n\n<!-- What is true today, and what hurts if nothing is decided. -->\n',
          },
        ],
        finds: [
          {
            file: OLD_ADR,
            line: 14,
            message: 'Unexpected guidance comment of the template, expected it to be deleted',
          },
        ],
        fixed: { file: OLD_ADR, text: '## Context\n\nOne server answers' },
      },
    ],
    good: [
      {
        patches: [
          { change: OLD_ADR, from: '## Context\n', to: '## Context\n\n<!-- Checked in May. -->\n' },
        ],
      },
    ],
  },
  check({ record, corpus, report }) {
    const contract = corpus.templates[record.kind];
    if (!contract || contract.guidance.size === 0) return;
    // While the author still writes, the comment is of use.
    const isProposed = record.kind === 'adr' && record.fields.status.value === 'Proposed';
    const comments = nodesOf(record.document).html;
    if (comments.length === 0) return;
    const guidance = new Set([...contract.guidance].map(normalised));
    for (const { node } of comments) {
      if (!isTemplateMark(node.value) && !guidance.has(normalised(node.value))) continue;
      const span = spanOf(record.document, node);
      const fix = isProposed ? undefined : deleteLines(record.document, span);
      report({
        span,
        message: 'Unexpected guidance comment of the template, expected it to be deleted',
        help: 'delete the comment',
        ...(fix ? { fix } : {}),
      });
    }
  },
});

function normalised(comment: string): string {
  return comment.replace(/\s+/g, ' ').trim();
}
