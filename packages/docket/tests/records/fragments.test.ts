import fc from 'fast-check';
import { markdownToHtml } from 'satteri';
import { expect, test } from 'vitest';
import { chosenPlugin } from '../../../starlight-docket/markdown/options.ts';
import { fragmentsOf, headingIdsPlugin } from '../../src/records/fragments.ts';
import { gatePlugin } from '../../src/records/gate.ts';
import { parseMarkdown } from '../../src/records/markdown.ts';
import { outlineOf } from '../../src/records/sections.ts';
import { ownSession } from '../support/repository.ts';

const slugsOf = (text: string) => outlineOf(parseMarkdown(text)).all.map(({ slug }) => slug);

// What GitHub makes of them; https://github.com/Flet/github-slugger records it for many more.
test.each([
  ['## Decision Drivers <!-- optional -->', 'decision-drivers-'],
  ['## <!-- first --> Context', '-context'],
  ['## Two  spaces', 'two--spaces'],
  ['## Non\u00a0breaking', 'nonbreaking'],
  ['## A\tb', 'ab'],
  ['## With <span>a span</span>', 'with-a-span'],
  ['## An ![image](x.svg) here', 'an--here'],
  ['Over *two*\nlines\n---', 'over-twolines'],
  ['## `code` & &amp; entities &lt;', 'code---entities-'],
  ['## A [link](x.md) and <https://a.example>', 'a-link-and-httpsaexample'],
  ['## 😄 Smile :smile:', '-smile-smile'],
  ['## “Quotes” — dashes…', 'quotes--dashes'],
  ['## "Quotes" -- dashes...', 'quotes----dashes'],
  ['## Привет ÄÖ_ü', 'привет-äö_ü'],
  ['## &#x20;a&#x20;', '-a-'],
  ['## Closed ##', 'closed'],
])('%j has the fragment %j', (text, slug) => {
  expect(slugsOf(text)).toEqual([slug]);
});

test('marks of footnotes, and headings in quotes, lists, notes and HTML, count as on the page', () => {
  const text = [
    '## Same[^b]',
    '> ## Same',
    '- ## Same',
    '<h3>Same</h3>',
    '## Same',
    '<h2 id="own">Same</h2>',
    '## Same',
    '## Same[^a][^b]',
    '<a name="by-name"></a> <i id="by-id"></i>',
    '[^a]: Note\n\n    ## Same',
    '[^b]: Note',
  ].join('\n\n');
  expect(slugsOf(text)).toEqual(['same1', 'same-3', 'same-5', 'same21']);
  const { all } = fragmentsOf(parseMarkdown(text));
  for (const fragment of ['same', 'same-1', 'same-2', 'own', 'same-6', 'by-name', 'by-id'])
    expect(all).toContain(fragment);
});

test('headings have the same fragments whether or not the document has to be rendered for them', () => {
  const inline = fc.constantFrom(
    ...[
      '## ',
      '# ',
      '\n',
      '\n\n',
      '- ',
      '> ',
      '---\n',
      '===\n',
      '    ',
      '\\\n',
      '  \n',
      '*',
      '**',
      '`',
      '~~',
    ],
    ...[
      '[a](b)',
      '![c](d)',
      '[e]',
      '[e]: f',
      '| g |\n|---|\n',
      'https://h.example',
      'www.i.example',
      '&amp;',
      '&nbsp;',
    ],
    ...[
      'Same',
      'Über uns',
      'a  b',
      '\u00a0',
      '\t',
      '😄',
      '...',
      '"q"',
      '- [x] ',
      ':smile:',
      '$x$',
      '```\n',
      '-1',
    ],
  );
  fc.assert(
    fc.property(fc.array(inline, { maxLength: 30 }), (pieces) => {
      const text = pieces.join('');
      const rendered = fragmentsOf(parseMarkdown(`${text}\n\n<!-- -->`));
      const { all, ofHeadings } = fragmentsOf(parseMarkdown(`${text}\n\n`));
      expect([...ofHeadings]).toEqual([...rendered.ofHeadings]);
      expect([...all]).toEqual([...rendered.all]);
    }),
    { numRuns: 1000 },
  );
});

test('the linter knows the ids that the site gives, in every record of the log', async () => {
  const { corpus } = await ownSession();
  for (const record of corpus.records) {
    const result = markdownToHtml(record.document.text, {
      features: { smartPunctuation: { dashes: false } },
      mdastPlugins: [record.kind === 'adr' && chosenPlugin()],
      hastPlugins: [gatePlugin(true), headingIdsPlugin()],
    });
    if (result instanceof Promise) throw new Error('Unexpected plugin that waits');
    const ids = [...result.html.matchAll(/<h[1-6][^>]* id="([^"]*)"/g)].map((match) => match[1]);
    expect(ids.length, record.path).toBeGreaterThan(0);
    expect(
      record.outline.all.map(({ slug }) => slug),
      record.path,
    ).toEqual(ids);
  }
});
