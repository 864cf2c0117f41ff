import { defineRule } from '../engine/define.ts';
import { folderPrefix } from '../records/layout.ts';
import { spanAt } from '../records/markdown.ts';
import { PROVENANCE } from './support/example-base.ts';

const OTHER = '.sdd/provenance/spec-0001-sessions.provenance.md';

export default defineRule({
  id: 'provenance-name',
  kinds: ['provenance'],
  scope: 'log',
  severity: 'error',
  summary: 'A provenance record is named after its specification.',
  why: 'Anyone who has one of the two files can find the other by name, without opening either.',
  examples: {
    bad: [
      {
        patches: [{ rename: PROVENANCE, to: OTHER }],
        finds: [
          {
            file: OTHER,
            line: 1,
            message:
              'Unexpected file name `spec-0001-sessions.provenance.md`, expected `spec-0001-session-store.provenance.md`',
          },
        ],
      },
    ],
    good: [
      {
        patches: [
          { change: PROVENANCE, from: '1. Wrote', to: '1. In `spec-0001-other.md`, wrote' },
        ],
      },
    ],
  },
  check({ record, corpus, report }) {
    const spec = corpus.specOf(record);
    if (!spec || record.number === undefined) return;
    const wanted = `${spec.name}.provenance`;
    if (record.name === wanted) return;
    report({
      span: spanAt(record.document, 0, 0),
      message: `Unexpected file name \`${record.name}.md\`, expected \`${wanted}.md\``,
      help: `rename the file to \`${folderPrefix(corpus.layout.provenance.folder)}${wanted}.md\`, or correct the \`Spec\` line`,
    });
  },
});
