import { expect, test } from 'vitest';
import { scopeStyles } from '../../site/scoped-styles.ts';

test('styles hold on the pages of Docket alone, and below those of the site', () => {
  const css = `:root, ::backdrop { --ink: black }
:root[data-theme="dark"] .x { color: red }
.lead, a:hover > b { color: var(--ink); & p { margin: 0 } }
@media print { @page { margin: 1cm } .lead { color: black } }
@keyframes turn { from { rotate: 0 } to { rotate: 1turn } }
@layer starlight.reset { a { color: blue } }`;
  expect(scopeStyles(css)).toMatchInlineSnapshot(
    `"@layer starlight.reset { :where(:root:has(> head > meta[name="docket"])) a { color: blue } } @layer docket {:root:where(:has(> head > meta[name="docket"])), :where(:root:has(> head > meta[name="docket"])) ::backdrop { --ink: black }:root:where(:has(> head > meta[name="docket"]))[data-theme="dark"] .x { color: red }:where(:root:has(> head > meta[name="docket"])) .lead, :where(:root:has(> head > meta[name="docket"])) a:hover > b { color: var(--ink); & p { margin: 0 } }@media print { @page { margin: 1cm } :where(:root:has(> head > meta[name="docket"])) .lead { color: black } }@keyframes turn { from { rotate: 0 } to { rotate: 1turn } } }"`,
  );
});

test('the order of layers stays outside of them', () => {
  expect(scopeStyles('@layer starlight, docket;')).toBe('@layer starlight, docket;');
});
