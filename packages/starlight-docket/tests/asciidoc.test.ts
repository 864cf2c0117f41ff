import { markdownToHtml } from 'satteri';
import { expect, test } from 'vitest';
import { headingIdsPlugin } from '../../docket/src/records/fragments.ts';
import { gatePlugin } from '../../docket/src/records/gate.ts';
import { asciidocHtml, loadAsciidoctor } from '../markdown/asciidoc.ts';
import { asciidocLookPlugin } from '../markdown/asciidoc-look.ts';
import { titlePlugin } from '../markdown/title.ts';
import { inEnglish } from '../words/english.ts';

async function converted(text: string, path = 'adr/0001-a.adoc'): Promise<string> {
  const asciidoctor = loadAsciidoctor();
  if (!asciidoctor) throw new Error('Asciidoctor is not installed');
  return asciidocHtml(asciidoctor, text, path);
}

/** What reaches the page. */
async function shown(text: string, path?: string): Promise<string> {
  const value = await converted(text, path);
  const { html } = await markdownToHtml('converted', {
    mdastPlugins: [
      { name: 'whole', paragraph: (node, ctx) => ctx.replaceNode(node, { type: 'html', value }) },
    ],
    hastPlugins: [
      gatePlugin(true),
      asciidocLookPlugin(inEnglish),
      headingIdsPlugin(),
      titlePlugin(),
    ],
  });
  return html.trim().replace(/\n+/g, '\n');
}

test('sections keep the ids that AsciiDoc gives them, and headings get those of the site', async () => {
  expect(await shown('= Title\n\n== First part\n\nText.\n')).toBe(
    '<span id="title"></span>\n<h2 id="first-part"><span id="_first_part"></span>First part</h2>\n<p>\nText.\n</p>',
  );
});

test('links lead to files of records', async () => {
  const html = await shown('xref:0002-b.adoc#_part[B], <<0003-c.adoc#,C>>, link:d.md[D]\n');
  expect([...html.matchAll(/href="([^"]*)"/g)].map((match) => match[1])).toEqual([
    '0002-b.adoc#_part',
    '0003-c.adoc',
    'd.md',
  ]);
  expect(await shown('xref:0002-b.adoc[B]\n', 'adr/0001-a.asciidoc')).toContain(
    'href="0002-b.asciidoc"',
  );
});

test('in Antora, references count from the folder of all pages', async () => {
  const hrefs = async (text: string, path: string) =>
    [...(await shown(text, path)).matchAll(/href="([^"]*)"/g)].map((match) => match[1]);
  const text = [
    'xref:adr/0002-b.adoc#_part[B] xref:index.adoc[I] xref:./0003-c.adoc[C]',
    '<<adr/0004-d.adoc#,D>> <<_own>> link:e.md[E] xref:other:page.adoc[O]',
  ].join('\n');
  expect(await hrefs(text, 'docs/modules/ROOT/pages/adr/0001-a.adoc')).toEqual([
    '../adr/0002-b.adoc#_part',
    '../index.adoc',
    './0003-c.adoc',
    '../adr/0004-d.adoc',
    '#_own',
    'e.md',
  ]);
  expect(await hrefs('xref:0002-b.adoc[B]', 'docs/modules/ROOT/pages/0001-a.adoc')).toEqual([
    '0002-b.adoc',
  ]);
});

test('nothing is included, and the place says what would have been', async () => {
  const html = await shown(
    'include::/etc/passwd[]\n\ninclude::asciidoc.test.ts[]\n\nimage::https://example.org/a.png[A]\n',
  );
  expect(html).toContain('<code>include::/etc/passwd[]</code>');
  expect(html).not.toMatch(/root:|vitest/);
  expect(html).toContain('<img src="https://example.org/a.png" alt="A">');
});

test('what an author passes through meets the gate', async () => {
  const text = [
    'a +++<script>alert(1)</script>+++ pass:[<img src=x onerror=alert(1)>]',
    '',
    '++++',
    '<iframe src="https://example.org"></iframe><p class="alert" style="position:fixed">p</p>',
    '++++',
    '',
    'link:javascript:alert(1)[x] [.hero]#role# video::https://example.org/a.mp4[]',
    '',
    'video::abc[youtube]',
  ].join('\n');
  const html = await shown(text);
  expect(html).not.toMatch(/script|onerror|iframe|style=|class=|javascript/);
  expect(html).toContain('<p>p</p>');
});

test('admonitions look as alerts do', async () => {
  expect(await shown('NOTE: Mind *this*.\n')).toBe(
    '<aside aria-label="Note" class="alert note"><p class="alert-title" aria-hidden="true">Note</p><p>Mind <strong>this</strong>.</p></aside>',
  );
  expect(await shown('.Why\n[CAUTION]\n====\nOne.\n\n* two\n====\n')).toBe(
    '<aside aria-label="Caution" class="alert caution"><p class="alert-title" aria-hidden="true">Caution</p><p><strong>Why</strong></p><p>\nOne.\n</p>\n<ul>\n<li>\ntwo\n</li>\n</ul></aside>',
  );
  expect(await shown('++++\n<aside aria-label="other">x</aside>\n++++\n')).toBe(
    '<aside aria-label="other">x</aside>',
  );
});

test('code has its language, a drawing too, and a caption where it has one', async () => {
  expect(await shown('[source,ruby]\n----\nputs 1 # <1>\n----\n')).toBe(
    '<pre><code class="language-ruby">puts 1 (1)</code></pre>',
  );
  expect(await shown('[mermaid]\n....\nflowchart TD\n....\n')).toBe(
    '<pre><code class="language-mermaid">flowchart TD</code></pre>',
  );
  expect(await shown('....\n<b>\n....\n')).toBe('<pre><code>&lt;b&gt;</code></pre>');
  expect(await shown('.Caption\n----\nx\n----\n')).toBe(
    '<figure>\n<figcaption>Caption</figcaption>\n<pre><code>x</code></pre>\n</figure>',
  );
  expect(await shown('[source,"a\\" onload=x"]\n----\nx\n----\n')).toContain(
    'class="language-a&quot; onload=x"',
  );
});

test('pictures of Antora stand beside the pages', async () => {
  const page = 'docs/modules/ROOT/pages/0001-a.adoc';
  expect(await converted('image::a.png[]\n', page)).toContain('src="../images/a.png"');
  expect(await converted(':imagesdir: pictures\n\nimage::a.png[]\n', page)).toContain(
    'src="pictures/a.png"',
  );
});

test('frontmatter is no text', async () => {
  expect(await converted('---\nstatus: accepted\n---\n= A\n\nText.\n')).not.toContain('status');
});
