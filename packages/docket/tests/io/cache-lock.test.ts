import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { withCacheLock } from '../../src/io/cache-lock.ts';
import { GitRepo } from '../support/git-repo.ts';
import { ROOT } from '../support/repository.ts';

test('those of one process come as they asked, whatever became of the one before', async () => {
  const { root } = await GitRepo.folder();
  const folder = path.join(root, 'logs/a');
  const order: number[] = [];
  const ask = (number: number) =>
    withCacheLock(folder, async () => {
      order.push(number);
      await new Promise((resolve) => setTimeout(resolve, 5));
      order.push(number);
      if (number === 1) throw new Error('no');
    });
  const ends = await Promise.allSettled([0, 1, 2, 3].map(ask));
  expect(order).toEqual([0, 0, 1, 1, 2, 2, 3, 3]);
  expect(ends.map(({ status }) => status === 'fulfilled')).toEqual([true, false, true, true]);
  expect(await readdir(path.join(root, 'logs'))).toEqual([]);
});

/** A process that says when it has the lock, and keeps it. */
async function holder(folder: string) {
  const module = path.join(ROOT, 'packages/docket/src/io/cache-lock.ts');
  const code = `import { withCacheLock } from ${JSON.stringify(module)};
    await withCacheLock(${JSON.stringify(folder)}, () => new Promise((resolve) => {
      console.log('in');
      process.stdin.once('data', resolve);
    }));
    process.exit();`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  return child;
}

test.each([
  ['ends', (child: Awaited<ReturnType<typeof holder>>) => child.stdin.write('go')],
  ['is killed', (child: Awaited<ReturnType<typeof holder>>) => child.kill('SIGKILL')],
])('another process is waited for until it %s', { timeout: 60_000 }, async (_, end) => {
  const { root } = await GitRepo.folder();
  const folder = path.join(root, 'a');
  const child = await holder(folder);
  let isIn = false;
  const own = withCacheLock(folder, async () => {
    isIn = true;
  });
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(isIn).toBe(false);
  end(child);
  await own;
  expect(isIn).toBe(true);
});

test('a holder on another machine that gives no sign of life keeps nobody out', async () => {
  const { root } = await GitRepo.folder();
  const lock = path.join(root, 'a.lock');
  await mkdir(lock);
  const name = '7.1.a1b2c3.11111111-1111-4111-8111-111111111111.lock';
  await writeFile(path.join(lock, name), 'build');
  let isIn = false;
  const own = withCacheLock(path.join(root, 'a'), async () => {
    isIn = true;
  });
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(isIn).toBe(false);
  const before = new Date(Date.now() - 120_000);
  await utimes(path.join(lock, name), before, before);
  await own;
  expect(existsSync(lock)).toBe(false);
});
