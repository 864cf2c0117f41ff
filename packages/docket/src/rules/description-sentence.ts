import { defineRule } from '../engine/define.ts';
import { NEW_ADR } from './support/example-base.ts';
import { fieldTexts } from './support/field-texts.ts';

export default defineRule({
  id: 'description-sentence',
  kinds: ['adr', 'spec', 'provenance'],
  severity: 'warning',
  summary: 'The description ends like a sentence.',
  why: 'A fragment reads like a heading; a sentence forces the author to say what was decided.',
  examples: {
    bad: [
      {
        patches: [{ change: NEW_ADR, from: 'servers share."', to: 'servers share"' }],
        finds: [
          {
            file: NEW_ADR,
            line: 3,
            message: 'Unexpected end `share` of the description, expected a full stop',
          },
        ],
      },
    ],
    good: [{ patches: [{ change: NEW_ADR, from: 'servers share."', to: 'servers share!"' }] }],
  },
  check({ record, corpus, report }) {
    if (record.fields.description.value === undefined) return;
    for (const { text, span } of fieldTexts(record, corpus, 'description')) {
      if (/[.!?…]["'”’)]*$/.test(text)) continue;
      report({
        span,
        message: `Unexpected end \`${text.split(/\s/).at(-1)}\` of the description, expected a full stop`,
        help: 'make it one complete sentence',
      });
    }
  },
});
