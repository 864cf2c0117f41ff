import { defineRule } from '../engine/define.ts';
import { EVERY_FORMAT } from '../records/formats/format.ts';
import { spanAt } from '../records/markdown.ts';
import { NEW_ADR } from './support/example-base.ts';

export default defineRule({
  id: 'size-limits',
  kinds: ['adr', 'spec', 'provenance'],
  formats: EVERY_FORMAT,
  severity: 'error',
  recommended: 'error',
  security: true,
  gate: 0,
  summary: 'A record stays within the size limits.',
  why: 'Beyond them, checking and showing a record could take minutes and all the memory; they are far above what people write.',
  examples: {
    bad: [
      {
        patches: [
          { change: NEW_ADR, from: 'Sticky routing', to: 'Sticky routing '.repeat(1400).trim() },
        ],
        finds: [
          {
            file: NEW_ADR,
            line: 19,
            message: 'Unexpected line of `21029` characters, expected at most `20000`',
          },
        ],
      },
      {
        patches: [
          {
            change: NEW_ADR,
            from: 'Sticky routing',
            to: `${'Q&amp;A '.repeat(1000).trim()}\n`.repeat(6),
          },
        ],
        finds: [
          {
            file: NEW_ADR,
            line: 24,
            message:
              'Unexpected number of character references such as `&amp;`, expected at most `5000`',
          },
        ],
      },
    ],
    good: [
      {
        patches: [
          { change: NEW_ADR, from: 'Sticky routing', to: 'Sticky routing '.repeat(1300).trim() },
        ],
      },
    ],
  },
  check({ record, report }) {
    const { excess } = record.document;
    if (!excess) return;
    const { offset, ...problem } = excess;
    report({ ...problem, span: spanAt(record.document, offset, offset + 1) });
  },
});
