import { z } from 'zod';
import { defineRule } from '../engine/define.ts';
import { spanAt } from '../records/markdown.ts';
import { editAt } from './support/edits.ts';
import { NEW_ADR } from './support/example-base.ts';
import { count } from './support/words.ts';

export default defineRule({
  id: 'line-ends',
  kinds: ['adr', 'spec', 'provenance'],
  severity: 'warning',
  summary: 'All lines of a record end the same way.',
  why: 'If a file mixes line ends, an editor that saves it may change every line, and some parsers miss a fence that ends the other way.',
  examples: {
    bad: [
      {
        patches: [{ change: NEW_ADR, from: '---\n\n## Context\n', to: '---\r\n\n## Context\n' }],
        finds: [
          {
            file: NEW_ADR,
            line: 11,
            message: 'Unexpected CRLF at the end of 1 line, expected LF as on the others',
          },
        ],
        fixed: { file: NEW_ADR, text: '---\n\n## Context\n' },
      },
    ],
    good: [
      { patches: [{ change: NEW_ADR, from: 'Sticky routing', to: 'Sticky  routing' }] },
      {
        patches: [{ change: NEW_ADR, from: 'Sticky routing', to: 'Still sticky routing' }],
        options: { ends: 'lf' },
      },
    ],
  },
  options: z.strictObject({
    ends: z.enum(['same', 'lf', 'crlf']).default('same').meta({
      description: 'How lines end: `lf`, `crlf`, or `same` for whatever most lines have.',
    }),
  }),
  check({ record, options, report }) {
    const { text } = record.document;
    if (options.ends !== 'crlf' && !text.includes('\r')) return;
    const ends = [...text.matchAll(/\r?\n/g)];
    const crlf = ends.filter((match) => match[0] === '\r\n');
    const wantsCrlf =
      options.ends === 'crlf' || (options.ends === 'same' && crlf.length * 2 > ends.length);
    const wrong = wantsCrlf ? ends.filter((match) => match[0] === '\n') : crlf;
    const [first] = wrong;
    if (!first) return;
    const [found, wanted] = wantsCrlf ? ['LF', 'CRLF'] : ['CRLF', 'LF'];
    report({
      span: spanAt(record.document, first.index, first.index + first[0].length),
      message: `Unexpected ${found} at the end of ${count(wrong.length, 'line')}, expected ${wanted}${options.ends === 'same' ? ' as on the others' : ''}`,
      help: `save the file with ${wanted}, and set \`eol\` in \`.gitattributes\` to keep it that way`,
      fix: {
        edits: wrong.map(({ index, 0: end }) =>
          editAt(record.document, index, index + end.length, wantsCrlf ? '\r\n' : '\n'),
        ),
      },
    });
  },
});
