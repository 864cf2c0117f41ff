import { defineRule } from '../engine/define.ts';
import type { Corpus } from '../records/corpus.ts';
import { spanAt } from '../records/markdown.ts';
import type { SpecRecord } from '../records/record.ts';
import { SPEC } from './support/example-base.ts';

export default defineRule({
  id: 'spec-provenance',
  kinds: ['spec'],
  scope: 'log',
  severity: 'error',
  summary: 'If a specification names its provenance record, that record names it too.',
  why: 'The two files vouch for each other; if the specification names a different record from the one that answers it, neither can be trusted.',
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
    const others = namedRecords(record, corpus).filter(({ path }) => !answers.includes(path));
    // Most specifications name the right one, and need no look at their sections.
    if (others.length === 0) return;
    const section = record.sections.get('provenance');
    if (!section) return;
    const { start, end } = section.extent;
    for (const { path, at } of others) {
      if (at < start.offset || at >= end.offset) continue;
      report({
        span: spanAt(record.document, at, at + path.length),
        message: `Unexpected path \`${path}\`, expected \`${answer}\``,
        help: 'correct the path here, or rename the record',
      });
    }
  },
});

/** Paths of provenance records that a specification names in backticks, with their offsets. */
function namedRecords(record: SpecRecord, corpus: Corpus): { path: string; at: number }[] {
  const { folder } = corpus.layout.provenance;
  return [...record.document.text.matchAll(/`([^`\n]+\.provenance\.md)`/g)].flatMap((match) => {
    const [, path = ''] = match;
    if (!path.startsWith(`${folder}/`) || /[{}<>]|NNNN/.test(path)) return [];
    return [{ path, at: match.index + 1 }];
  });
}
