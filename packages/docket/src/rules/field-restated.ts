import { defineRule } from '../engine/define.ts';
import type { Field, FieldSource } from '../records/field.ts';
import { EVERY_FORMAT } from '../records/formats/format.ts';
import { NEW_ADR } from './support/example-base.ts';
import { quote } from './support/words.ts';

export default defineRule({
  id: 'field-restated',
  kinds: ['adr'],
  formats: EVERY_FORMAT,
  severity: 'error',
  recommended: 'warning',
  summary: 'What a record says of itself in two places is the same in both.',
  why: 'Readers believe the place they look at: one takes a decision for accepted, the other for proposed.',
  examples: {
    bad: [
      {
        patches: [
          { change: NEW_ADR, from: '\n## Context\n', to: '\n**Status:** Proposed\n\n## Context\n' },
        ],
        finds: [
          {
            file: NEW_ADR,
            line: 13,
            message: 'Unexpected status `Proposed`, expected `Accepted` as in the frontmatter',
          },
          {
            rule: 'section-preamble',
            file: NEW_ADR,
            line: 13,
            message: 'Unexpected text before the first heading, expected it in a section',
          },
        ],
      },
    ],
    good: [
      {
        patches: [
          { change: NEW_ADR, from: 'Sticky routing', to: 'Status: Proposed\n\nSticky routing' },
        ],
      },
    ],
  },
  check({ record, corpus, report }) {
    for (const { name, field, counts } of record.restated) {
      // Of a record that is held to a template, other rules ask for title and number.
      if (!corpus.layout.adr.logs && (name === 'title' || name === 'number')) continue;
      const place = PLACES[counts.source];
      report({
        span: field.span,
        found: `${name.replace('-', ' ')} ${quote(textOf(name, field))}`,
        expected: `${quote(textOf(name, counts))} as in ${place}`,
        help: `correct one of the two; until then, what ${place} says counts`,
        related: [{ file: record.path, span: counts.span, label: `${place} says this` }],
      });
    }
  },
});

const PLACES: Readonly<Record<FieldSource, string>> = {
  yaml: 'the frontmatter',
  attribute: 'the attribute',
  table: 'the table',
  bullet: 'the list',
  label: 'the labelled line',
  heading: 'the heading',
  section: 'the section',
  changelog: 'the changelog',
  'file-name': 'the file name',
};

/** What a place says of a field. Titles and numbers stand in more words than their own. */
function textOf(name: string, { value, written }: Field<unknown>): unknown {
  return name === 'title' || name === 'number' ? value : written;
}
