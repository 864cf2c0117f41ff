import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asIfSaved } from '../../../src/io/files.ts';
import type { FoundLog } from '../../../src/records/discovery/find-logs.ts';
import { LAYOUT } from '../../../src/records/layout.ts';
import { readRecord } from '../../../src/records/record.ts';
import { TEXTS } from '../../support/record-soup.ts';
import { fieldsOf } from './read.ts';

const LOG: FoundLog = { folder: '.', foundBy: 'well-known folder', records: [], leftOut: [] };
const ANY_FORM = {
  templates: {},
  layout: { ...LAYOUT, adr: { ...LAYOUT.adr, logs: [LOG] } },
};

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
    fc.property(TEXTS, paths, (text, path) => {
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
    fc.property(TEXTS, (text) => {
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
    fc.property(TEXTS, paths, (text, path) => {
      const plain = text.replaceAll('\r', '');
      expect(readAs(plain.replaceAll('\n', '\r\n'), path)).toEqual(readAs(plain, path));
    }),
    { numRuns: 1500 },
  );
});

test('a byte-order mark changes nothing of what is read, in any format', () => {
  fc.assert(
    fc.property(TEXTS, paths, (text, path) => {
      const plain = text.replace(/^\uFEFF+/, '');
      const [without, saved] = [asIfSaved(path, plain), asIfSaved(path, `\uFEFF${plain}`)];
      expect(saved.kind).toBe(without.kind);
      if (saved.kind !== 'text') return;
      expect(saved.hasBom).toBe(true);
      expect(readAs(saved.text, path)).toEqual(readAs(plain, path));
    }),
    { numRuns: 500 },
  );
});

const title = (path: string, words: string) => {
  if (path.endsWith('.md')) return `# ${words}`;
  return path.endsWith('.rst') ? `${words}\n${'='.repeat(words.length)}` : `= ${words}`;
};

test('a second title at the end changes nothing of what is read, in any format', () => {
  let tried = 0;
  fc.assert(
    fc.property(TEXTS, paths, (text, path) => {
      const first = `${title(path, 'One title')}\n\n${text}`;
      const second = `${first}\n\n${title(path, 'Other title')}\n\nNothing more.\n`;
      const [before, after] = [readAs(first, path), readAs(second, path)];
      // In a comment, or in code that never ends, it is no title.
      if (after.sections.at(-1) !== 'Other title') return;
      tried += 1;
      expect(after).toEqual({ ...before, sections: [...before.sections, 'Other title'] });
    }),
    { numRuns: 1000 },
  );
  expect(tried).toBeGreaterThan(300);
});
