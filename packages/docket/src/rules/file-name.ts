import { defineRule } from '../engine/define.ts';
import { LAYOUT, type RecordKind } from '../records/layout.ts';
import { spanAt } from '../records/markdown.ts';
import { OLD_ADR } from './support/example-base.ts';

const PADDING: Readonly<Record<RecordKind, number>> = { adr: 3, spec: 4, provenance: 4 };

export default defineRule({
  id: 'file-name',
  kinds: ['adr', 'spec', 'provenance'],
  severity: 'error',
  summary: 'The file of a record is named after its kind, its number and a slug.',
  why: 'Records cite each other by number, and the name is the address of the page: both come from the file name.',
  examples: {
    bad: [
      {
        patches: [
          { rename: OLD_ADR, to: 'docs/adr/ADR-1_Keep Sessions in Memory.md' },
          {
            change: 'docs/adr/adr-002-keep-sessions-in-redis.md',
            from: 'supersedes: [ADR-001]\n',
            to: '',
          },
          {
            change: 'docs/adr/adr-002-keep-sessions-in-redis.md',
            from: '[ADR-001](adr-001-keep-sessions-in-memory.md)',
            to: 'Memory',
          },
          {
            change: 'docs/adr/ADR-1_Keep Sessions in Memory.md',
            from: 'Superseded',
            to: 'Deprecated',
          },
          {
            change: 'docs/adr/ADR-1_Keep Sessions in Memory.md',
            from: 'superseded-by: [ADR-002]\n',
            to: '',
          },
        ],
        finds: [
          {
            file: 'docs/adr/ADR-1_Keep Sessions in Memory.md',
            line: 1,
            message:
              'Unexpected file name `ADR-1_Keep Sessions in Memory.md`, expected `adr-NNN-slug.md`',
          },
        ],
      },
    ],
    good: [
      {
        patches: [
          { rename: OLD_ADR, to: 'docs/adr/README.md' },
          {
            change: 'docs/adr/adr-002-keep-sessions-in-redis.md',
            from: 'supersedes: [ADR-001]\n',
            to: '',
          },
          {
            change: 'docs/adr/adr-002-keep-sessions-in-redis.md',
            from: '(adr-001-keep-sessions-in-memory.md)',
            to: '(README.md)',
          },
        ],
      },
    ],
  },
  check({ record, report }) {
    if (record.number !== undefined) return;
    const fileName = record.path.slice(record.path.lastIndexOf('/') + 1);
    report({
      span: spanAt(record.document, 0, 0),
      message: `Unexpected file name \`${fileName}\`, expected \`${LAYOUT[record.kind].fileNameShape}\``,
      help: `rename the file, for example to \`${suggestion(record.kind, fileName, record.title)}\`, or move it out of the folder if it is not a record`,
    });
  },
});

function suggestion(kind: RecordKind, fileName: string, title: string): string {
  const digits = /\d+/.exec(fileName)?.[0] ?? /\d+/.exec(title)?.[0];
  const number =
    digits === undefined ? 'N'.repeat(PADDING[kind]) : digits.padStart(PADDING[kind], '0');
  const slug = fileName
    .replace(/\.provenance\.md$|\.md$/i, '')
    .replace(/^(?:adr|spec)?[-_ ]*\d*/i, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const start = kind === 'adr' ? 'adr' : 'spec';
  return `${start}-${number}-${slug || 'slug'}${kind === 'provenance' ? '.provenance' : ''}.md`;
}
