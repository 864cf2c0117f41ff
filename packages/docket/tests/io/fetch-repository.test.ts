import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { type RemoteBranch, withFetchedBranch } from '../../src/io/fetch-repository.ts';
import { GitRepo } from '../support/git-repo.ts';
import { servedAs } from '../support/served-repository.ts';

const ADDRESS = 'https://git.example.org/payments.git';

const objectsOf = (root: string) =>
  execFileSync('git', ['-C', root, 'cat-file', '--batch-all-objects', '--batch-check'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
    .trim()
    .split('\n')
    .map((line) => line.split(' ')[1]);

const fetchBranch = (remote: RemoteBranch, cache: string) =>
  withFetchedBranch(remote, cache, async (branch) => branch);

async function world() {
  const repo = await GitRepo.create();
  await repo.commit('Start', { 'docs/a [1].md': 'old\n', 'docs/b.md': 'b\n', 'src/big.bin': 'x' });
  await repo.commit('Change', { 'docs/a [1].md': 'new\n' });
  servedAs(ADDRESS, repo.root);
  const cache = await GitRepo.folder();
  return { repo, cache: cache.root };
}

test('all commits of a branch are fetched, and of files only those asked for', async () => {
  const { cache } = await world();
  const branch = await fetchBranch({ address: ADDRESS, branch: undefined }, cache);
  expect([branch.branch, branch.isNew, branch.stale]).toEqual(['main', true, undefined]);
  expect(branch.paths).toEqual(['docs/a [1].md', 'docs/b.md', 'src/big.bin']);
  expect(objectsOf(branch.root).filter((kind) => kind === 'commit')).toHaveLength(2);
  expect(objectsOf(branch.root)).not.toContain('blob');

  await branch.checkOut(['docs/a [1].md', 'not/there.md']);
  expect(readFileSync(path.join(branch.root, 'docs/a [1].md'), 'utf8')).toBe('new\n');
  expect(readdirSync(branch.root)).toEqual(['.git', 'docs']);
  expect(objectsOf(branch.root).filter((kind) => kind === 'blob')).toHaveLength(1);

  await branch.checkOut(['docs/b.md']);
  expect(readdirSync(path.join(branch.root, 'docs'))).toEqual(['a [1].md', 'b.md']);
});

test('a branch that did not change is not fetched again, and one that did leaves no old file', async () => {
  const { repo, cache } = await world();
  const open = () => fetchBranch({ address: ADDRESS, branch: 'main' }, cache);
  const first = await open();
  await first.checkOut(first.paths);
  const before = objectsOf(first.root).length;
  const again = await open();
  await again.checkOut(again.paths);
  expect([again.isNew, objectsOf(again.root).length]).toEqual([false, before]);

  await repo.commit('Rename', { 'docs/b.md': null, 'docs/c.md': 'c\n' });
  const later = await open();
  await later.checkOut(later.paths);
  expect(later.isNew).toBe(true);
  expect(later.root).toBe(first.root);
  expect(readdirSync(path.join(later.root, 'docs'))).toEqual(['a [1].md', 'c.md']);
});

test('those who ask for a branch at once get it one after another, each with its files', async () => {
  const { cache } = await world();
  const remote = { address: ADDRESS, branch: 'main' };
  const ask = (file: string) =>
    withFetchedBranch(remote, cache, async (branch) => {
      await branch.checkOut([file]);
      return readFileSync(path.join(branch.root, file), 'utf8');
    });
  expect(await Promise.all(['docs/a [1].md', 'docs/b.md', 'src/big.bin'].map(ask))).toEqual([
    'new\n',
    'b\n',
    'x',
  ]);
  const { root } = await fetchBranch(remote, cache);
  expect(readdirSync(path.join(root, 'docs'))).toEqual(['a [1].md', 'b.md']);
});

test.each(['index.lock', 'HEAD.lock', 'refs/remotes/origin/main.lock'])(
  'a Git that was killed and left %s keeps nobody out',
  async (lock) => {
    const { repo, cache } = await world();
    const remote = { address: ADDRESS, branch: 'main' };
    const { root } = await fetchBranch(remote, cache);
    writeFileSync(path.join(root, '.git', lock), '');
    await repo.commit('Change again', { 'docs/b.md': 'c\n' });
    await withFetchedBranch(remote, cache, (branch) => branch.checkOut(['docs/b.md']));
    expect(readFileSync(path.join(root, 'docs/b.md'), 'utf8')).toBe('c\n');
  },
);

test('what was fetched before is shown where nobody answers, and said to be old', async () => {
  const { repo, cache } = await world();
  const remote = { address: ADDRESS, branch: undefined };
  const first = await fetchBranch(remote, cache);
  await first.checkOut(['docs/b.md']);
  await repo.remove();
  const stale = await fetchBranch(remote, cache);
  await stale.checkOut(['docs/b.md']);
  expect(stale.commit).toBe(first.commit);
  expect(stale.stale).toMatch(/failed/);
  expect(existsSync(path.join(stale.root, 'docs/b.md'))).toBe(true);
});

test('an error names the repository and no secret', async () => {
  const { cache } = await world();
  // As a rewriting of addresses on this machine may put one in.
  servedAs('https://git.example.org/', 'https://me:hunter2@127.0.0.1:1/');
  const failing = fetchBranch(
    { address: 'https://git.example.org/other.git', branch: 'main' },
    cache,
  );
  await expect(failing).rejects.toThrow(
    /^Branch `main` of https:\/\/git\.example\.org\/other\.git cannot be fetched: /,
  );
  await expect(failing).rejects.not.toThrow(/hunter2/);
});

test('only HTTPS and SSH are spoken, whatever an address is rewritten to', async () => {
  const { repo, cache } = await world();
  vi.stubEnv('GIT_ALLOW_PROTOCOL', undefined);
  onTestFinished(() => void vi.unstubAllEnvs());
  await expect(fetchBranch({ address: ADDRESS, branch: 'main' }, cache)).rejects.toThrow(
    /transport 'file' not allowed/,
  );
  expect(existsSync(repo.root)).toBe(true);
});
