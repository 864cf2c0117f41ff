import { z } from 'zod';
import { defineRule } from '../engine/define.ts';
import { shortTitle } from '../records/record.ts';
import { NEW_ADR } from './support/example-base.ts';

export default defineRule({
  id: 'title-length',
  kinds: ['adr', 'spec'],
  severity: 'warning',
  summary: 'The title without its number is short enough for a line of the log.',
  why: 'Titles stand in lists, in tabs and in link previews; a long one is cut where it matters most.',
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
  check({ record, options, report }) {
    if (record.fields.title.value === undefined) return;
    const length = [...shortTitle(record)].length;
    if (length <= options.maximum) return;
    report({
      span: record.fields.title.span,
      message: `Unexpected title of ${length} characters, expected at most ${options.maximum}`,
      help: 'name the decision in the title; the rest belongs into the description',
    });
  },
});
