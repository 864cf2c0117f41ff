import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fieldsOf } from './read.ts';

const words = fc.constantFrom(
  '# ',
  '## ',
  '* ',
  '- ',
  '| ',
  ' |',
  '\n',
  '\n\n',
  '\r\n',
  '---\n',
  '---|---|\n',
  '**',
  '_',
  '`',
  '~~',
  '> ',
  ': ',
  ' - ',
  'Status',
  'Date',
  'Deciders',
  'Supersedes',
  'Superseded by',
  'Amended by',
  'Changelog',
  'Links',
  'Context',
  'title',
  'accepted',
  'Proposed',
  'partly',
  'WIP',
  '{accepted}',
  '2024-02-01',
  '3/4/2024',
  'May 5, 2024',
  '2024-023-2706',
  'ADR-12',
  'ADR 7 — ',
  '12. ',
  '[ADR-3](0003-x.md)',
  '[x](',
  'https://example.org/adr/4',
  '<!-- ',
  ' -->',
  '<br>',
  '\u0000',
  'é',
  '🎉',
  ' ',
  'text',
);
const texts = fc.oneof(
  fc.array(words, { maxLength: 40 }).map((parts) => parts.join('')),
  fc.string({ maxLength: 200 }),
);
const paths = fc.constantFrom(
  'adr/0001-x.md',
  'adr/x.md',
  'adr/2024-02-01-x/README.md',
  'adr/ADR-7.md',
  '0001 ü%.md',
);

/** The signs of a text that carry meaning. */
const signs = (text: string) => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');

/** Whether every sign stands in a text, in this order: addresses of links, comments and what is struck out fall out. */
function isWithin(part: string, whole: string): boolean {
  let at = -1;
  for (const sign of part) {
    at = whole.indexOf(sign, at + 1);
    if (at < 0) return false;
  }
  return true;
}

test('reading never throws, and never makes up what is not in the text or in the name', () => {
  fc.assert(
    fc.property(texts, paths, (text, path) => {
      const { relations, disagreements, ...fields } = fieldsOf(text, path);
      const all = signs(`${text} ${path}`);
      for (const field of Object.values(fields)) {
        expect(isWithin(signs(field.written), all)).toBe(true);
        expect(field.span.start.offset).toBeLessThanOrEqual(field.span.end.offset);
        expect(field.span.end.offset).toBeLessThanOrEqual(text.length);
      }
      for (const { reference, start, end } of relations) {
        expect(isWithin(signs(reference.text), all)).toBe(true);
        expect(start).toBeLessThanOrEqual(end);
      }
      if (fields.status?.value === undefined) return;
      expect(text).toMatch(/accepted|proposed|wip|supersed/i);
    }),
    { numRuns: 2000 },
  );
});

test('a date that is read names its year and its day in the text', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const { date } = fieldsOf(text, 'adr/x.md');
      if (date?.value === undefined) return;
      const [year = '', , day = ''] = date.value.split('-');
      expect(date.written).toContain(year);
      expect(date.written).toContain(String(Number(day)));
    }),
    { numRuns: 1000 },
  );
});
