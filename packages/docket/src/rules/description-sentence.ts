import { defineRule } from '../engine/define.ts';
import { NEW_ADR } from './support/example-base.ts';
import { holdsPlaceholder } from './support/placeholders.ts';

export default defineRule({
  id: 'description-sentence',
  kinds: ['adr', 'spec', 'provenance'],
  severity: 'warning',
  summary: 'The description ends as a sentence does.',
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
    const description = record.fields.description.value;
    if (description === undefined || holdsPlaceholder(description, record, corpus)) return;
    if (/[.!?…]["'”’)]*$/.test(description.trim())) return;
    report({
      span: record.fields.description.span,
      message: `Unexpected end \`${description.trim().split(/\s/).at(-1)}\` of the description, expected a full stop`,
      help: 'make it one whole sentence',
    });
  },
});
