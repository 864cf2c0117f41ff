import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openCleanRuns } from '../../scripts/lint/cache.ts';
import { run } from '../../scripts/support/process.ts';

const isText = (file: string) => file.endsWith('.txt');

test('a check is remembered as clean until a file it reads changes', async () => {
  const root = await mkdtemp(path.join(os.tmpdir(), 'docket-lint-'));
  const cache = path.join(root, '.cache');
  await run({ file: 'git', args: ['init', '-q', root] }, { capture: true });
  await writeFile(path.join(root, '.gitignore'), '.cache/\nignored.txt\n');
  await writeFile(path.join(root, 'a.txt'), 'a');
  // Every command opens the memory anew.
  const isClean = () => openCleanRuns(root, cache).isClean('spelling', isText);
  const remember = () => {
    const runs = openCleanRuns(root, cache);
    runs.remember('spelling', runs.keyOf(isText));
  };

  expect(isClean()).toBe(false);
  remember();
  expect(isClean()).toBe(true);
  expect(openCleanRuns(root, cache).isClean('markdown', isText)).toBe(false);

  await writeFile(path.join(root, 'b.md'), 'not read');
  await writeFile(path.join(root, 'ignored.txt'), 'ignored');
  expect(isClean()).toBe(true);

  await writeFile(path.join(root, 'a.txt'), 'b');
  expect(isClean()).toBe(false);
  await writeFile(path.join(root, 'a.txt'), 'a');
  expect(isClean()).toBe(true);

  await writeFile(path.join(root, 'c.txt'), 'untracked');
  expect(isClean()).toBe(false);
  await rm(path.join(root, 'c.txt'));

  await writeFile(path.join(root, 'pnpm-lock.yaml'), 'another version of a tool');
  expect(isClean()).toBe(false);
  await rm(root, { recursive: true });
});
