import { z } from 'zod';
import { defineRule } from '../engine/define.ts';
import { FIELD_NAMES } from '../records/field-names.ts';
import { EVERY_FORMAT } from '../records/formats/format.ts';
import { nearest } from '../records/nearest.ts';
import { NEW_ADR } from './support/example-base.ts';
import { fieldTexts } from './support/field-texts.ts';
import { quote, quoteAll } from './support/words.ts';

export default defineRule({
  id: 'field-one-of',
  kinds: ['adr', 'spec', 'provenance'],
  formats: EVERY_FORMAT,
  severity: 'warning',
  takesInstances: true,
  summary: 'A field named in the configuration has only values listed there.',
  why: 'A value written in two ways is counted, filtered and searched as two.',
  examples: {
    bad: [
      {
        patches: [{ change: NEW_ADR, from: '[Team, Agent]', to: '[Teem, Agent]' }],
        options: { field: 'decision-makers', values: ['Team', 'Agent'] },
        finds: [
          {
            file: NEW_ADR,
            line: 6,
            message: 'Unexpected `Teem` in `decision-makers`, expected `Team` or `Agent`',
          },
        ],
      },
    ],
    good: [{ patches: [], options: { field: 'decision-makers', values: ['Team', 'Agent'] } }],
  },
  options: z.strictObject({
    field: z.enum(FIELD_NAMES).optional().meta({
      description: 'The field; each item of a list is checked. Without it, nothing is checked.',
    }),
    values: z.array(z.string().min(1)).default([]).meta({ description: 'The values it may have.' }),
  }),
  check({ record, corpus, options: { field, values }, report }) {
    if (field === undefined || values.length === 0) return;
    for (const { text, span } of fieldTexts(record, corpus, field)) {
      if (values.includes(text)) continue;
      const meant = nearest(text, values);
      report({
        span,
        found: `${quote(text)} in \`${field}\``,
        expected: `${quoteAll(values, 'or')}`,
        help: meant ? `write \`${meant}\`` : 'use one of these values',
      });
    }
  },
});
