import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type ReadingWork, readAhead } from '../../src/io/read-ahead.ts';
import { Reader } from '../../src/io/reader.ts';

vi.mock('node:os', async (original) => ({
  ...(await original<typeof import('node:os')>()),
  availableParallelism: () => 2,
}));

const { Lost } = vi.hoisted(() => ({
  /** Takes the first files and hands none of them over, as a thread does that fails on the way; or does not start. */
  Lost: class {
    static isRefused = false;
    constructor(_program: URL, { workerData }: { readonly workerData: ReadingWork }) {
      if (Lost.isRefused) throw new Error('ERR_WORKER_INIT_FAILED');
      const next = 0;
      Atomics.add(new Int32Array(workerData.counts), next, 5);
    }
    on(): void {}
    unref(): void {}
    async terminate(): Promise<void> {}
  },
}));

vi.mock('node:worker_threads', async (original) => ({
  ...(await original<typeof import('node:worker_threads')>()),
  Worker: Lost,
}));

const names = Array.from({ length: 12 }, (_, index) => `${index}.md`);
let root: string;
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'docket-ahead-'));
  await Promise.all(names.map((name) => writeFile(path.join(root, name), `# ${name}\n`)));
});
afterAll(() => rm(root, { recursive: true }));

test.each([
  ['what a second thread took and lost is read by the first', false],
  ['where no second thread can be had, the first reads all', true],
])('%s', (_name, isRefused) => {
  Lost.isRefused = isRefused;
  const reads = [...readAhead(new Reader(root), names, 1)];
  expect(reads.map(({ file }) => file.path).sort()).toEqual([...names].sort());
  expect(reads.map(({ file }) => file.kind)).toEqual(names.map(() => 'text'));
});
