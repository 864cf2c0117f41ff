import { defineRule } from '../engine/define.ts';
import type { Names, RecordName } from '../records/corpus.ts';
import { foldedName } from '../records/folded-name.ts';
import { EVERY_FORMAT } from '../records/formats/format.ts';
import { spanAt } from '../records/markdown.ts';
import { perObject } from '../records/memo.ts';
import { addressOfName } from '../records/record.ts';
import { EXAMPLE_BASE, PROVENANCE } from './support/example-base.ts';

const EARLIER = PROVENANCE.replace('provenance/', 'provenance/2026/');

const SHOUTED = PROVENANCE.replace('spec-', 'SPEC-');

const nameOf = perObject(({ kind, name, key }: RecordName) =>
  foldedName(`${key.log}/${kind}/${addressOfName(kind, name)}`),
);

const namesakesOf = perObject(({ records }: Names) => Map.groupBy(records, nameOf));

export default defineRule({
  id: 'address-unique',
  kinds: ['adr', 'spec', 'provenance'],
  scope: 'names',
  formats: EVERY_FORMAT,
  severity: 'warning',
  summary: 'No two records of one kind and log have the same file name, whatever its letter case.',
  why: 'The file name of a record is its address. If two share a name, each also gets its folder in the address, and links from elsewhere may break. If only the letter case differs, Windows and macOS treat them as one file.',
  examples: {
    bad: [
      {
        patches: [{ add: EARLIER, text: EXAMPLE_BASE.get(PROVENANCE) ?? '' }],
        finds: [
          {
            file: PROVENANCE,
            line: 1,
            message: `Unexpected file name of \`${EARLIER}\` too, expected each once`,
          },
          {
            file: EARLIER,
            line: 1,
            message: `Unexpected file name of \`${PROVENANCE}\` too, expected each once`,
          },
          {
            rule: 'file-place',
            file: EARLIER,
            line: 1,
            message:
              'Unexpected folder `.sdd/provenance/2026`, expected the provenance record in `.sdd/provenance`',
          },
        ],
      },
      {
        patches: [{ add: SHOUTED, text: EXAMPLE_BASE.get(PROVENANCE) ?? '' }],
        finds: [
          {
            file: PROVENANCE,
            line: 1,
            message: `Unexpected file name of \`${SHOUTED}\` too, expected each once`,
          },
          {
            file: SHOUTED,
            line: 1,
            message: `Unexpected file name of \`${PROVENANCE}\` too, expected each once`,
          },
          {
            rule: 'file-name',
            file: SHOUTED,
            line: 1,
            message:
              'Unexpected file name `SPEC-0001-session-store.provenance.md`, expected `spec-NNNN-slug.provenance.md`',
          },
        ],
      },
    ],
    good: [{ patches: [{ add: 'docs/notes/adr-001-keep-sessions-in-memory.md', text: '# No\n' }] }],
  },
  check({ record, corpus, report }) {
    const other = namesakesOf(corpus)
      .get(nameOf(record))
      ?.find((one) => one.path !== record.path);
    if (!other) return;
    report({
      span: spanAt(record.document, 0, 0),
      found: `file name of \`${other.path}\` too`,
      expected: 'each once',
      help: `rename one of the two; until then the address of this record is \`${record.address}\``,
    });
  },
});
