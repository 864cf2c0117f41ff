import { defineRule } from '../engine/define.ts';
import { placeOf } from '../records/layout.ts';
import { spanAt } from '../records/markdown.ts';

export default defineRule({
  id: 'file-place',
  kinds: ['adr', 'spec', 'provenance'],
  severity: 'error',
  summary: 'A record is directly in the folder of its kind.',
  why: 'The file name of a record is its address. If another record in a sub-folder has the same name, both addresses change.',
  examples: {
    bad: [
      {
        patches: [
          {
            rename: '.sdd/provenance/spec-0001-session-store.provenance.md',
            to: '.sdd/provenance/2026/spec-0001-session-store.provenance.md',
          },
        ],
        finds: [
          {
            file: '.sdd/provenance/2026/spec-0001-session-store.provenance.md',
            line: 1,
            message:
              'Unexpected folder `.sdd/provenance/2026`, expected the provenance record in `.sdd/provenance`',
          },
        ],
      },
    ],
    good: [{ patches: [{ add: 'docs/notes/adr-004-idea.md', text: '# Not a record\n' }] }],
  },
  check({ record, corpus, report }) {
    const layout = corpus.layout[record.kind];
    const { noun } = layout;
    const found = record.path.split('/').slice(0, -1).join('/') || '.';
    const folder = placeOf(layout, record.path)?.folder ?? layout.folder;
    if (found === folder) return;
    report({
      span: spanAt(record.document, 0, 0),
      found: `folder \`${found}\``,
      expected: `the ${noun} in \`${folder}\``,
      help: `move the file to \`${folder}\`, and use tags to group records`,
    });
  },
});
