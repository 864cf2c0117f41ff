import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../packages/docket/tests/support/repository.ts';

/*
 * A fact may stand anywhere: only the readers in `records` know how a text says it. Everybody else asks a field, a key
 * or a role.
 */

const FORBIDDEN: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['a key of the frontmatter', /\bfrontmatter\s*\.\s*(?:data|keySpan|valueSpan)\b/],
  ['a section by its heading', /\bfindSection\([^)]*['"]/],
  ['the form of a name', /\/[^/\n]*\b(?:ADR|Spec|SPEC)\)?[[\- ][^/\n]*\\d[^/\n]*\/[a-z]*/],
];

const files = globSync('packages/{docket/src,starlight-docket}/**/*.{ts,astro}', { cwd: ROOT })
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => !/node_modules|\/tests\/|^packages\/docket\/src\/records\//.test(file));

test.each(FORBIDDEN)('nobody outside the records asks for %s', (_what, pattern) => {
  expect(files.length).toBeGreaterThan(300);
  const asking = files.filter((file) => pattern.test(readFileSync(path.join(ROOT, file), 'utf8')));
  expect(asking).toEqual([]);
});

test.each([
  ["record.frontmatter.data['title']", 0],
  ["findSection(record.outline.sections, 'Decision')", 1],
  ['/^(?:ADR-|Spec )(\\d+[a-z]?):/.exec(title)', 2],
  ['title.replace(/^ADR-\\d+: /, "")', 2],
])('%s would be found', (code, index) => {
  expect(FORBIDDEN.map(([, pattern]) => pattern.test(code)).indexOf(true)).toBe(index);
});
