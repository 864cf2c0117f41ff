import { expect, test } from 'vitest';
import { readLinks, readMentions, relativePath, resolveUrl } from '../../src/records/links.ts';
import { parseMarkdown } from '../../src/records/markdown.ts';

test.each([
  ['adr-002-b.md', { kind: 'file', path: 'docs/adr/adr-002-b.md', fragment: undefined }],
  ['./adr-002-b.md#why-%C3%A9', { kind: 'file', path: 'docs/adr/adr-002-b.md', fragment: 'why-é' }],
  [
    '../../.sdd/specification/s.md',
    { kind: 'file', path: '.sdd/specification/s.md', fragment: undefined },
  ],
  ['two%20words.md', { kind: 'file', path: 'docs/adr/two words.md', fragment: undefined }],
  ['../../../etc/passwd', { kind: 'outside', url: '../../../etc/passwd' }],
  ['#here', { kind: 'fragment', fragment: 'here' }],
  ['https://example.com', { kind: 'external', url: 'https://example.com' }],
  ['//example.com/x', { kind: 'external', url: '//example.com/x' }],
  ['mailto:a@b.c', { kind: 'external', url: 'mailto:a@b.c' }],
  ['/adr/018/', { kind: 'site', url: '/adr/018/' }],
  ['', { kind: 'invalid', url: '' }],
  ['%E0%A4%A.md', { kind: 'invalid', url: '%E0%A4%A.md' }],
])('%j resolves', (url, expected) => {
  expect(resolveUrl(url, 'docs/adr/adr-001-a.md')).toEqual(expected);
});

test('the way from one file to another, and back', () => {
  const from = 'docs/adr/a.md';
  const to = '.sdd/specification/s.md';
  expect(relativePath(from, to)).toBe('../../.sdd/specification/s.md');
  expect(resolveUrl(relativePath(from, to), from)).toMatchObject({ kind: 'file', path: to });
  expect(relativePath(from, 'docs/adr/b.md')).toBe('b.md');
});

test('links point at their addresses, through definitions too', () => {
  const text = '## One\n\n[a](x.md "t") and [b][ref] ![c](i.png)\n\n[ref]: y.md#z\n';
  const links = readLinks(parseMarkdown(text), 'r.md');
  expect(
    links.map((link) => [
      link.text,
      text.slice(link.urlSpan.start.offset, link.urlSpan.end.offset),
      link.image,
      link.section,
    ]),
  ).toEqual([
    ['a', 'x.md', false, 'One'],
    ['b', 'y.md#z', false, 'One'],
    ['c', 'i.png', true, 'One'],
  ]);
});

test('mentions are found in prose, not in links, headings or code', () => {
  const text =
    '## ADR-001\n\nSee ADR-002, [ADR-003](x.md), `ADR-004`, spec 0001 and Spec 0003A.\n\n| ADR-005 |\n|---|\n';
  expect(readMentions(parseMarkdown(text)).map(({ id, span }) => [id, span.start.line])).toEqual([
    ['ADR-002', 3],
    ['SPEC-0001', 3],
    ['SPEC-0003a', 3],
    ['ADR-005', 5],
  ]);
});
