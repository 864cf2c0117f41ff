import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ENTRIES } from '../../build/entries.ts';
import { exportsOf, withTables } from '../../build/exports.ts';
import { referencePage, reportFolder } from '../../build/report.ts';
import { ROOT } from '../support/repository.ts';

const declared = (entry: string) => exportsOf(path.join(reportFolder, `${entry}.d.ts`));

test('every export has a docstring', () => {
  const all = Object.keys(ENTRIES).flatMap(declared);
  expect(all.filter(({ summary }) => summary === '').map(({ name }) => name)).toEqual([]);
  expect(all.length).toBeGreaterThan(50);
});

test('the reference page lists exactly what the entries export', () => {
  const { text, wanted } = referencePage();
  expect(text, 'run `pnpm generate` to renew it').toBe(wanted);
});

test('the reference page names what browsers get', () => {
  const { text } = referencePage();
  const [, sentence = ''] = /builds for browsers gets .*?: (.*)\.$/m.exec(text) ?? [];
  const named = [...sentence.matchAll(/`(\w+)`/g)].map(([, name]) => name);
  expect(named).toEqual(declared('browser-records').map(({ name }) => name));
});

test('a table is renewed below its own heading, and a page without it is refused', () => {
  const page = '## `docket/a`\n\nWords.\n\n| x |\n| - |\n\n## `docket/b`\n\n| y |\n| - |\n';
  const exports = [{ name: 'f', kind: 'function', summary: 'One | two.' }] as const;
  expect(withTables(page, new Map([['docket/b', exports]]))).toBe(
    '## `docket/a`\n\nWords.\n\n| x |\n| - |\n\n## `docket/b`\n\n| Export | Kind | What it is |\n| --- | --- | --- |\n| `f` | function | One \\| two. |\n',
  );
  expect(() => withTables(page, new Map([['docket/c', exports]]))).toThrow('no table below');
});

test('the page about versions gives each JSON document the version that it has', () => {
  const page = readFileSync(path.join(ROOT, 'src/content/docs/reference/versions.md'), 'utf8');
  const told = new Map(
    [...page.matchAll(/^\| .* \| (\d+) \| `docket\/(schemas\/.*)` \|$/gm)].map(
      ([, version, schema = '']) => [schema, Number(version)],
    ),
  );
  expect(told.size).toBeGreaterThanOrEqual(4);
  for (const [schema, version] of told) {
    const { properties } = JSON.parse(
      readFileSync(path.join(ROOT, 'packages/docket', schema), 'utf8'),
    ) as { properties: { version: { const: number } } };
    expect(properties.version.const, schema).toBe(version);
  }
});
