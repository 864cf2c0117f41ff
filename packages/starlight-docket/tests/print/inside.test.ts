import { expect, test } from 'vitest';
import { insideDocument, type Place } from '../../views/print/inside.ts';

const PLACE: Place = {
  label: 'ADR-002',
  anchor: 'adr--adr-002',
  anchors: new Map([
    ['/base/adr/adr-001/', 'adr--adr-001'],
    ['/base/adr/adr-002/', 'adr--adr-002'],
  ]),
};
const inside = (html: string) => insideDocument(html, PLACE);

test('headings go down by one level, and the title becomes the part', () => {
  expect(inside('<h1 id="_top">A</h1><h2 id="b">B</h2><h5>C</h5><h6>D</h6><hr>')).toBe(
    '<h2 id="adr--adr-002">A</h2><h3 id="adr--adr-002--b">B</h3><h6>C</h6><h6>D</h6><hr>',
  );
});

test('links to other parts lead to them, and the rest stay', () => {
  expect(
    inside(
      '<a href="#risks">r</a><a href="/base/adr/adr-001/">1</a><a href="/base/adr/adr-001/#why">2</a><a href="/base/log/">l</a><a href="https://example.com/#x">e</a>',
    ),
  ).toBe(
    '<a href="#adr--adr-002--risks">r</a><a href="#adr--adr-001">1</a><a href="#adr--adr-001--why">2</a><a href="/base/log/">l</a><a href="https://example.com/#x">e</a>',
  );
});

test('what refers to an id follows it, in drawings too', () => {
  expect(
    inside(
      '<svg aria-labelledby="d-title d-text"><marker id="d-arrow"/><path marker-end="url(#d-arrow)"/></svg>',
    ),
  ).toBe(
    '<svg aria-labelledby="adr--adr-002--d-title adr--adr-002--d-text"><marker id="adr--adr-002--d-arrow"/><path marker-end="url(#adr--adr-002--d-arrow)"/></svg>',
  );
});

test('a region says which part it belongs to', () => {
  expect(inside('<div role="region" aria-label="Table 1"><a aria-label="Table 1">')).toBe(
    '<div role="region" aria-label="ADR-002, Table 1"><a aria-label="Table 1">',
  );
});

test('text and other attributes are left alone', () => {
  const html = `<p title="a > b id="> id="x" href="#y" &lt;h1&gt;</p><p data-id="_top" title='> "'>h2</p>`;
  expect(inside(html)).toBe(html);
});
