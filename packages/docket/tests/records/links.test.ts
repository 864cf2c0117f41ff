import { expect, test } from 'vitest';
import {
  fileOfUrl,
  readLinks,
  readMentions,
  relativePath,
  resolveUrl,
} from '../../src/records/links.ts';
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
  const hard = 'docs/adr/50% of #1 (a).md';
  expect(relativePath(from, hard)).toBe('50%25%20of%20%231%20%28a%29.md');
  expect(resolveUrl(relativePath(from, hard), from)).toMatchObject({ path: hard });
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

const addressesIn = (text: string) =>
  readLinks(parseMarkdown(text), 'docs/r.md').map(({ url, image, urlSpan }) => [
    url,
    text.slice(urlSpan.start.offset, urlSpan.end.offset),
    image,
  ]);

test('an address is found where it stands, not where the same words stand again', () => {
  const text =
    '[a.md](a.md "see a.md") ![i](](x) [c `](n)` d](b\\_c.md) [e](<f g.md>) [h]( i_(j).md ) <https://k.example/l> [![m](n.png)](o.md)';
  expect(addressesIn(text)).toEqual([
    ['a.md', 'a.md', false],
    ['b_c.md', 'b\\_c.md', false],
    ['f g.md', 'f g.md', false],
    ['i_(j).md', 'i_(j).md', false],
    ['https://k.example/l', 'https://k.example/l', false],
    ['o.md', 'o.md', false],
    ['n.png', 'n.png', true],
  ]);
});

test('definitions in quotes and lists count, and the first of two does', () => {
  const text = '[a] [b]\n\n> [a]: x.md\n\n- [b]: <y z.md>\n\n[a]: later.md\n';
  expect(addressesIn(text)).toEqual([
    ['x.md', 'x.md', false],
    ['y z.md', 'y z.md', false],
  ]);
});

test('addresses in HTML are found with their places', () => {
  const text = [
    'Inline <a title=x href=a.md>a</a>, <a href="b&amp;c.md">b</a>, <A HREF=\'d.md\'>d</A>, `<a href="code.md">`.',
    '',
    '> <img alt="x"',
    '>   src="e.png" srcset="f.png 1x, g.png 2x,h.png">',
    '',
    '<picture><source srcset="i.png 640w"><!-- <img src="no.png"> --></picture>',
    '<script>"<img src=no.png>"</script>',
    '<video poster="j.png" src="k.mp4"></video>',
    '',
    '<div><a href="l.md"',
    '',
    'cut off',
  ].join('\n');
  expect(addressesIn(text)).toEqual([
    ['a.md', 'a.md', false],
    ['b&c.md', 'b&amp;c.md', false],
    ['d.md', 'd.md', false],
    ['e.png', 'e.png', true],
    ['f.png', 'f.png', true],
    ['g.png', 'g.png', true],
    ['h.png', 'h.png', true],
    ['i.png', 'i.png', true],
    ['j.png', 'j.png', true],
    ['k.mp4', 'k.mp4', true],
    ['l.md', 'l.md', false],
  ]);
});

test.each([
  ['95%-green.svg', 'docs/adr/95%-green.svg', undefined],
  ['a%23b.svg?raw=true', 'docs/adr/a#b.svg', undefined],
  ['c+d%20e.md#f', 'docs/adr/c+d e.md', 'f'],
  ['/docs/x.md', 'docs/x.md', undefined],
  ['x.svg#gh-dark-mode-only', 'docs/adr/x.svg', 'gh-dark-mode-only'],
])('%j stands for a file', (url, path, fragment) => {
  expect(fileOfUrl(url, 'docs/adr/adr-001-a.md')).toEqual({ kind: 'file', path, fragment });
});

test.each(['https://a.example/b.md', '//a.example/b.md', '#c', '', '../../../d.md', '%E0%A4%A'])(
  '%j stands for none',
  (url) => {
    expect(fileOfUrl(url, 'docs/adr/adr-001-a.md')).toBeUndefined();
  },
);

test('a record named inside a link written as HTML is no mention', () => {
  const text =
    '<a>ADR-001</a> <a href="x"><b>ADR-002</b></a> ADR-003\n\n<a href="x">\n\nADR-004\n\n</a>\n\nADR-005 <a name="y">[z](z.md) ADR-006\n';
  expect(readMentions(parseMarkdown(text)).map(({ id }) => id)).toEqual([
    'ADR-003',
    'ADR-005',
    'ADR-006',
  ]);
});
