import { z } from 'zod';
import { defineRule } from '../engine/define.ts';
import { EVERY_FORMAT } from '../records/formats/format.ts';
import { boundsInWords, isWithin, lengthOf } from '../records/lengths.ts';
import { NEW_ADR } from './support/example-base.ts';
import { fieldTexts } from './support/field-texts.ts';

export default defineRule({
  id: 'title-length',
  kinds: ['adr', 'spec'],
  formats: EVERY_FORMAT,
  severity: 'warning',
  summary: 'The title, without its number, is short enough for one line of the log.',
  why: 'Titles appear in lists, tabs and link previews; a long one is cut off where it matters most.',
  examples: {
    bad: [
      {
        patches: [
          {
            change: NEW_ADR,
            from: 'Keep Sessions in Redis"',
            to: 'Keep All Sessions of All Visitors for a Day in One Instance of Redis That Both Web Servers Share"',
          },
        ],
        finds: [
          {
            file: NEW_ADR,
            line: 2,
            message: 'Unexpected title of 96 characters, expected at most 80',
          },
        ],
      },
    ],
    good: [
      {
        patches: [
          { change: NEW_ADR, from: 'Keep Sessions in Redis"', to: 'Keep Every Session in Redis"' },
        ],
        options: { maximum: 27 },
      },
    ],
  },
  options: z.strictObject({
    maximum: z
      .int()
      .min(10)
      .default(80)
      .meta({ description: 'The most characters a title may have, without `ADR-018: `.' }),
  }),
  check({ record, corpus, options, report }) {
    for (const { text, span } of fieldTexts(record, corpus, 'title')) {
      const length = lengthOf(text);
      if (isWithin(length, options)) continue;
      report({
        span,
        found: `title of ${length} characters`,
        expected: `${boundsInWords(options)}`,
        help: 'name the decision in the title; the rest belongs in the description',
      });
    }
  },
});
