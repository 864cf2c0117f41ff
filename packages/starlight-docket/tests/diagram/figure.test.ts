import { JSDOM } from 'jsdom';
import { expect, test, vi } from 'vitest';
import { readDiagram } from '../../../docket/src/records/diagrams/read.ts';
import { diagramHtml } from '../../markdown/diagrams.ts';
import { asksBrowser } from '../../views/diagram/figure.ts';
import { inEnglish } from '../../words/english.ts';
import { DRAWN } from './own-diagrams.ts';

// Each drawing takes some hundredths of a second on a machine that does nothing else.
vi.setConfig({ testTimeout: 60_000 });

const { document } = new JSDOM('').window;

const SOURCE = `flowchart TD
  accTitle: Two steps
  accDescr: A leads to B & ends.
  a["A [one]"] --> b[B]`;

function htmlOf(source: string, id = 'd1'): string {
  return diagramHtml(inEnglish, readDiagram(source), source, { id, otherwise: 'source' });
}

function textsOf(html: string): string[] {
  const page = document.createElement('div');
  page.innerHTML = html;
  return [...page.querySelectorAll('svg text')].map((text) => text.textContent ?? '');
}

test('a drawing has a text alternative, and fetches nothing', () => {
  const html = htmlOf(SOURCE);
  expect(html).toContain('role="img" aria-labelledby="d1-title" aria-describedby="d1-description"');
  expect(html).toContain('<title id="d1-title">Two steps</title>');
  expect(html).toContain('<p id="d1-description">A leads to B &amp; ends.</p>');
  expect(html).toContain(
    '<pre><code>flowchart TD\n  a[&quot;A [one]&quot;] --&gt; b[B]</code></pre>',
  );
  expect(html).not.toMatch(/@import|<style|fonts\.googleapis|url\(["']?http/);
});

test('numbers and everything else in a text are drawn as they are written', () => {
  const texts = [
    '10.0.12.34/16',
    '99.95%',
    '0.123456789',
    'url(#arrowhead)',
    'url(#x) id=1',
    'data-x=1 rx=0',
    'a < 3.14159 > b',
    '5 * 3 = NaN',
    '~',
    'f(x) [y] {z} | & \\ end',
    "it's",
    '%% {',
  ];
  for (const text of texts) {
    const html = htmlOf(`flowchart TD\n  A["${text}"] -->|"${text}"| B`);
    expect(textsOf(html)).toEqual([text, text, 'B']);
  }
  expect(textsOf(htmlOf('flowchart TD\n  A["#quot;1.2345#quot;"]'))).toEqual(['"1.2345"']);
});

test('the page shows the texts that were drawn, of every own diagram', () => {
  for (const source of Object.values(DRAWN).flat()) {
    const texts = textsOf(htmlOf(source));
    expect(texts.length, source).toBeGreaterThan(0);
    expect(texts.join(''), source).not.toMatch(/[\ue000-\uf8ff]|&\w+;|undefined|NaN/);
  }
});

test('two drawings on a page share no id, whatever their kind', () => {
  for (const source of [SOURCE, 'sequenceDiagram\n  A->>B: hi', 'stateDiagram-v2\n  A --> B']) {
    const [first, second] = ['d1', 'd2'].map((id) =>
      [...htmlOf(source, id).matchAll(/\bid="([^"]+)"/g)].map((match) => match[1]),
    );
    expect(first?.length).toBeGreaterThan(2);
    expect(first?.filter((id) => second?.includes(id))).toEqual([]);
  }
});

test('every marker a drawing uses is one it has', () => {
  for (const source of [
    'flowchart LR\n  a <-->|both| b\n  b -.-> c',
    'sequenceDiagram\nA->>B: x',
  ]) {
    const html = htmlOf(source);
    const used = [...html.matchAll(/url\(#([^)]+)\)/g)].map((match) => match[1]);
    expect(used.length).toBeGreaterThan(0);
    for (const id of used) expect(html).toContain(`id="${id}"`);
  }
});

test('a diagram that is not drawn is its source in a frame, with what it shows', () => {
  expect(
    htmlOf(
      'pie title "Pets"\n  accTitle: Who <b>lives</b> here\n  accDescr: Dogs & cats.\n  "Dogs" : 3.14159',
    ),
  ).toMatchInlineSnapshot(`
    "<figure class="diagram diagram-source not-content" aria-labelledby="d1-title"><figcaption><strong id="d1-title">Who &lt;b&gt;lives&lt;/b&gt; here</strong> <span>Pie chart, shown as its Mermaid source</span><p id="d1-description">Dogs &amp; cats.</p></figcaption><pre tabindex="0" role="group" aria-label="Who &lt;b&gt;lives&lt;/b&gt; here: source" data-pagefind-ignore><code>pie title &quot;Pets&quot;
      &quot;Dogs&quot; : 3.14159</code></pre></figure>"
  `);
  expect(htmlOf('gantt\n  Task :2026-01-01, 30d')).toMatchInlineSnapshot(`
    "<figure class="diagram diagram-source not-content" aria-labelledby="d1-title"><figcaption><strong id="d1-title">Gantt chart</strong> <span>Shown as its Mermaid source</span></figcaption><pre tabindex="0" role="group" aria-label="Gantt chart: source" data-pagefind-ignore><code>gantt
      Task :2026-01-01, 30d</code></pre></figure>"
  `);
  expect(htmlOf('---\ntitle: "The plan"\n---\nflowchart TD\n  A --> B')).toContain(
    '<strong id="d1-title">The plan</strong>',
  );
  expect(htmlOf('')).toContain('<code></code>');
});

test('a diagram for the browser keeps room, and carries its whole source as text', () => {
  const source =
    'pie title "Pets"\n  accTitle: Who <b>lives</b> here\n  accDescr: Dogs & cats.\n  "Dogs" : 3';
  const html = diagramHtml(inEnglish, readDiagram(source), source, {
    id: 'd1',
    otherwise: 'browser',
  });
  expect(asksBrowser(html)).toBe(true);
  expect(html).toContain('style="--diagram-height:32rem"');
  const page = document.createElement('div');
  page.innerHTML = html;
  expect(page.querySelector('details code')?.textContent).toBe(source);
  expect(page.querySelector('summary')?.textContent).toBe('Who <b>lives</b> here');
  expect(page.querySelector('b')).toBeNull();
  expect(html).toContain(`<noscript>${htmlOf(source)}</noscript>`);
});

test('what is drawn at build and what Mermaid refuses is no work for the browser', () => {
  for (const source of ['flowchart TD\n  A --> B', 'nothing', '']) {
    const html = diagramHtml(inEnglish, readDiagram(source), source, {
      id: 'd1',
      otherwise: 'browser',
    });
    expect(asksBrowser(html), source).toBe(false);
    expect(html, source).toBe(htmlOf(source));
  }
});
