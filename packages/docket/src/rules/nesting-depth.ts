import { defineRule } from '../engine/define.ts';
import { EVERY_FORMAT } from '../records/formats/format.ts';
import { MAX_DEPTH } from '../records/limits.ts';
import { spanAt } from '../records/markdown.ts';
import { NEW_ADR } from './support/example-base.ts';

export default defineRule({
  id: 'nesting-depth',
  kinds: ['adr', 'spec', 'provenance'],
  formats: EVERY_FORMAT,
  severity: 'error',
  recommended: 'error',
  security: true,
  gate: 2,
  summary: 'Quotes, lists and markup are not nested too deeply.',
  why: 'Anything nested deeper than the limit is left out of every check, so the record could not be trusted.',
  examples: {
    bad: [
      {
        patches: [
          { change: NEW_ADR, from: 'Sticky routing', to: `${'> '.repeat(120)}Sticky routing` },
        ],
        finds: [
          {
            file: NEW_ADR,
            line: 19,
            message: 'Unexpected nesting of more than 100 levels, expected fewer',
          },
        ],
      },
    ],
    good: [
      { patches: [{ change: NEW_ADR, from: 'Sticky routing', to: '> > > > Sticky routing' }] },
      {
        patches: [
          {
            change: NEW_ADR,
            from: 'Sticky routing',
            to: `+${'-'.repeat(120)}\n\n${'- '.repeat(120)}\n\nSticky routing`,
          },
        ],
      },
    ],
  },
  check({ record, report }) {
    const { cutAt } = record.document;
    if (cutAt === undefined) return;
    report({
      span: spanAt(record.document, cutAt, cutAt + 1),
      found: `nesting of more than ${MAX_DEPTH} levels`,
      expected: 'fewer',
      help: 'split up the quotes, lists or markup here',
    });
  },
});
