import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { readDiagram } from '../../../docket/src/records/diagrams/read.ts';
import { ROOT } from '../../../docket/tests/support/repository.ts';
import { isDrawnAsMermaid } from './compare.ts';
import { changedDiagram, madeDiagram } from './generated.ts';
import { mermaidReading } from './mermaid-reading.ts';
import { DRAWN, SHOWN } from './own-diagrams.ts';

vi.setConfig({ testTimeout: 180_000 });

test('every diagram of this repository is drawn as Mermaid draws it', async () => {
  const files = globSync(
    ['docs/**/*.md', 'packages/docket/docs/**/*.md', '.sdd/**/*.md', 'src/content/**/*.md'],
    { cwd: ROOT },
  );
  const sources = files.flatMap((file) =>
    [...readFileSync(path.join(ROOT, file), 'utf8').matchAll(/^```mermaid\n([\s\S]*?)^```$/gm)].map(
      ([, source = '']) => source,
    ),
  );
  expect(sources.length).toBeGreaterThanOrEqual(26);
  for (const source of sources) expect(await isDrawnAsMermaid(source), source).toBe(true);
});

test.each(Object.entries(DRAWN))('drawn as Mermaid draws it: %s', async (_, sources) => {
  expect(sources.length).toBeGreaterThan(0);
  for (const source of sources) expect(await isDrawnAsMermaid(source), source).toBe(true);
});

test.each(Object.entries(SHOWN))('shown as source: %s', (_, sources) => {
  expect(sources.length).toBeGreaterThan(0);
  for (const source of sources) expect(readDiagram(source).content.kind, source).toBe('unknown');
});

test('most of the own diagrams are drawn, and those are the most that Mermaid draws', async () => {
  const drawn = Object.values(DRAWN).flat().length;
  const shown = Object.values(SHOWN).flat();
  expect(new Set([...Object.values(DRAWN), ...Object.values(SHOWN)].flat()).size).toBe(
    drawn + shown.length,
  );
  expect(drawn).toBeGreaterThanOrEqual(150);
  expect(drawn / (drawn + shown.length)).toBeGreaterThan(0.5);
});

test.each([
  ['changed in a few places', changedDiagram],
  ['made of parts', madeDiagram],
])('what is drawn of diagrams %s is what Mermaid draws', async (_, diagram) => {
  let drawn = 0;
  const holds = async (source: string) => {
    if (await isDrawnAsMermaid(source)) drawn += 1;
  };
  await fc.assert(fc.asyncProperty(diagram, holds), { numRuns: 1500, seed: 12 });
  expect(drawn).toBeGreaterThan(30);
});

test('Mermaid is heard, and refuses what is no diagram', async () => {
  expect(await mermaidReading('flowchart TD\n  A --> B')).toMatchObject({
    shown: { edges: ['A solid end B: '] },
  });
  expect(await mermaidReading('flowchart TD\n  A -->')).toBeUndefined();
});
