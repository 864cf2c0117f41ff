import { expect, test } from 'vitest';
import { parseDocument } from '../../../src/records/formats/parse-document.ts';
import { readLinks } from '../../../src/records/links.ts';
import { nodesOf } from '../../../src/records/nodes.ts';
import { outlineOf } from '../../../src/records/sections.ts';
import { relationsOf, shortOf } from '../dialects/read.ts';

const PATH = 'adr/0007-queues.rst';

function headings(text: string): string[] {
  return outlineOf(parseDocument(PATH, text)).all.map(({ depth, title }) => `${depth} ${title}`);
}

function links(text: string): string[] {
  return readLinks(parseDocument(PATH, text), PATH).map(
    ({ url, text: shown }) => `${url} <${shown}>`,
  );
}

test('the field list below the title, with labels, includes and comments before it', () => {
  const text = [
    '.. include:: /common.rst',
    '.. _queues:',
    '',
    '=======================',
    'ADR-7: Queues in Redis',
    '=======================',
    '',
    ':Status: Accepted',
    ':Date: 2024-05-02 (proposed in April)',
    ':Deciders: Ada,',
    '   Grace',
    ':Amends: :ref:`ADR-3 <adr-3>`, `ADR-4 <0004-x.rst>`_',
    ':Source: docs/x',
    '',
    'Context',
    '=======',
    '',
    ':Status: rejected',
  ].join('\n');
  expect(shortOf(text, PATH)).toEqual({
    title: 'Queues in Redis <ADR-7: Queues in Redis> heading',
    number: '0007 <0007> file-name',
    status: 'Accepted <Accepted> attribute',
    date: '2024-05-02 <2024-05-02 (proposed in April)> attribute',
    decisionMakers: 'Ada,Grace <Ada, Grace> attribute',
  });
  expect(relationsOf(text, PATH)).toEqual(['amends ADR-3', 'amends ADR-4']);
});

test('the section Status, in paragraphs, lists and tables of one style or another', () => {
  const text = (status: string) =>
    `7. Queues\n#########\n\nStatus\n******\n\n${status}\n\nContext\n*******\n\nx\n`;
  expect(shortOf(text('**Accepted** 2024-05-02'), PATH)).toMatchObject({
    title: 'Queues <7. Queues> heading',
    status: 'Accepted <Accepted 2024-05-02> section',
  });
  expect(shortOf(text('- Accepted\n- and more'), PATH)['status']).toBe(
    'Accepted <Accepted> section',
  );
  expect(shortOf(text('Provisional'), PATH)['status']).toBe('Proposed <Provisional> section');
  expect(shortOf(text('.. note::\n\n   Deprecated'), PATH)['status']).toBe(
    'Deprecated <Deprecated> section',
  );
  expect(relationsOf(text('Superseded by :doc:`0009-b`'), PATH)).toEqual(['superseded-by 0009-b']);
  expect(relationsOf(text('Superseded by `nine`_\n\n.. _nine: 0009-b.rst'), PATH)).toEqual([
    'superseded-by nine',
  ]);
});

test('a label that says what happened, and its value by what', () => {
  const text =
    'Queues\n======\n\n:Status: Superseded\n:Superseded: 2026-07 by :ref:`ADR-9 <adr-9>`\n';
  expect(relationsOf(text, PATH)).toEqual(['superseded-by ADR-9']);
  const without = 'Queues\n======\n\n:Superseded: 2026-07, ADR-9 is another matter\n';
  expect(relationsOf(without, PATH)).toEqual([]);
});

test('titles have levels in the order in which their signs are first used', () => {
  const text =
    '#####\nTitle\n#####\n\nA\n=\n\nB\n***\n\nC\n===\n\n   D\n   ===\n\nE, far too long\n*****\n';
  expect(headings(text)).toEqual(['1 Title', '2 A', '3 B', '2 C', '3 E, far too long']);
  // A line of signs below one of text that goes on is none, nor is one too short to be meant.
  expect(
    headings('Title\n=====\n\none\ntwo\n----\n\nword\n--\n\n----\n\n===  ===\na    b\n===  ===\n'),
  ).toEqual(['1 Title']);
});

test('what is shown as it is says nothing, and directives are not carried out', () => {
  const text = [
    'Title',
    '=====',
    '',
    '.. raw:: html',
    '',
    '   <script>x</script>',
    '',
    '.. include:: /etc/passwd',
    '',
    '.. A comment: Status: Rejected',
    '   Status: Rejected',
    '',
    'For example::',
    '',
    '   Status: Rejected',
    '',
    '.. code-block:: yaml',
    '',
    '   Status: Rejected',
  ].join('\n');
  expect(shortOf(text, PATH)['status']).toBeUndefined();
  const nodes = nodesOf(parseDocument(PATH, text));
  expect(nodes.html).toEqual([]);
  expect(nodes.links).toEqual([]);
  expect(nodes.code.map(({ value }) => value)).toEqual([
    '<script>x</script>',
    'Status: Rejected',
    'Status: Rejected',
  ]);
});

test('links of every form, and replacements', () => {
  const text = [
    '`A b <a.rst>`_, `B`_, C_, :doc:`d`, :doc:`E <../e>`, `F <two_>`_, https://example.org.',
    '',
    '.. _B: b.rst',
    '.. _c: c.rst',
    '.. _two: f.rst',
    '',
    'Not \\`X <x.rst>`_ and not ``Y_`` and |name|.',
    '',
    '.. |name| replace:: the name',
  ].join('\n');
  expect(links(text)).toEqual([
    'a.rst <A b>',
    'b.rst <B>',
    'c.rst <C>',
    'd.rst <d>',
    '../e.rst <E>',
    'f.rst <F>',
    'https://example.org <https://example.org>',
  ]);
  const { text: words } = nodesOf(parseDocument(PATH, text));
  expect(words.map(({ value }) => value)).toContain('the name');
});

test('what stands in the text keeps its place, indented too', () => {
  const text = 'Title\n=====\n\n* one\n  **two** and\n  `three <a.rst>`_\n';
  const document = parseDocument(PATH, text);
  for (const { node } of nodesOf(document).links) {
    const [start, end] = [node.position?.start.offset, node.position?.end.offset];
    expect(text.slice(start, end)).toBe('`three <a.rst>`_');
  }
  const all = nodesOf(document).text.map(({ value }) => value);
  expect(all).toEqual(['Title', 'one\n', 'two', ' and\n', 'three']);
});
