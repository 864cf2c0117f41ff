import { globSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { AstroCheck } from '@astrojs/language-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../../../scripts/support/root.ts';
import { checkTypes } from '../../../scripts/types/check.ts';
import type { TypeFinding } from '../../../scripts/types/findings.ts';
import { BROKEN, COMPONENTS } from './components.ts';

const SETTINGS = `{ "extends": "astro/tsconfigs/strictest", "compilerOptions": { "checkJs": true } }`;

let project: string;
beforeAll(() => {
  project = mkdtempSync(path.join(tmpdir(), 'docket-types-'));
  symlinkSync(path.join(root, 'node_modules'), path.join(project, 'node_modules'));
  put('tsconfig.json', SETTINGS);
  put('.astro/types.d.ts', '/// <reference types="astro/client" />\n');
  for (const [file, text] of Object.entries(COMPONENTS)) put(file, text);
});
afterAll(() => rmSync(project, { recursive: true }));

function put(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(project, file)), { recursive: true });
  writeFileSync(path.join(project, file), text);
}

const check = () => checkTypes(path.join(project, '.cache/types'), project);
const placed = ({ file = '', line, column, code }: TypeFinding) =>
  `${path.relative(project, path.resolve(project, file))}:${line}:${column} ${code}`;

/** What \`astro check\` says, as the same lines. */
async function astroCheck(): Promise<readonly string[]> {
  const typescript = createRequire(import.meta.url).resolve('typescript');
  const { fileResult } = await new AstroCheck(project, typescript, undefined).lint({});
  return fileResult.flatMap(({ fileUrl, errors }) =>
    errors
      .filter(({ severity = 1 }) => severity <= 2)
      .map(({ range, source, code }) => {
        const file = path.relative(project, fileURLToPath(fileUrl));
        const place = `${file}:${range.start.line + 1}:${range.start.character + 1}`;
        return `${place} ${source === 'astro' ? 'astro' : `TS${code}`}`;
      }),
  );
}

test('finds in components what astro check finds, at the same places', async () => {
  const [ours, theirs] = [await check(), await astroCheck()];
  expect(theirs.length).toBeGreaterThan(15);
  expect(ours.map(placed).sort()).toEqual([...theirs].sort());
}, 60_000);

test('a change is seen in whatever depends on it, and what was mended is silent', async () => {
  const before = await check();
  put('src/model.ts', `export const total = 'three';\n`);
  const changed = (await check()).map(placed);
  expect(changed).toContain('src/clean.astro:6:8 TS2322');
  expect(changed).not.toContain('src/frontmatter.astro:6:7 TS2322');
  put('src/model.ts', COMPONENTS['src/model.ts'] ?? '');
  expect(await check()).toEqual(before);
}, 60_000);

test('a component that cannot be read is a finding, and goes with it', async () => {
  put('src/broken.astro', BROKEN);
  const faults = ['src/broken.astro:5:4 astro', 'src/broken.astro:5:6 TS1005'];
  expect((await check()).map(placed)).toEqual(faults);
  // It is not converted again, and is no less broken for that.
  expect((await check()).map(placed)).toEqual(faults);
  rmSync(path.join(project, 'src/broken.astro'));
  expect((await check()).map(placed)).not.toContain('src/broken.astro:5:4 astro');
}, 60_000);

test('a text made from a component that is gone is made again', async () => {
  const before = (await check()).map(placed);
  const texts = globSync('.cache/types/astro/src/frontmatter.astro*', { cwd: project });
  expect(texts.length).toBeGreaterThan(0);
  for (const text of texts) rmSync(path.join(project, text));
  expect((await check()).map(placed)).toEqual(before);
  expect(before.filter((line) => line.startsWith('src/frontmatter.astro')).length).toBeGreaterThan(
    0,
  );
}, 60_000);
