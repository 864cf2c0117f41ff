import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Inputs, openCleanRuns } from '../../scripts/lint/cache.ts';
import { run } from '../../scripts/support/process.ts';

const isText = (file: string) => file.endsWith('.txt');
const isPage = (file: string) => file.startsWith('page-');

let root: string;
let cache: string;
const put = (name: string, text: string) => writeFile(path.join(root, name), text);
// Every command opens the memory anew.
const pending = (inputs: Inputs, name = 'spelling') => {
  const runs = openCleanRuns(root, cache);
  return runs.pending(name, runs.stateOf(inputs));
};
const remember = (inputs: Inputs) => {
  const runs = openCleanRuns(root, cache);
  runs.remember('spelling', runs.stateOf(inputs));
};

beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'docket-lint-'));
  cache = path.join(root, '.cache');
  await run({ file: 'git', args: ['init', '-q', root] }, { capture: true });
  await put('.gitignore', '.cache/\nignored.txt\n');
});
afterEach(() => rm(root, { recursive: true }));

test('a check is remembered as clean until a file it reads changes', async () => {
  const inputs = { reads: isText };
  await put('a.txt', 'a');

  expect(pending(inputs)).toBe('everything');
  remember(inputs);
  expect(pending(inputs)).toBe('nothing');
  expect(pending(inputs, 'markdown')).toBe('everything');

  await put('b.md', 'not read');
  await put('ignored.txt', 'ignored');
  expect(pending(inputs)).toBe('nothing');

  await put('a.txt', 'b');
  expect(pending(inputs)).toBe('everything');
  await put('a.txt', 'a');
  expect(pending(inputs)).toBe('nothing');

  await put('c.txt', 'untracked');
  expect(pending(inputs)).toBe('everything');
  await rm(path.join(root, 'c.txt'));

  await put('pnpm-lock.yaml', 'another version of a tool');
  expect(pending(inputs)).toBe('everything');
});

test('what is judged file by file is looked at again where it changed, until it is clean', async () => {
  const inputs = { reads: isText, each: isPage };
  await put('page-1.txt', 'one');
  await put('page-2.txt', 'two');
  await put('settings.txt', 'strict');
  remember(inputs);
  expect(pending(inputs)).toBe('nothing');

  await put('page-2.txt', 'changed');
  await put('page-3.txt', 'new');
  expect(pending(inputs)).toEqual(['page-2.txt', 'page-3.txt']);
  expect(pending(inputs)).toEqual(['page-2.txt', 'page-3.txt']);
  remember(inputs);
  expect(pending(inputs)).toBe('nothing');

  await rm(path.join(root, 'page-1.txt'));
  expect(pending(inputs)).toBe('nothing');

  await put('settings.txt', 'lax');
  expect(pending(inputs)).toBe('everything');
});

test('where names count, a file that comes or goes concerns all', async () => {
  const inputs = { reads: isText, each: isPage, knowsNames: true };
  await put('page-1.txt', 'one');
  await put('page-2.txt', 'two');
  remember(inputs);
  await put('page-2.txt', 'changed');
  expect(pending(inputs)).toEqual(['page-2.txt']);
  await put('page-3.txt', 'new');
  expect(pending(inputs)).toBe('everything');
  await rm(path.join(root, 'page-3.txt'));
  await rm(path.join(root, 'page-1.txt'));
  expect(pending(inputs)).toBe('everything');
});

test('what Git ignores counts where a check names it', async () => {
  let site = 'as built';
  const inputs = { reads: isText, besides: () => site };
  remember(inputs);
  expect(pending(inputs)).toBe('nothing');
  site = 'built again';
  expect(pending(inputs)).toBe('everything');
});

test('a memory that was cut off remembers nothing', async () => {
  const inputs = { reads: isText, each: isPage };
  await put('page-1.txt', 'one');
  remember(inputs);
  await writeFile(path.join(cache, 'spelling.json'), '{"shared":"');
  expect(pending(inputs)).toBe('everything');
  await writeFile(path.join(cache, 'spelling.json'), '{"shared":"x"}');
  expect(pending(inputs)).toBe('everything');
});
