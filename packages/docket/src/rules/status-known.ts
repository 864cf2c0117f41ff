import { defineRule } from '../engine/define.ts';
import { setKey } from '../records/authoring/frontmatter-edit.ts';
import { EVERY_FORMAT } from '../records/formats/format.ts';
import { nearest } from '../records/nearest.ts';
import { STATUSES } from '../records/status.ts';
import { fixBy } from './support/edits.ts';
import { NEW_ADR } from './support/example-base.ts';
import { invalidValues } from './support/values.ts';
import { quote, quoteAll } from './support/words.ts';

export default defineRule({
  id: 'status-known',
  kinds: ['adr', 'spec'],
  formats: EVERY_FORMAT,
  severity: 'error',
  recommended: 'info',
  summary: 'The status is one of the life cycle, spelt exactly.',
  why: 'Filters, badges and banners follow the status; a decision with a misspelt one counts as one without.',
  examples: {
    bad: [
      {
        patches: [{ change: NEW_ADR, from: 'status: Accepted', to: 'status: Acepted' }],
        finds: [
          {
            file: NEW_ADR,
            line: 4,
            message:
              'Unexpected status `Acepted`, expected `Proposed`, `Accepted`, `Rejected`, `Deprecated` or `Superseded`',
          },
        ],
      },
      {
        patches: [{ change: NEW_ADR, from: 'status: Accepted', to: 'status: accepted' }],
        finds: [
          {
            file: NEW_ADR,
            line: 4,
            message:
              'Unexpected status `accepted`, expected `Proposed`, `Accepted`, `Rejected`, `Deprecated` or `Superseded`',
          },
        ],
        fixed: { file: NEW_ADR, text: 'status: Accepted' },
      },
    ],
    good: [{ patches: [{ change: NEW_ADR, from: 'status: Accepted', to: 'status: "Accepted"' }] }],
  },
  check({ record, corpus, report }) {
    if (record.kind === 'adr' && corpus.layout.adr.logs) {
      const { value, written, span } = record.fields.status;
      if (value !== undefined || written === '') return;
      const meant = nearest(written.replace(/\W+$/, ''), STATUSES);
      report({
        span,
        found: `status ${quote(written)}`,
        expected: `${quoteAll(STATUSES, 'or')}`,
        help: `${meant ? `did you mean \`${meant}\`?` : 'use one of these words, or one that means the same;'} until then the status is unknown`,
      });
      return;
    }
    for (const { value, span } of invalidValues(record, corpus, (key) => key === 'status')) {
      const exact = STATUSES.find(
        (status) => typeof value === 'string' && status.toLowerCase() === value.toLowerCase(),
      );
      const meant = typeof value === 'string' ? nearest(value, STATUSES) : undefined;
      const fix = exact && fixBy(record.document, () => setKey(record, 'status', exact, []));
      report({
        span,
        found: `status ${quote(value)}`,
        expected: `${quoteAll(STATUSES, 'or')}`,
        help: meant ? `write \`${meant}\`` : 'use one of these words',
        ...(fix ? { fix } : {}),
      });
    }
  },
});
