import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { expect, test } from 'vitest';
import { parseDocument } from '../../../src/records/formats/parse-document.ts';
import { layoutWith } from '../../../src/records/layout.ts';
import { MAX_DEPTH } from '../../../src/records/limits.ts';
import { walk } from '../../../src/records/markdown.ts';
import { readRecord } from '../../../src/records/record.ts';
import { processorTime } from '../../support/processor-time.ts';
import { fieldsOf } from '../dialects/read.ts';

const asciidoc = (
  '= |== |=== |\n|\n\n|* |** |- |. |:: |+\n|:status: |:date: |:x: |accepted|Proposed|2024-05-02|3/4/2024|Status|Date|' +
  'Superseded by |xref:|0003-x.adoc|[ADR-3]|[|]|<<a,b>>|{status}|{x}|{nope}|----\n|....\n|====\n|____\n|++++\n|////\n|' +
  '--\n|[NOTE]\n|[source]\n|NOTE: |ifdef::x[]\n|ifndef::x[]\n|ifeval::[a]\n|endif::[]\n|include::a[]\n|image::a[b]\n|' +
  '`|*|_|#|+++|pass:[|https://example.org|.Title\n|// |\\|\r\n|\u0000|é|🎉| |text|---\n'
).split('|');
const tables = ['|===\n', '|', '3+|', '2*|', 'a|', '|a |b\n', '[cols="2*"]\n', ',===\n'];
const restructured = (
  '=====\n|-----\n|***\n|#\n|\n|\n\n|  |   |:Status: |:Date: |:Amends: |accepted|Proposed|2024-05-02|Status\n|Date|' +
  'Superseded by |:doc:|:ref:|`|`_|`__|<a.rst>|**|*|``|.. |.. _a: b\n|.. note::\n|.. raw:: html\n|.. code::\n|' +
  '.. include:: a\n|::\n|- |1. |#. |+--+\n|==  ==\n|a_|\\|\r\n|\u0000|é|🎉|text|ADR-3|12. '
).split('|');

const textOf = (words: readonly string[]) =>
  fc.oneof(
    fc.array(fc.constantFrom(...words, '|'), { maxLength: 50 }).map((parts) => parts.join('')),
    fc.string({ maxLength: 200 }),
  );
const samples = fc.oneof(
  textOf([...asciidoc, ...tables]).map((text) => ({ text, path: 'adr/0001-x.adoc' })),
  textOf(restructured).map((text) => ({ text, path: 'adr/0001-x.rst' })),
);

/** The signs of a text that carry meaning. */
const signs = (text: string) => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');

test('reading never throws, and every place it gives lies in the text and within the one around it', () => {
  fc.assert(
    fc.property(samples, ({ text, path }) => {
      const { tree } = parseDocument(path, text);
      walk(tree, (node, parents) => {
        expect(parents.length).toBeLessThanOrEqual(MAX_DEPTH + 2);
        if (node.type === 'root') return;
        const [start, end] = placeOf(node);
        expect(start).toBeGreaterThanOrEqual(0);
        expect(start).toBeLessThanOrEqual(end);
        expect(end).toBeLessThanOrEqual(text.length);
      });
    }),
    { numRuns: 3000 },
  );
});

test('every word of a value stands in the text', () => {
  fc.assert(
    fc.property(samples, ({ text, path }) => {
      const { relations, disagreements, ...fields } = fieldsOf(text, path);
      const all = signs(`${text} ${path}`);
      for (const { written } of Object.values(fields)) {
        for (const word of written.match(/[\p{L}\p{N}]+/gu) ?? []) {
          expect(all).toContain(signs(word));
        }
      }
      for (const { reference, start, end } of relations) {
        expect(all).toContain(signs(reference.text).slice(0, 8));
        expect(start).toBeLessThanOrEqual(end);
        expect(end).toBeLessThanOrEqual(text.length);
      }
    }),
    { numRuns: 2000 },
  );
});

test('a whole record is read from any text', () => {
  const own = layoutWith({});
  const logs = [{ folder: 'adr', foundBy: 'content', records: [], leftOut: [] }] as const;
  const layout = { ...own, adr: { ...own.adr, logs } };
  fc.assert(
    fc.property(samples, ({ text, path }) => {
      const record = readRecord('adr', { path, text }, { layout, templates: {} });
      expect(record.document.text).toBe(text);
      expect(record.title).not.toBe('');
      expect(record.outline.all.every(({ slug }) => typeof slug === 'string')).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['open marks', '= A\n\n', '*a ', '.adoc'],
  ['open code', '= A\n\n', '`a ', '.adoc'],
  ['open passthroughs', '= A\n\n', '+++a ', '.adoc'],
  ['open references', '= A\n\n', '<<a ', '.adoc'],
  ['open macros', '= A\n\n', 'xref:a[ ', '.adoc'],
  ['cells', '= A\n\n|===\n', '12*|a ', '.adoc'],
  ['items', '= A\n\n', '* a\n', '.adoc'],
  ['open links', 'A\n=\n\n', '`a <b ', '.rst'],
  ['open bold text', 'A\n=\n\n', '**a ', '.rst'],
  ['items of reStructuredText', 'A\n=\n\n', '- a\n', '.rst'],
])('%s take time by their length', (_, head, part, ending) => {
  const text = (head + `${part.repeat(40)}\n`.repeat(120)).slice(0, 200_000);
  const time = (size: number): number =>
    processorTime(() => parseDocument(`adr/x${ending}`, text.slice(0, size)));
  time(2000);
  // By the square of its length, it would be sixteen times as long.
  expect(time(text.length)).toBeLessThan(10 * time(text.length / 4) + 100);
});

function placeOf({ position }: Nodes): [number, number] {
  return [position?.start.offset ?? -1, position?.end.offset ?? -1];
}
