import { z } from 'zod';
import { defineRule } from '../engine/define.ts';
import { FIELD_NAMES } from '../records/field-names.ts';
import { EVERY_FORMAT } from '../records/formats/format.ts';
import { boundsInWords, isWithin, lengthOf } from '../records/lengths.ts';
import { NEW_ADR } from './support/example-base.ts';
import { fieldTexts } from './support/field-texts.ts';
import { count } from './support/words.ts';

export default defineRule({
  id: 'field-length',
  kinds: ['adr', 'spec', 'provenance'],
  formats: EVERY_FORMAT,
  severity: 'warning',
  takesInstances: true,
  summary: 'A field named in the configuration is neither too short nor too long.',
  why: 'How long a value may be depends on where it is shown, and only the team knows all those places.',
  examples: {
    bad: [
      {
        patches: [],
        options: { field: 'prompted-by', maximum: 50 },
        finds: [
          {
            file: NEW_ADR,
            line: 7,
            message: 'Unexpected `prompted-by` of 53 characters, expected at most 50',
          },
        ],
      },
    ],
    good: [{ patches: [], options: { field: 'tags', minimum: 3, maximum: 20 } }],
  },
  options: z.strictObject({
    field: z.enum(FIELD_NAMES).optional().meta({
      description: 'The field; each item of a list is checked. Without it, nothing is checked.',
    }),
    minimum: z.int().min(0).optional().meta({ description: 'The fewest characters.' }),
    maximum: z.int().min(0).optional().meta({ description: 'The most characters.' }),
  }),
  check({ record, corpus, options, report }) {
    const { field } = options;
    if (field === undefined) return;
    for (const { text, span } of fieldTexts(record, corpus, field)) {
      const length = lengthOf(text);
      if (isWithin(length, options)) continue;
      report({
        span,
        found: `\`${field}\` of ${count(length, 'character')}`,
        expected: `${boundsInWords(options)}`,
        help: length > (options.maximum ?? length) ? 'shorten it' : 'say more',
      });
    }
  },
});
