import { defineRule } from '../engine/define.ts';
import { EVERY_FORMAT } from '../records/formats/format.ts';
import { spanAt } from '../records/markdown.ts';
import { NEW_ADR } from './support/example-base.ts';

export default defineRule({
  id: 'file-empty',
  kinds: ['adr', 'spec', 'provenance'],
  formats: EVERY_FORMAT,
  severity: 'error',
  gate: 3,
  summary: 'A record is not an empty file.',
  why: 'An empty file takes a number and shows as a blank page; usually a save went wrong.',
  examples: {
    bad: [
      {
        patches: [{ add: 'docs/adr/adr-003-expire-sessions.md', text: '\n' }],
        finds: [
          {
            file: 'docs/adr/adr-003-expire-sessions.md',
            line: 1,
            message: 'Unexpected empty file, expected a decision record',
          },
        ],
      },
    ],
    good: [
      {
        patches: [
          { change: NEW_ADR, from: 'fits one server; there', to: 'fits one server;\nthere' },
        ],
      },
    ],
  },
  check({ record, corpus, report }) {
    if (record.document.text.trim() !== '') return;
    const { noun, template } = corpus.layout[record.kind];
    report({
      span: spanAt(record.document, 0, 0),
      found: 'empty file',
      expected: `a ${noun}`,
      help: `${corpus.templates[record.kind] ? `copy \`${template}\` into it and fill it in` : 'write the record'}, or delete the file`,
    });
  },
});
