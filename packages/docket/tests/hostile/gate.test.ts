import { markdownToHtml } from 'satteri';
import { expect, test } from 'vitest';
import { variants } from '../../../../bench/hostile/payload-variants.ts';
import { gatePlugin } from '../../src/records/gate.ts';
import { removedHtml } from '../../src/records/html.ts';
import { readLinks } from '../../src/records/links.ts';
import { FEATURES, parseMarkdown } from '../../src/records/markdown.ts';
import { armed } from './armed.ts';
import { CODE, ORDINARY, PAYLOADS } from './payload-texts.ts';

const pass = (text: string, hasHtml = true): string => {
  const result = markdownToHtml(text, { features: FEATURES, hastPlugins: [gatePlugin(hasHtml)] });
  if (result instanceof Promise) throw new Error('Unexpected plugin that waits');
  return result.html;
};

test('there are many payloads, and none stands there twice', () => {
  expect(new Set(PAYLOADS.map(({ text }) => text)).size).toBe(PAYLOADS.length);
  expect(PAYLOADS.length).toBeGreaterThanOrEqual(150);
});

test.each(PAYLOADS)('$name does nothing', ({ text }) => {
  expect(armed(pass(text))).toEqual([]);
  // And nothing where it was not taken for HTML, or stands between other text.
  expect(armed(pass(text, false))).toEqual([]);
  expect(armed(pass(`Before ${text} after\n\n**b** <i>\n\n${text}`))).toEqual([]);
});

test('two payloads in one record do no more than one', () => {
  for (const [index, { name, text }] of PAYLOADS.entries()) {
    const other = PAYLOADS[(index * 7 + 3) % PAYLOADS.length];
    expect(armed(pass(`${text}\n\n${other?.text}`)), `${name}, ${other?.name}`).toEqual([]);
  }
});

const bare = (text: string) => markdownToHtml(text, { features: FEATURES }).html;
const live = PAYLOADS.filter(({ text }) => armed(bare(text)).length > 0);

test('without the gate at least 150 of them would do something', () => {
  expect(live.length).toBeGreaterThanOrEqual(150);
});

test.each(live)('lint tells of $name', ({ text }) => {
  const document = parseMarkdown(text);
  const addresses = readLinks(document, 'a.md').filter(({ url }) => /^\s*[a-z-]+:/i.test(url));
  expect([...removedHtml(document), ...addresses]).not.toEqual([]);
});

test('what the gate takes from an author is reported', () => {
  const told = (text: string) =>
    removedHtml(parseMarkdown(text)).map(({ name, isDangerous, span }) => {
      return `${isDangerous ? 'error' : 'info'} ${name} ${span.start.line}:${span.start.column}`;
    });
  expect(told(`Text <b onclick="${CODE}" class=x>a</b>\n\n> - <i\n>   style="x">`)).toEqual([
    'error onclick 1:9',
    `info class 1:${`Text <b onclick="${CODE}" `.length + 1}`,
    'error style 4:5',
  ]);
});

test('what is ordinary stays', () => {
  const html = pass(ORDINARY);
  for (const part of [
    '<details open>',
    '<summary>More</summary>',
    '<kbd>Ctrl</kbd>',
    '<sub>2</sub>',
    '<th align="right">Head</th>',
    '<td colspan="2">Cell</td>',
    '<picture><source srcset="dot.svg" media="(min-width: 1px)"><img src="dot.svg" alt="A dot" width="40">',
    '<a name="own-anchor"></a><a href="#own-anchor">',
    '<input type="checkbox" checked disabled>',
    '<div align="center">Centred</div>',
    'id="user-content-fn-note"',
  ])
    expect(html).toContain(part);
  expect(removedHtml(parseMarkdown(ORDINARY))).toEqual([]);
});

test('the place of the marks that the gate itself sets cannot be guessed', () => {
  const html = pass(
    '```js title=x\na\n```\n\n<b data-own="0" data-ownmade="0" data-ownnmade="0">a</b>',
  );
  expect(html).toContain('<b>a</b>');
});

test('an anchor keeps its name, unless the page or a browser uses it', () => {
  expect(pass('<a name="costs"></a> <i id="b-1">b</i>')).toContain(
    '<a name="costs"></a> <i id="b-1">',
  );
  for (const name of [
    'location',
    'body',
    'starlight__sidebar',
    '_top',
    'Claim-executed',
    'history',
  ])
    expect(pass(`<i id="${name}">b</i> <a name="${name}">c</a>`)).toContain('<i>b</i> <a>c</a>');
  expect(pass('<img name="cookie" src="a.png" alt="">')).not.toContain('name');
});

test('a tree that is deeper than is read shows its HTML as text', () => {
  const html = pass(`${'<div>'.repeat(500)}a <script>b</script>`);
  expect(html).not.toContain('<div>');
  expect(html).toContain('&lt;div&gt;&lt;div&gt;');
});

test('variants of the payloads do nothing either', () => {
  const endless = variants(13);
  for (let tried = 0; tried < 600; tried += 1) {
    const text: string = endless.next().value;
    expect(armed(pass(text)), JSON.stringify(text)).toEqual([]);
  }
});
