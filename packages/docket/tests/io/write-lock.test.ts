import { spawn } from 'node:child_process';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { stateFolder } from '../../src/io/state-folder.ts';
import { withWriteLock } from '../../src/io/write-lock.ts';
import { callDocket } from '../support/call-docket.ts';
import { DAY, exampleRepo } from '../support/example-repo.ts';
import { GitRepo } from '../support/git-repo.ts';
import { ROOT } from '../support/repository.ts';

test('those who want to write below a root write one after another', async () => {
  const { root } = await GitRepo.folder();
  let inside = 0;
  let most = 0;
  const one = () =>
    withWriteLock(root, async () => {
      inside += 1;
      most = Math.max(most, inside);
      await new Promise((resolve) => setTimeout(resolve, 5));
      inside -= 1;
    });
  await Promise.all(Array.from({ length: 8 }, one));
  expect(most).toBe(1);
  expect(await readdir(root)).toEqual([]);
});

test('two `docket new` at once take two numbers', { timeout: 120_000 }, async () => {
  const repo = await exampleRepo();
  const run = (title: string) =>
    new Promise<string>((resolve) => {
      const args = [path.join(ROOT, 'packages/docket/src/cli/bin.ts'), 'new', 'adr', title];
      const child = spawn(process.execPath, args, {
        cwd: repo.root,
        env: { ...process.env, ...DAY },
      });
      let output = '';
      child.stdout.on('data', (text) => (output += text));
      child.stderr.on('data', (text) => (output += text));
      child.on('close', () => resolve(output));
    });
  const outputs = await Promise.all(['One', 'Two', 'Three'].map(run));
  const numbers = outputs.map((output) => /adr-(\d+)-/.exec(output)?.[1]);
  expect(numbers.sort(), outputs.join('')).toEqual(['003', '004', '005']);
  // And within one process, as a server for agents would.
  const titles = ['Four', 'Five', 'Six'];
  await Promise.all(
    titles.map((title) => callDocket(['new', 'adr', title], { cwd: repo.root, env: DAY })),
  );
  const names = await readdir(path.join(repo.root, 'docs/adr'));
  const used = names.flatMap((name) => /^adr-(\d+)/.exec(name)?.[1] ?? []);
  expect(used.sort()).toEqual(['001', '002', '003', '004', '005', '006', '007', '008']);
});

const lockFile = (pid: number, start: string, host = hostname()) =>
  `${pid}.${start}.${encodeURIComponent(host)}.11111111-1111-4111-8111-111111111111.lock`;

test('who waits in vain is told who holds the lock', async () => {
  const repo = await exampleRepo();
  await withWriteLock(repo.root, async () => {
    await expect(withWriteLock(repo.root, async () => {}, { patience: 50 })).rejects.toMatchObject({
      message: expect.stringMatching(
        new RegExp(`^Process ${process.pid} on ${hostname()}.* is writing here, since `),
      ),
      help: expect.stringContaining('.lock'),
    });
  });
});

test.each([
  ['of a process that has ended', lockFile(2 ** 22 - 1, '1'), true],
  [
    'of one whose number another process has now',
    lockFile(process.pid, '1'),
    process.platform === 'linux',
  ],
  ['of a process on another machine', lockFile(2 ** 22 - 1, '1', 'build-7.example.org'), false],
])('the lock %s', async (_, name, isStale) => {
  const { root } = await GitRepo.create();
  const folder = stateFolder(root);
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, name), 'renumber 2');
  const attempt = withWriteLock(root, async () => 'written', { patience: 50 });
  if (isStale) {
    expect(await attempt).toBe('written');
    await expect(readdir(folder)).rejects.toThrow('ENOENT');
  } else {
    await expect(attempt).rejects.toThrow(
      /^Process 4194303 on build-7\.example\.org \(`docket renumber 2`\)/,
    );
    expect(await readdir(folder)).toEqual([name]);
  }
});
