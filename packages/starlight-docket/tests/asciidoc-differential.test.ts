import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDocument } from '../../docket/src/records/formats/parse-document.ts';
import { readLinks } from '../../docket/src/records/links.ts';
import { nodesOf } from '../../docket/src/records/nodes.ts';
import { outlineOf } from '../../docket/src/records/sections.ts';
import { loadAsciidoctor } from '../markdown/asciidoc.ts';

/*
 * The reader of AsciiDoc is held against Asciidoctor: what is a section, what is a link, and what is shown as code.
 */

const PATH = 'adr/0001-a.adoc';

interface Shape {
  readonly headings: readonly string[];
  readonly links: readonly string[];
  readonly code: readonly string[];
}

function own(text: string): Shape {
  const document = parseDocument(PATH, text);
  return {
    headings: outlineOf(document).all.map(({ depth, title }) => `${depth} ${title}`),
    links: readLinks(document, PATH)
      .filter(({ image }) => !image)
      .map(({ url }) => url),
    code: nodesOf(document).code.map(({ value }) => value.trim()),
  };
}

async function theirs(text: string): Promise<Shape> {
  const asciidoctor = loadAsciidoctor();
  const html = String(
    await asciidoctor?.convert(text, {
      safe: 'secure',
      logger: null,
      attributes: { showtitle: '', relfilesuffix: '.adoc' },
    }),
  );
  const found = (pattern: RegExp) =>
    [...html.matchAll(pattern)].map((match) => plain(match.slice(1).join(' ')));
  return {
    headings: found(/<h([1-6])(?: id="[^"]*")?>([\s\S]*?)<\/h\1>/g),
    links: found(/<a href="([^"]*)"/g),
    code: found(/<pre[^>]*>([\s\S]*?)<\/pre>/g),
  };
}

function plain(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim();
}

const BLOCKS = [
  '== One',
  '=== Two ===',
  '=== And two ==',
  '== *Three* and `four`',
  'Five words\n~~~~~~~~~~',
  '[discrete]\n== Apart',
  'Text that is *bold*, _slanted_ and `code`.',
  'Text\n== that goes on',
  '* item\n* item xref:b.adoc[B]\n** inner\n* last',
  '. one\n.. two\n. three\n+\n----\n== no\n----',
  'term:: said\nother::\n  said link:c.adoc[C]',
  '----\n== no\nlink:no.adoc[No]\n----',
  '[source,sh]\n----\n== no\n----',
  '....\n== no\n....',
  '```js\n== no\n```',
  '====\nexample xref:d.adoc#part[D]\n====',
  '****\nside\n\n----\n== no\n----\n****',
  '____\nquoted https://example.org[E]\n____',
  '--\nopen <<one,One>>\n--',
  'NOTE: note link:f.adoc["F, too",window=_blank]',
  '[WARNING]\n====\nin <<g.adoc#,G>>\n====',
  '|===\n|a |b\n\n|link:h.adoc[H] |d\n|===',
  '////\n== no\nlink:no.adoc[No]\n////',
  '// == no',
  '[comment]\n--\nlink:no.adoc[No]\n--',
  ':set: value',
  ':!set:',
  'ifdef::set[]\n== Set\nendif::[]',
  'ifndef::set[]\nlink:unset.adoc[Unset]\nendif::[]',
  'ifdef::set[link:one.adoc[One line]]',
  '{set} and \\https://example.org/no and +link:no.adoc[No]+',
  'https://example.org/x, (https://example.org/y) and <https://example.org/z>.',
  'mailto:ada@example.org[Ada] and a link:with%20space.adoc[space]',
  '  == literal',
  "'''",
  '.Caption\n----\n.Not\n----',
  '[[place]]\nText with [[inside]] an anchor.',
  '* [x] done\n* [ ] open link:i.adoc[I]',
];

test('every block alone is read as Asciidoctor reads it', async () => {
  for (const block of BLOCKS) {
    const text = `= Title\n\n${block}\n`;
    expect(own(text), block).toEqual(await theirs(text));
  }
});

test('blocks in any order are read as Asciidoctor reads them', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...BLOCKS), { maxLength: 8 }), async (blocks) => {
      const text = ['= Title', ...blocks].join('\n\n');
      expect(own(text)).toEqual(await theirs(text));
    }),
    { numRuns: 400 },
  );
});
