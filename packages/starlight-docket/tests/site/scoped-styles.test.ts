import { expect, test } from 'vitest';
import { layerOrder, scopeStyles } from '../../site/scoped-styles.ts';

test('styles hold on the pages of Docket alone, and below those of the site', () => {
  const css = `:root, ::backdrop { --ink: black }
:root[data-theme="dark"] .x { color: red }
.lead, a:hover > b { color: var(--ink); & p { margin: 0 } }
@media print { @page { margin: 1cm } .lead { color: black } }
@keyframes turn { from { rotate: 0 } to { rotate: 1turn } }
@layer starlight.reset { a { color: blue } }`;
  const lines = scopeStyles(css, 'starlight, docket').replaceAll(/\s*\n\s*/g, '\n');
  expect(lines.replaceAll(':has(> head > meta[name="docket"])', ':has(M)')).toMatchInlineSnapshot(
    `"@layer starlight, docket;@layer starlight.reset { :where(:root:has(M)) a { color: blue } }@layer docket {:root:where(:has(M)), :where(:root:has(M)) ::backdrop { --ink: black }:root:where(:has(M))[data-theme="dark"] .x { color: red }:where(:root:has(M)) .lead, :where(:root:has(M)) a:hover > b { color: var(--ink); & p { margin: 0 } }@media print { @page { margin: 1cm } :where(:root:has(M)) .lead { color: black } }@keyframes turn { from { rotate: 0 } to { rotate: 1turn } } }"`,
  );
});

test('the order of layers is the one that the site states, with those of Docket after Starlight', () => {
  expect(layerOrder([])).toBe('starlight, docket');
  expect(layerOrder(['@layer base { a { color: red } }', '.x {}'])).toBe('starlight, docket');
  expect(
    layerOrder(['@layer reset;', '@layer base, starlight, theme, utilities;\n@import "x.css";']),
  ).toBe('base, starlight, docket, theme, utilities');
});
