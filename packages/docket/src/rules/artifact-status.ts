import { defineRule } from '../engine/define.ts';
import { nearest } from '../records/nearest.ts';
import { ARTIFACT_STATUSES } from '../records/provenance.ts';
import { artifactRows } from './support/artifacts.ts';
import { PROVENANCE } from './support/example-base.ts';
import { holdsPlaceholder } from './support/placeholders.ts';
import { quote, quoteAll } from './support/words.ts';

const KNOWN: ReadonlySet<string> = new Set(ARTIFACT_STATUSES.map((word) => word.toLowerCase()));

export default defineRule({
  id: 'artifact-status',
  kinds: ['provenance'],
  severity: 'error',
  summary: 'The status of an artifact says what happened to the file.',
  why: 'The claims here are checked against the history, and only these words have a meaning there.',
  examples: {
    bad: [
      {
        patches: [{ change: PROVENANCE, from: '.md` | Created |', to: '.md` | Create |' }],
        finds: [
          {
            file: PROVENANCE,
            line: 23,
            message:
              'Unexpected status `Create`, expected `Created`, `Modified`, `Deleted`, `Renamed`, `Already existed` or `Unchanged`',
          },
        ],
      },
    ],
    good: [
      {
        patches: [
          {
            change: PROVENANCE,
            from: '.md` | Created |',
            to: '.md` | Created / Modified (twice) |',
          },
        ],
      },
    ],
  },
  check({ record, corpus, report }) {
    for (const { status } of artifactRows(record)) {
      if (!status || isStatus(status.text) || holdsPlaceholder(status.text, record, corpus))
        continue;
      const meant = nearest(status.text, ARTIFACT_STATUSES);
      report({
        span: status.span,
        message: `Unexpected status ${quote(status.text)}, expected ${quoteAll(ARTIFACT_STATUSES, 'or')}`,
        help: meant
          ? `write \`${meant}\``
          : 'use one of these words; a remark may follow in brackets',
      });
    }
  },
});

/** One of the words, or several joined as in `Created / Modified`; a remark may follow in brackets or after a colon. */
function isStatus(text: string): boolean {
  const words = text.toLowerCase().replace(/\s*(?:\(.*|:.*)$/, '');
  return words
    .split(/\s*[/,;]\s*|\s+or\s+/)
    .every((word) => KNOWN.has(word) || word.startsWith('renamed from '));
}
