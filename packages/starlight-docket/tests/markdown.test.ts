import { type CompileOptions, type HastPluginList, markdownToHtml } from 'satteri';
import { expect, test } from 'vitest';
import { headingIdsPlugin } from '../../docket/src/records/fragments.ts';
import { gatePlugin } from '../../docket/src/records/gate.ts';
import { plainText } from '../../docket/src/records/markdown.ts';
import { NEW_ADR, SPEC } from '../../docket/src/rules/support/example-base.ts';
import { ownSession } from '../../docket/tests/support/repository.ts';
import { alertsPlugin } from '../markdown/alerts.ts';
import { diagramsPlugin } from '../markdown/diagrams.ts';
import { headLinesPlugin } from '../markdown/head-lines.ts';
import { linksPlugin } from '../markdown/links.ts';
import { mediaPlugin } from '../markdown/media.ts';
import { namesPlugin } from '../markdown/names.ts';
import { chosenPlugin, prosAndConsPlugin } from '../markdown/options.ts';
import { provenanceLeadPlugin } from '../markdown/provenance-lead.ts';
import { tableScrollPlugin } from '../markdown/tables.ts';
import { opensWithTitle, titlePlugin } from '../markdown/title.ts';
import { inEnglish } from '../words/english.ts';
import { corpusInAnyForm, exampleContext } from './site-context.ts';

const context = exampleContext();

/** HTML of a text; the plugins of the site do not wait, so Sätteri does not either. */
function htmlOf(text: string, options: CompileOptions): string {
  const result = markdownToHtml(text, options);
  if (result instanceof Promise) throw new Error('Unexpected plugin that waits');
  return result.html;
}

function render(text: string, hastPlugins: HastPluginList): string {
  return htmlOf(text, { hastPlugins: [gatePlugin(true), hastPlugins] }).trim();
}

function renderOptions(text: string): string {
  return htmlOf(text, {
    mdastPlugins: [chosenPlugin()],
    hastPlugins: [gatePlugin(true), prosAndConsPlugin()],
  }).trim();
}

function renderAdr(text: string): string {
  const record = context.corpus.byPath(NEW_ADR);
  if (!record) throw new Error('No record');
  return render(text, [linksPlugin(context, NEW_ADR), namesPlugin(context, record)]);
}

test('the heading that is the title of the page stands there alone, and links to it have their place', () => {
  expect(render('# 9. Help\n\nWhy.\n\n# More\n', [headingIdsPlugin(), titlePlugin()])).toBe(
    '<span id="9-help"></span>\n<p>Why.</p>\n<h1 id="more">More</h1>',
  );
});

const LINES = '* Status: accepted\n* Deciders: Mia, Noor\n* Date: 2026-03-05';

test.each([
  [LINES, ''],
  ['**Date:** 2026-03-05\n**Status:** Accepted', ''],
  ['Date: 2026-03-05\n\n* Status: accepted', ''],
  ['* Status: accepted\n* Date: 2026-03-06', 'Date'],
  [`${LINES}\n* Ticket: 12`, 'Ticket'],
  ['* Status: accepted, after a long week', 'long week'],
  ['* Status: accepted ([vote](v.md))', 'vote'],
  ['* Status: accepted\n* Last updated: 2026-03-05', 'Last updated'],
  ['Why.\n\nDate: 2026-03-05', 'Date'],
])('lines that the head shows stand there alone, and no others are lost: %s', (lines, kept) => {
  const text = `# Use queues\n\n${lines}\n\n## Context\n\nDate: 2026-03-05\n`;
  const stated = `# Use queues\n\n${LINES}\n`;
  const corpus = corpusInAnyForm({ 'doc/adr/0001-queues.md': stated });
  const [record] = corpus.adrs;
  if (!record) throw new Error('No record');
  const [before = '', after] = render(text, [headLinesPlugin(record), titlePlugin()]).split('<h2');
  expect(after).toContain('Date: 2026-03-05');
  if (kept === '') expect(before.trim()).toBe('<span></span>');
  else expect(before.replace(/<[^>]+>/g, '')).toContain(lines.split('\n')[0]?.slice(2, 8));
  expect(before).toContain(kept);
});

test.each([
  ['# ADR-002: Keep Sessions in Redis', true],
  ['# 2. Keep sessions in Redis', true],
  ['# Sessions', false],
  ['## Keep Sessions in Redis', false],
])('under the title of the frontmatter, the heading %s says it again: %s', (heading, isTitle) => {
  const { corpus } = exampleContext({
    change: NEW_ADR,
    from: '## Context\n',
    to: `${heading}\n\n## Context\n`,
  });
  const record = corpus.byPath(NEW_ADR);
  expect(record && opensWithTitle(record)).toBe(isTitle);
});

test('links of every form lead to pages', () => {
  expect(
    renderAdr(
      `[One](adr-001-keep-sessions-in-memory.md#risks), [two][spec], [ADR-001](adr-001-keep-sessions-in-memory.md "mine").\n\n[spec]: ../../${SPEC}`,
    ),
  ).toMatchInlineSnapshot(
    `"<p><a href="/base/adr/adr-001-keep-sessions-in-memory/#risks" title="Keep Sessions in Memory (superseded)" class="lapsed">One</a>, <a href="/base/specs/spec-0001-session-store/" title="Write ADR-002">two</a>, <a href="/base/adr/adr-001-keep-sessions-in-memory/" title="mine" class="id lapsed">ADR-001</a>.</p>"`,
  );
});

test('a link that leads to no page becomes text with a hint, and keeps its words', () => {
  expect(
    renderAdr('See [the *read me*](../../README.md) and [out](../../../x.md).'),
  ).toMatchInlineSnapshot(
    `"<p>See <span class="file-reference" title="README.md, a file of the repository">the <em>read me</em></span> and <span class="file-reference" title="../../../x.md, which has no page here">out</span>.</p>"`,
  );
});

test('records named in plain text become links, others a hint', () => {
  expect(
    renderAdr('ADR-001 and Spec 0009; ADR-002 is this one, `ADR-001` is code.'),
  ).toMatchInlineSnapshot(
    `"<p><a href="/base/adr/adr-001-keep-sessions-in-memory/" title="Keep Sessions in Memory (superseded)" class="id lapsed">ADR-001</a> and <span class="missing-record" title="Spec 0009 is not in this repository">Spec 0009<span class="sr-only" data-pagefind-ignore=""> (not in this repository)</span></span>; ADR-002 is this one, <code>ADR-001</code> is code.</p>"`,
  );
});

test('a record named in a heading or a link stays as it is', () => {
  expect(renderAdr('## Against ADR-001\n\n[about ADR-001](https://example.com)')).toBe(
    '<h2>Against ADR-001</h2>\n<p><a href="https://example.com">about ADR-001</a></p>',
  );
});

test('the path of a record in backticks becomes a link', () => {
  expect(renderAdr(`\`${SPEC}\` and \`docs/adr/template.md\``)).toMatchInlineSnapshot(
    `"<p><a href="/base/specs/spec-0001-session-store/" title="Write ADR-002"><code>.sdd/specification/spec-0001-session-store.md</code></a> and <code>docs/adr/template.md</code></p>"`,
  );
});

test('pros and cons stand side by side with every word', () => {
  expect(
    renderOptions(
      '### Option B: Redis (chosen)\n\n**Pros:**\n\n- Fast, *very*.\n- Known.\n\n**Cons:**\n\n- One more [part](https://example.com).\n\nAfter.',
    ),
  ).toMatchInlineSnapshot(`
    "<h3>Option B: Redis <span class="chosen"><span class="bracket">(</span>chosen<span class="bracket">)</span></span></h3>
    <div class="pros-cons"><div class="pros"><p><strong>Pros:</strong></p>
    <ul>
    <li>Fast, <em>very</em>.</li>
    <li>Known.</li>
    </ul>
    </div><div class="cons"><p><strong>Cons:</strong></p>
    <ul>
    <li>One more <a href="https://example.com">part</a>.</li>
    </ul></div></div>
    <p>After.</p>"
  `);
});

test('lists that are no pair are left alone', () => {
  const text = '**Pros:**\n\n- One.\n\nText.\n\n**Cons:**\n\n- Two.';
  expect(renderOptions(text)).toBe(render(text, []));
});

test('the head of a provenance record is taken off, and nothing else', () => {
  const lead = provenanceLeadPlugin();
  expect(
    render(
      '# Provenance: X\n\n**Spec:** `a.md`\n**Executed:** now\n**Agent:** me\n\nA remark.\n\n**Note:** stays.\n\n## Actions\n\n**Spec:** stays too.\n\n# Last',
      [lead],
    ),
  ).toBe(
    '<p>A remark.</p>\n<p><strong>Note:</strong> stays.</p>\n<h2>Actions</h2>\n<p><strong>Spec:</strong> stays too.</p>\n<h1>Last</h1>',
  );
});

test('a table scrolls by itself and is named by its columns', () => {
  const html = htmlOf('| A | B |\n| - | - |\n| 1 | 2 |', {
    hastPlugins: [tableScrollPlugin(inEnglish)],
  });
  expect(html).toContain(
    '<div class="table-scroll" role="region" tabindex="0" aria-label="Table 1: A, B">',
  );
});

test('a diagram is drawn, other code is not', () => {
  const html = render('```mermaid\nflowchart TD\n  a --> b\n```\n\n```js\na --> b\n```', [
    diagramsPlugin(inEnglish, 'source'),
  ]);
  expect(html).toContain('<figure class="diagram');
  expect(html).toContain('<code class="language-js">');
});

test('no word of the real records is lost on the way to the site', async () => {
  const { corpus } = await ownSession();
  expect(corpus.records.length).toBeGreaterThan(18);
  for (const record of corpus.records) {
    const own = { corpus, base: '/', repository: undefined, t: inEnglish };
    const html = htmlOf(record.document.text, {
      mdastPlugins: [record.kind === 'adr' && chosenPlugin()],
      hastPlugins: [linksPlugin(own, record.path), namesPlugin(own, record)],
    });
    const shown = words(html.replace(/ \(not in this repository\)/g, '').replace(/<[^>]+>/g, ' '));
    const written = record.document.tree.children
      .filter((node) => node.type !== 'yaml' && node.type !== 'definition' && node.type !== 'html')
      .flatMap((node) => words(plainText(node)));
    expect(countOf(shown), record.path).toEqual(countOf(written));
  }
});

function words(text: string): string[] {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, '')
    .split('');
}

/** How often each character occurs: markup may move words apart, but it may not drop one. */
function countOf(list: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of list) counts[item] = (counts[item] ?? 0) + 1;
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));
}

test('the fragments of the model are those of the site', async () => {
  const { corpus } = await ownSession();
  const { satteriHeadingIdsPlugin } = await import('@astrojs/markdown-satteri');
  let count = 0;
  for (const record of corpus.records) {
    const html = htmlOf(record.document.text, {
      features: { smartPunctuation: { quotes: true, ellipses: true, dashes: false } },
      mdastPlugins: [record.kind === 'adr' && chosenPlugin()],
      hastPlugins: [satteriHeadingIdsPlugin()],
    });
    const ids = [...html.matchAll(/<h[1-6] id="([^"]*)"/g)].map((match) => match[1]);
    expect(ids, record.path).toEqual(record.outline.all.map((section) => section.slug));
    count += ids.length;
  }
  expect(count).toBeGreaterThan(200);
});

test('an alert is an aside with a title, without its mark, and keeps what it holds', () => {
  const alert = (text: string) => htmlOf(text, { mdastPlugins: [alertsPlugin(inEnglish)] }).trim();
  expect(alert('> [!Warning]\n> One *two*.\n>\n> - Three')).toBe(
    '<aside class="alert warning" aria-label="Warning">\n<p class="alert-title" aria-hidden="true">Warning</p>\n<p>One <em>two</em>.</p>\n<ul>\n<li>Three</li>\n</ul>\n</aside>',
  );
  expect(alert('> [!NOTE]  \n> **Bold** first.')).toContain(
    '</p>\n<p><strong>Bold</strong> first.</p>',
  );
  expect(alert('> [!NOTE]\n>\n> Apart.')).toContain('Note</p>\n<p>Apart.</p>');
  for (const text of ['> [!NOTE] here\n> x', '> \\[!NOTE]\n> x', '> [!NOTE]']) {
    expect(alert(text)).toContain('[!NOTE]');
  }
});

test('a day in words that the head shows stands there alone', () => {
  const text = '# Use queues\n\nDate: 12 June 2026\n\n## Context\n\nWhy.\n';
  const [record] = corpusInAnyForm({ 'doc/adr/0001-queues.md': text }).adrs;
  if (!record) throw new Error('No record');
  expect(record.fields.date.value).toBe('2026-06-12');
  expect(render(text, [headLinesPlugin(record), titlePlugin()])).not.toContain('June');
});

test('an image from elsewhere is a link where the policy of the site lets none be loaded', () => {
  const site = { ...exampleContext(), delivers: true };
  expect(
    render('![Parts](https://e.example/x.png) [![build](//e.example/b.svg)](https://ci.example/)', [
      mediaPlugin(site, NEW_ADR),
    ]),
  ).toBe(
    '<p><a href="https://e.example/x.png">Parts</a> <a href="https://ci.example/">build</a></p>',
  );
});

test('what a record shows leads to the copies on the site, and what it cannot show keeps its words', () => {
  const { corpus, base, repository } = exampleContext();
  const shown = new Set(['docs/adr/a b.svg', 'docs/adr/50%.png']);
  const held = {
    base,
    repository,
    t: inEnglish,
    corpus: { ...corpus, surroundings: { ...corpus.surroundings, shown } },
  };
  const show = (text: string) => render(text, [mediaPlugin(held, NEW_ADR)]);
  expect(show('![x](<a b.svg?raw=true#gh-dark-mode-only>) ![y](50%.png) ![z](gone.png)')).toBe(
    '<p><img src="/base/files/docs/adr/a%20b.svg#gh-dark-mode-only" alt="x"> <img src="/base/files/docs/adr/50%25.png" alt="y"> <span class="file-reference" title="gone.png, which this site does not hold">z</span></p>',
  );
  expect(
    show(
      '<picture><source srcset="gone.png 1x"><source srcset="50%25.png 2x, gone.png"><img src="https://e.example/x.png" alt=""></picture>',
    ),
  ).toBe(
    '<p><picture><source srcset="/base/files/docs/adr/50%25.png 2x"><img src="https://e.example/x.png" alt=""></picture></p>',
  );
});
