import type { Corpus } from '../../records/corpus.ts';
import type { Span } from '../../records/finding.ts';
import { spanAt } from '../../records/markdown.ts';
import type { SpecRecord } from '../../records/record.ts';
import { findSection } from '../../records/sections.ts';
import { defineRule } from '../define.ts';
import { SPEC } from '../example-base.ts';

export default defineRule({
  id: 'spec-provenance',
  kinds: ['spec'],
  severity: 'error',
  summary: 'Where a specification names its provenance record, it is the one that names it.',
  why: 'The two files vouch for each other; if the order names another record than the one that answers it, neither can be trusted.',
  examples: {
    bad: [
      {
        patches: [
          {
            change: SPEC,
            from: '## Why now\n\nThe second server starts next week.\n',
            to: '## Why now\n\nThe second server starts next week.\n\n## Provenance Record\n\nWrite `.sdd/provenance/spec-0001-sessions.provenance.md`.\n',
          },
        ],
        finds: [
          {
            file: SPEC,
            line: 22,
            message:
              'Unexpected path `.sdd/provenance/spec-0001-sessions.provenance.md`, expected `.sdd/provenance/spec-0001-session-store.provenance.md`',
          },
        ],
      },
    ],
    good: [
      {
        patches: [
          {
            change: SPEC,
            from: '## Why now\n\nThe second server starts next week.\n',
            to: '## Why now\n\nThe second server starts next week.\n\n## Provenance Record\n\nWrite `.sdd/provenance/spec-0001-session-store.provenance.md`.\n',
          },
        ],
      },
    ],
  },
  check({ record, corpus, report }) {
    const answers = corpus.provenanceOf(record).map(({ path }) => path);
    const [answer] = answers;
    if (answer === undefined) return;
    for (const { path, span } of namedRecords(record, corpus)) {
      if (answers.includes(path)) continue;
      report({
        span,
        message: `Unexpected path \`${path}\`, expected \`${answer}\``,
        help: 'correct the path here, or rename the record',
      });
    }
  },
});

/** Paths of provenance records that the section about them names. */
function namedRecords(record: SpecRecord, corpus: Corpus): { path: string; span: Span }[] {
  const section = findSection(record.outline.sections, 'Provenance Record');
  if (!section) return [];
  const { start, end } = section.extent;
  const text = record.document.text.slice(start.offset, end.offset);
  const { folder } = corpus.layout.provenance;
  return [...text.matchAll(/`([^`\n]+\.provenance\.md)`/g)].flatMap((match) => {
    const [, path = ''] = match;
    if (!path.startsWith(`${folder}/`) || /[{}<>]|NNNN/.test(path)) return [];
    const at = start.offset + match.index + 1;
    return [{ path, span: spanAt(record.document, at, at + path.length) }];
  });
}
