import { readFileSync } from 'node:fs';
import path from 'node:path';
import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import type { Patch } from '../../docket/src/engine/define.ts';
import { docketProcessor } from '../markdown/processor.ts';
import { renderRecord } from '../markdown/render.ts';
import { setFrame, setModel } from '../site/model.ts';
import { heldFiles } from '../views/media.ts';
import { exampleModel } from './site-context.ts';

const fixture = (name: string) =>
  readFileSync(path.join(import.meta.dirname, 'fixtures/github', name), 'utf8');

const RECORD = 'docs/adr/adr-003-write-as-on-github.md';
const FILES = ['light.png', 'dark.png', 'overview.drawio', 'costs.xlsx'].map(
  (name): Patch => ({ add: `docs/adr/${name}`, text: name }),
);

async function render(repository: string | undefined) {
  const model = {
    ...exampleModel({ add: RECORD, text: fixture('record.md') }, ...FILES),
    repository,
  };
  setFrame(model);
  setModel(model);
  const { html } = await renderRecord(
    docketProcessor().options,
    fixture('record.md'),
    `/repository/${RECORD}`,
  );
  return { html, model };
}

/** The address of a file of the repository, as the record writes it, by that of the site or of the code host. */
function written(address: string): string {
  return address
    .replace('/base/adr/adr-001-keep-sessions-in-memory/', 'adr-001-keep-sessions-in-memory.md')
    .replace(/^(?:\/base\/files|https:\/\/github\.com\/acme\/shop\/blob\/HEAD)\/docs\/adr\//, '')
    .replace('https://github.com/acme/shop/blob/HEAD/', '../../')
    .replace(/\/base\/files\/docs\/adr\/(?=\S+ \dx)/g, '');
}

/** What of each element says something to a reader; how it looks and what is added for screen readers does not. */
const KEPT = ['href', 'src', 'srcset', 'media', 'alt', 'width', 'type', 'checked', 'disabled'];

/** A page as its elements and words, one line each, in one form for GitHub's HTML and for ours. */
function linesOf(html: string): string[] {
  const { document, Node } = new JSDOM(html).window;
  const kind = (element: Element) =>
    /(?:^|[ -])(note|tip|important|warning|caution)$/.exec(element.className)?.[1];
  const lines: string[] = [];
  const walk = (node: Node, depth: number): void => {
    const indent = '  '.repeat(depth);
    if (node.nodeType === Node.TEXT_NODE) {
      const text = (node.textContent ?? '').replace(/\s+/g, ' ').trim();
      if (text !== '') lines.push(`${indent}${text}`);
    }
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    const element = node as Element;
    // The scrolling region round a table, and links of headings to themselves.
    const isOurs =
      element.matches('div.table-scroll, h1 > a, h2 > a') ||
      (element.localName === 'p' &&
        element.querySelector(':scope > picture, :scope > img:only-child') !== null);
    const attributes = KEPT.flatMap((name) => {
      const value = element.getAttribute(name);
      return value === null ? [] : [` ${name}="${written(value)}"`];
    });
    const align =
      element.getAttribute('align') ??
      /text-align: (\w+)/.exec(element.getAttribute('style') ?? '')?.[1];
    if (align !== undefined) attributes.push(` align="${align}"`);
    const isAlert = kind(element) !== undefined && element.matches('aside, div');
    const name = isAlert ? `alert ${kind(element)}` : element.localName;
    if (!isOurs) lines.push(`${indent}<${name}${attributes.join('')}>`);
    for (const child of element.childNodes) walk(child, depth + (isOurs ? 0 : 1));
  };
  for (const child of document.body.childNodes) walk(child, 0);
  return lines;
}

test('a page of all that GitHub shows has the same elements, addresses and words', async () => {
  const { html } = await render('https://github.com/acme/shop');
  // The title stands in the head of the page; its place stays.
  const [place, ...lines] = linesOf(html);
  expect(place).toBe('<span>');
  expect(lines).toEqual(linesOf(fixture('expected.txt')));
  expect(html).toContain('<h2 id="ship-rocket-it">');
});

test('files that a record leads to are copied only where no code host has them', async () => {
  const known = await render('https://github.com/acme/shop');
  expect(heldFiles(known.model)).toEqual(['docs/adr/light.png', 'docs/adr/dark.png']);
  expect(known.html).toContain('href="https://github.com/acme/shop/blob/HEAD/docs/adr/costs.xlsx"');
  const unknown = await render(undefined);
  expect(heldFiles(unknown.model)).toContain('docs/adr/costs.xlsx');
  expect(unknown.html).toContain('href="/base/files/docs/adr/overview.drawio"');
  expect(unknown.html).not.toContain('href="/base/files/README.md"');
});

test('the model reads every address that the page has', async () => {
  const { model } = await render(undefined);
  const urls = model.corpus.byPath(RECORD)?.links.map(({ url }) => url) ?? [];
  const counts = new Map<string, number>();
  for (const url of urls) counts.set(url, (counts.get(url) ?? 0) + 1);
  expect(Object.fromEntries(counts)).toEqual({
    'adr-001-keep-sessions-in-memory.md': 2,
    'adr-001-keep-sessions-in-memory.md#risks': 1,
    '../../README.md': 2,
    'light.png?raw=true': 2,
    'dark.png#gh-dark-mode-only': 1,
    'light.png?raw=true#gh-light-mode-only': 1,
    'light.png': 2,
    'dark.png': 2,
    'overview.drawio': 1,
    'costs.xlsx?raw=true': 1,
    'https://example.com': 1,
    'http://www.example.com': 1,
  });
});
