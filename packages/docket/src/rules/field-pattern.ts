import { z } from 'zod';
import { defineRule } from '../engine/define.ts';
import { FIELD_NAMES } from '../records/field-names.ts';
import { EVERY_FORMAT } from '../records/formats/format.ts';
import { NEW_ADR } from './support/example-base.ts';
import { fieldTexts } from './support/field-texts.ts';
import { fitsWildcards } from './support/wildcards.ts';
import { quote, quoteAll } from './support/words.ts';

export default defineRule({
  id: 'field-pattern',
  kinds: ['adr', 'spec', 'provenance'],
  formats: EVERY_FORMAT,
  severity: 'warning',
  takesInstances: true,
  summary: 'A field named in the configuration has the form given there.',
  why: 'What other tools read from a record, such as the key of a ticket, must have the form they look for.',
  examples: {
    bad: [
      {
        patches: [{ change: NEW_ADR, from: 'memory useless."', to: 'memory useless"' }],
        options: { field: 'prompted-by', patterns: ['OPS-####: *', '*.'] },
        finds: [
          {
            file: NEW_ADR,
            line: 7,
            message:
              'Unexpected `A second web server makes sessions in memory useless` in `prompted-by`, expected the form `OPS-####: *` or `*.`',
          },
        ],
      },
    ],
    good: [{ patches: [], options: { field: 'prompted-by', patterns: ['*.'] } }],
  },
  options: z.strictObject({
    field: z.enum(FIELD_NAMES).optional().meta({
      description: 'The field; each item of a list is checked. Without it, nothing is checked.',
    }),
    patterns: z.array(z.string().min(1)).default([]).meta({
      description:
        'Forms, one of which the whole value must have: `*` is any text, `#` a digit, everything else itself.',
    }),
  }),
  check({ record, corpus, options: { field, patterns }, report }) {
    if (field === undefined || patterns.length === 0) return;
    for (const { text, span } of fieldTexts(record, corpus, field)) {
      if (patterns.some((pattern) => fitsWildcards(text, pattern))) continue;
      report({
        span,
        found: `${quote(text)} in \`${field}\``,
        expected: `the form ${quoteAll(patterns, 'or')}`,
        help: 'write it in that form: `*` is any text, `#` a digit',
      });
    }
  },
});
