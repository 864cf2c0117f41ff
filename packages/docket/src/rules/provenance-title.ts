import { defineRule } from '../engine/define.ts';
import { numberInProvenanceTitle } from '../records/key.ts';
import { spanAt } from '../records/markdown.ts';
import { PROVENANCE } from './support/example-base.ts';

export default defineRule({
  id: 'provenance-title',
  kinds: ['provenance'],
  severity: 'error',
  summary: 'A provenance record starts with one top-level heading that names its specification.',
  why: 'The heading is the title of the page, and its number says which work the record covers.',
  examples: {
    bad: [
      {
        patches: [
          {
            change: PROVENANCE,
            from: '# Provenance: Spec 0001 —',
            to: '# Provenance: Spec 0002 —',
          },
        ],
        finds: [
          {
            file: PROVENANCE,
            line: 1,
            message: 'Unexpected number `0002` in the heading, expected `0001` as in the file name',
          },
        ],
      },
      {
        patches: [
          {
            change: PROVENANCE,
            from: '# Provenance: Spec 0001 — Write ADR-002',
            to: '# What happened',
          },
        ],
        finds: [
          {
            file: PROVENANCE,
            line: 1,
            message: 'Unexpected heading `What happened`, expected `Provenance: Spec 0001 — …`',
          },
        ],
      },
    ],
    good: [
      {
        patches: [
          {
            change: PROVENANCE,
            from: '# Provenance: Spec 0001 — Write',
            to: '# Provenance: Spec 0001: Write',
          },
        ],
      },
    ],
  },
  check({ record, report }) {
    const [first, ...others] = record.outline.all.filter((section) => section.depth === 1);
    const wanted = `Provenance: Spec ${record.number ?? 'NNNN'} — …`;
    if (!first) {
      report({
        span: spanAt(record.document, 0, 0),
        message: `Unexpected record without a top-level heading, expected \`${wanted}\``,
        help: `start the body with \`# ${wanted}\``,
      });
      return;
    }
    for (const section of others) {
      report({
        span: section.span,
        message: `Unexpected second top-level heading \`${section.title}\`, expected one`,
        help: 'make it `##`',
        related: [{ file: record.path, span: first.span, label: 'the title of the record' }],
      });
    }
    const number = numberInProvenanceTitle(first.title);
    if (number === undefined) {
      report({
        span: first.span,
        message: `Unexpected heading \`${first.title}\`, expected \`${wanted}\``,
        help: `write \`# ${wanted}\` with the title of the specification`,
      });
    } else if (record.number !== undefined && number !== record.number) {
      report({
        span: first.span,
        message: `Unexpected number \`${number}\` in the heading, expected \`${record.number}\` as in the file name`,
        help: 'correct the heading, or rename the file if the heading is right',
      });
    }
  },
});
