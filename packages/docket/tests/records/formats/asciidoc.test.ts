import { expect, test } from 'vitest';
import { parseDocument } from '../../../src/records/formats/parse-document.ts';
import { readLinks } from '../../../src/records/links.ts';
import { nodesOf } from '../../../src/records/nodes.ts';
import { outlineOf } from '../../../src/records/sections.ts';
import { relationsOf, shortOf } from '../dialects/read.ts';

const PATH = 'adr/0007-queues.adoc';

function headings(text: string): string[] {
  return outlineOf(parseDocument(PATH, text)).all.map(({ depth, title }) => `${depth} ${title}`);
}

function links(text: string, path = PATH): string[] {
  return readLinks(parseDocument(path, text), path).map(
    ({ url, text: shown }) => `${url} <${shown}>`,
  );
}

/** What stands in the text, block by block. */
function blocks(text: string): unknown[] {
  const { code, quotes, tables, html, inlineCode } = nodesOf(parseDocument(PATH, text));
  return [
    ...code.map(({ value }) => `code ${value}`),
    ...quotes.map(() => 'quote'),
    ...tables.map(({ children }) => `table ${children.map((row) => row.children.length).join()}`),
    ...html.map(({ node }) => `html ${node.value}`),
    ...inlineCode.map(({ value }) => `inline ${value}`),
  ];
}

test('attributes of the header, below a comment and a licence', () => {
  const text = [
    '////',
    ':status: rejected',
    '////',
    '// = No title',
    ':toc:',
    '',
    '= 7. Keep queues in Redis',
    'Ada Example <ada@example.org>',
    'v1.2, 2024-05-01: first',
    ':status: accepted',
    ':date: 2024-05-02',
    ':deciders: Ada, \\',
    '  Grace',
    ':keywords: queues, data stores',
    '',
    'Text.',
  ].join('\n');
  expect(shortOf(text, PATH)).toEqual({
    title: 'Keep queues in Redis <7. Keep queues in Redis> heading',
    number: '0007 <0007> file-name',
    status: 'Accepted <accepted> attribute',
    date: '2024-05-02 <2024-05-02> attribute',
    decisionMakers: 'Ada,Grace <Ada, Grace> attribute',
    tags: 'queues,data stores <queues, data stores> attribute',
  });
});

test('a date of revision counts where no other is given', () => {
  expect(shortOf('= Queues\n:revdate: 2024-05-01\n\nx\n', PATH)['date']).toBe(
    '2024-05-01 <2024-05-01> attribute',
  );
  expect(shortOf('= Queues\nAda Example\nv2, 2024-05-01\n\nx\n', PATH)['date']).toBe(
    '2024-05-01 <2024-05-01> attribute',
  );
});

test('a prefix that attributes share is no part of their names', () => {
  const text = '= Queues\n\n:rec_status: draft\n:rec_date: 2024-05-01\n:rec_owner:\n\nText.\n';
  expect(shortOf(text, PATH)).toMatchObject({
    status: 'Proposed <draft> attribute',
    date: '2024-05-01 <2024-05-01> attribute',
  });
  // Alone it may be part of another thing's name.
  expect(shortOf('= Queues\n:build-status: done\n', PATH)['status']).toBeUndefined();
});

test('an attribute that is unset again says nothing, and one that is named stands for its value', () => {
  expect(shortOf('= Queues\n:status: accepted\n:!status:\n', PATH)['status']).toBeUndefined();
  const text = '= Queues of {team}\n:team: Payments\n:word: Accepted\n\n== Status\n\n{word}\n';
  expect(shortOf(text, PATH)).toMatchObject({
    title: 'Queues of {team} <Queues of {team}> heading',
    status: 'Accepted <Accepted> section',
  });
});

test.each([
  ['a section', '== Status\n\nAccepted\n\n== Date\n\n2024-05-02\n', 'section'],
  ['a section with underlines', 'Status\n------\n\nAccepted on 2024-05-02\n', 'section'],
  ['bullets', '* Status: Accepted\n* *Date*: 2024-05-02\n', 'bullet'],
  ['bold labels', '*Status:* Accepted +\n*Date:* 2024-05-02\n', 'label'],
  ['terms', 'Status:: Accepted\nDate::\n  2024-05-02\n', 'label'],
  ['a table', '[cols="1,3"]\n|===\n| Status | Accepted\n| Date | 2024-05-02\n|===\n', 'table'],
  [
    'a table cell by cell',
    '[cols="2*"]\n|===\n|Status\n|Accepted\n\n|Date\n|2024-05-02\n|===\n',
    'table',
  ],
])('fields in %s', (_, body, source) => {
  expect(shortOf(`= Queues\n\n${body}\n== Context\n\nx\n`, PATH)).toMatchObject({
    status: expect.stringMatching(new RegExp(`^Accepted <Accepted.*> ${source}$`)),
    date: `2024-05-02 <2024-05-02> ${source}`,
  });
});

test('YAML before the title counts as everywhere', () => {
  expect(shortOf('---\nstatus: accepted\n---\n= Queues\n\nText.\n', PATH)).toMatchObject({
    title: 'Queues <Queues> heading',
    status: 'Accepted <accepted> yaml',
  });
});

test('relations by reference, by link and by number, in sections, notes and attributes', () => {
  expect(
    relationsOf('= A\n\n== Status\n\nSuperseded by xref:0009-b.adoc#top[ADR 9]\n', PATH),
  ).toEqual(['superseded-by ADR 9']);
  expect(
    relationsOf('= A\n\nNOTE: This decision supersedes link:0002-x.adoc[it].\n', PATH),
  ).toEqual(['supersedes it']);
  expect(
    relationsOf('= A\n\n[NOTE]\n====\nSuperseded by <<0009-b.adoc#,B>>.\n====\n', PATH),
  ).toEqual(['superseded-by B']);
  expect(relationsOf('= A\n:supersedes: ADR-3, ADR-4\n', PATH)).toEqual([
    'supersedes ADR-3',
    'supersedes ADR-4',
  ]);
});

test('what a condition leaves out is not read, and of a comparison nothing is known', () => {
  const text = (condition: string) =>
    `= A\n:draft:\n\n== Status\n\n${condition}\nProposed\nendif::[]\n\nAccepted\n`;
  expect(shortOf(text('ifdef::draft[]'), PATH)['status']).toBe('Proposed <Proposed> section');
  expect(shortOf(text('ifdef::other[]'), PATH)['status']).toBe('Accepted <Accepted> section');
  expect(shortOf(text('ifndef::draft[]'), PATH)['status']).toBe('Accepted <Accepted> section');
  expect(shortOf(text('ifdef::draft+other[]'), PATH)['status']).toBe('Accepted <Accepted> section');
  expect(shortOf(text('ifdef::draft,other[]'), PATH)['status']).toBe('Proposed <Proposed> section');
  expect(shortOf(text('ifeval::[1 == 1]'), PATH)['status']).toBe('Accepted <Accepted> section');
  expect(
    shortOf('= A\n:draft:\n\n== Status\n\nifdef::draft[Proposed]\nifndef::draft[Accepted]\n', PATH)[
      'status'
    ],
  ).toBe('Proposed <Proposed> section');
});

test('headings are sections, and what looks like one inside a block is none', () => {
  const text = [
    '= Title',
    '',
    '== One ==',
    '',
    '----',
    '== Code',
    '----',
    '',
    '====',
    '== Example',
    '====',
    '',
    '[discrete]',
    '== Apart',
    '',
    '* item',
    '+',
    '== In an item',
    '',
    '=== Two',
    'Three',
    '~~~~~',
  ].join('\n');
  expect(headings(text)).toEqual(['1 Title', '2 One', '3 Two', '3 Three']);
  expect(headings('Title\n=====\n\nOne\n---\n\ntext\n\nTwo\n~~~\n')).toEqual([
    '1 Title',
    '2 One',
    '3 Two',
  ]);
});

test('blocks: what is shown as it is, what is quoted, what is left out', () => {
  expect(
    blocks('[source,sh]\n----\nls\n----\n\n....\nraw\n....\n\n```js\nx\n```\n\n indented\n'),
  ).toEqual(['code ls', 'code raw', 'code x', 'code  indented']);
  expect(blocks('[quote]\n____\nq\n____\n\nTIP: t\n\n[WARNING]\nw\n')).toEqual([
    'quote',
    'quote',
    'quote',
  ]);
  expect(blocks('////\n----\nx\n----\n////\n\n[comment]\nx\n')).toEqual([]);
  expect(blocks('|===\n|a |b\n\n2+|wide\n|c|d\n|===\n')).toEqual(['table 2,2,2']);
  expect(blocks(',===\na,b\n,===\n')).toEqual(['code a,b']);
  expect(blocks('`code` and `+literal+` and a``b``c\n')).toEqual([
    'inline code',
    'inline literal',
    'inline b',
  ]);
});

test('nothing is included, and no file is read for a picture', () => {
  const text =
    '= A\n\ninclude::/etc/passwd[]\n\ninclude::secret.adoc[]\n\nimage::x.png[A picture]\n';
  expect(links(text)).toEqual(['x.png <A picture>']);
});

test('passthroughs are HTML, wherever they stand', () => {
  expect(blocks('++++\n<script>x</script>\n++++\n')).toEqual(['html <script>x</script>']);
  expect(blocks('a +++<u>b</u>+++ pass:[<i>c</i>] ++*d*++\n')).toEqual([
    'html <u>b</u>',
    'html <i>c</i>',
  ]);
});

test('links: macros, addresses, and what is none', () => {
  const text = [
    'xref:0001-a.adoc#_status[*A*] link:b.md["B, too",window=_blank] <<one>> <<one,One>>',
    'https://example.org[Web^], https://example.org/x. mailto:a@example.org[Mail]',
    'link:{base}/c.adoc[C] \\https://example.org/y `link:d.adoc[D]` xref:other:page.adoc[E]',
    'image:f.png[F]',
  ].join('\n');
  expect(links(text)).toEqual([
    '0001-a.adoc#_status <A>',
    'b.md <B, too>',
    '#one <#one>',
    '#one <One>',
    'https://example.org <Web>',
    'https://example.org/x <https://example.org/x>',
    'mailto:a@example.org <Mail>',
    'f.png <F>',
  ]);
});

test('pictures and pages stand where Antora and the document say', () => {
  const page = 'docs/modules/ROOT/pages/adr/0001-a.adoc';
  const text = 'xref:adr/0002-b.adoc[B] xref:./0003-c.adoc[C] image:d.png[]\n';
  expect(links(text, page)).toEqual([
    '../adr/0002-b.adoc <B>',
    './0003-c.adoc <C>',
    '../../images/d.png <>',
  ]);
  expect(
    links(':imagesdir: pictures/\n\nimage:d.png[] image:https://example.org/e.png[]\n'),
  ).toEqual(['pictures/d.png <>', 'https://example.org/e.png <>']);
});

test('what stands in the text keeps its place', () => {
  const text = '= Title\n\n* one\n  *two* and\n  xref:0001-a.adoc[three]\n';
  const document = parseDocument(PATH, text);
  for (const { node } of nodesOf(document).links) {
    const [start, end] = [node.position?.start.offset, node.position?.end.offset];
    expect(text.slice(start, end)).toBe('xref:0001-a.adoc[three]');
    expect(node.position?.start).toMatchObject({ line: 5, column: 3 });
  }
  const words = nodesOf(document).text.map(({ position, value }) => [
    value,
    text.slice(position?.start.offset, position?.end.offset),
  ]);
  expect(words).toContainEqual(['two', 'two']);
  expect(words).toContainEqual([' and\n', ' and\n  ']);
});
