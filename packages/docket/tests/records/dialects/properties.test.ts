import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FoundLog } from '../../../src/records/discovery/find-logs.ts';
import { LAYOUT } from '../../../src/records/layout.ts';
import { readRecord } from '../../../src/records/record.ts';
import { fieldsOf } from './read.ts';

const LOG: FoundLog = { folder: '.', foundBy: 'well-known folder', records: [], leftOut: [] };
const ANY_FORM = {
  templates: {},
  layout: { ...LAYOUT, adr: { ...LAYOUT.adr, logs: [LOG] } },
};

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
  // AsciiDoc
  '= ',
  '== ',
  ':status: ',
  ':revdate: ',
  '|===\n',
  'NOTE: ',
  '// ',
  '====\n',
  'xref:0003-x.adoc[ADR-3]',
  'link:0003-x.adoc[x]',
  'include::x.adoc[]\n',
  // reStructuredText
  '\n=====\n',
  '\n-----\n',
  ':Status: ',
  ':Date: ',
  '.. note::\n\n   ',
  '.. ',
  '`ADR-3 <0003-x.rst>`_',
  ':doc:`0003-x`',
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
  'adr/0001-x.adoc',
  'modules/ROOT/pages/adr/x.adoc',
  'adr/0001-x.rst',
  'adr/x.rst',
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
      expect(text).toMatch(/accepted|proposed|wip|supersed|amended/i);
    }),
    { numRuns: 3000 },
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

/** What a record is read as, wherever that stands. */
function readAs(text: string, path: string) {
  const record = readRecord('adr', { path, text }, ANY_FORM);
  if (record.kind !== 'adr') throw new Error('Not a decision');
  const { title, status, date, tags, 'decision-makers': makers } = record.fields;
  return {
    values: [title.value, status.value, status.written, date.value, tags.value, makers.value],
    relations: record.relations.map(({ type, reference }) => [type, reference.text]),
    sections: record.outline.all.map((section) => section.title),
  };
}

test('line ends change nothing of what is read, in any format', () => {
  fc.assert(
    fc.property(texts, paths, (text, path) => {
      const plain = text.replaceAll('\r', '');
      expect(readAs(plain.replaceAll('\n', '\r\n'), path)).toEqual(readAs(plain, path));
    }),
    { numRuns: 1500 },
  );
});
