import { defineRule } from '../engine/define.ts';
import { EVERY_FORMAT } from '../records/formats/format.ts';
import { wholeIds } from '../records/relation.ts';
import { OLD_ADR } from './support/example-base.ts';

export default defineRule({
  id: 'status-superseded',
  kinds: ['adr'],
  scope: 'log',
  formats: EVERY_FORMAT,
  severity: 'error',
  summary: 'A decision is `Superseded` exactly when it names its successor.',
  why: 'The status warns the reader and `superseded-by` says where to go; one without the other is half a warning.',
  examples: {
    bad: [
      {
        patches: [{ change: OLD_ADR, from: 'status: Superseded', to: 'status: Accepted' }],
        finds: [
          {
            file: OLD_ADR,
            line: 4,
            message:
              'Unexpected status `Accepted` of a record with `superseded-by`, expected `Superseded`',
          },
        ],
      },
      {
        patches: [
          { change: OLD_ADR, from: 'superseded-by: [ADR-002]\n', to: '' },
          {
            change: 'docs/adr/adr-002-keep-sessions-in-redis.md',
            from: 'supersedes: [ADR-001]\n',
            to: '',
          },
        ],
        finds: [
          {
            file: OLD_ADR,
            line: 4,
            message:
              'Unexpected status `Superseded` without `superseded-by`, expected the record that replaces this one',
          },
        ],
      },
    ],
    good: [
      {
        patches: [
          { change: OLD_ADR, from: 'status: Superseded', to: 'status: Deprecated' },
          { change: OLD_ADR, from: 'superseded-by: [ADR-002]\n', to: 'superseded-by: []\n' },
          {
            change: 'docs/adr/adr-002-keep-sessions-in-redis.md',
            from: 'supersedes: [ADR-001]\n',
            to: '',
          },
        ],
      },
    ],
  },
  check({ record, corpus, report }) {
    const status = record.fields.status.value;
    const isUnknown = record.issues.some(({ field }) => field === 'superseded-by');
    if (status === undefined || isUnknown) return;
    const successors = wholeIds(record.fields['superseded-by'].value);
    if (status === 'Superseded' && successors.length === 0) {
      const claimed = corpus
        .relationsTo(record)
        .filter((relation) => relation.type === 'supersedes')
        .map((relation) => relation.from.id);
      // Where the successor names this record, the one-sided relation is the finding.
      if (claimed.length > 0) return;
      report({
        span: record.fields.status.span,
        found: 'status `Superseded` without `superseded-by`',
        expected: 'the record that replaces this one',
        help: 'add `superseded-by: [ADR-NNN]`; if nothing replaces it, the status is `Deprecated`',
      });
    }
    if (status !== 'Superseded' && successors.length > 0) {
      report({
        span: record.fields.status.span,
        found: `status \`${status}\` of a record with \`superseded-by\``,
        expected: '`Superseded`',
        help: 'write `status: Superseded`, or remove `superseded-by`',
        related: [
          {
            file: record.path,
            span: record.fields['superseded-by'].span,
            label: 'the successor is named here',
          },
        ],
      });
    }
  },
});
