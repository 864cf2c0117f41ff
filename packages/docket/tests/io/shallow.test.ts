import { expect, test } from 'vitest';
import { patchedFiles } from '../../src/engine/examples.ts';
import { NEW_ADR } from '../../src/rules/support/example-base.ts';
import { callDocket } from '../support/call-docket.ts';
import { type Files, GitRepo } from '../support/git-repo.ts';

const FILES: Files = Object.fromEntries(patchedFiles([]));

const decided = (hours: number): Files =>
  Object.fromEntries(
    patchedFiles([{ change: NEW_ADR, from: 'for 24 hours', to: `for ${hours} hours` }]),
  );

/** A branch that amends a decision three commits after it left main, which went on by two. */
async function repository(): Promise<GitRepo> {
  const repo = await GitRepo.create();
  await repo.commit('Start', FILES);
  await repo.git('checkout', '--quiet', '-b', 'topic');
  for (const hours of [30, 36, 48]) await repo.commit(`${hours} hours`, decided(hours));
  await repo.git('checkout', '--quiet', 'main');
  await repo.commit('Go on', { 'docs/adr/adr-009-elsewhere.md': '# Only on main\n' });
  await repo.commit('Go on again', { 'notes.txt': 'more\n' });
  await repo.git('checkout', '--quiet', 'topic');
  return repo;
}

const COMMANDS = [
  ['lint', '--base', 'origin/main'],
  ['lint', '--changed', 'origin/main'],
  ['diff', 'origin/main'],
  ['diff', 'origin/main', 'origin/topic'],
  ['verify', '--since', 'origin/main'],
  ['new', 'provenance', '1', '--since', 'origin/main', '--dry-run'],
];

const run = (repo: GitRepo, args: readonly string[]) =>
  callDocket(args, {
    cwd: repo.root,
    env: { SOURCE_DATE_EPOCH: '1775000000', DOCKET_CACHE: 'off' },
  });

test.each(COMMANDS)(
  'docket %s %s %s: a clone that ends before the two meet is told so',
  async (...args) => {
    const repo = await repository();
    const whole = await repo.clone('--branch=topic');
    const shallow = await repo.clone('--depth=2', '--branch=topic', '--no-single-branch');
    const cut = await run(shallow, args);
    expect({ code: cut.code, stdout: cut.stdout }).toEqual({ code: 2, stdout: '' });
    const head = args[0] === 'diff' ? (args[2] ?? 'HEAD') : 'HEAD';
    expect(cut.stderr).toBe(
      `docket: This clone is shallow and ends before \`origin/main\` and \`${head}\` meet, so what lies between them is unknown\nhelp: fetch the rest with \`git fetch --unshallow\`; in CI, check out with depth 0\n`,
    );
    await shallow.git('fetch', '--quiet', '--unshallow');
    expect(await run(shallow, args)).toEqual(await run(whole, args));
  },
);

test('a full clone gives the finding that a shallow one must not keep quiet about', async () => {
  const whole = await (await repository()).clone('--branch=topic');
  const { code, stdout } = await run(whole, ['lint', '--base', 'origin/main']);
  expect(code).toBe(1);
  expect(stdout).toContain('decision-amended');
});

test('a clone with all that lies between needs no more', async () => {
  const repo = await repository();
  const deep = await repo.clone('--depth=4', '--branch=topic', '--no-single-branch');
  const lint = await run(deep, ['lint', '--base', 'origin/main']);
  expect(lint.code).toBe(1);
  expect(lint.stdout).toContain('decision-amended');
  const diff = await run(deep, ['diff', 'origin/main']);
  expect(diff.stdout).toContain('for [-24-]{+48+} hours');
  expect(diff.stdout).not.toContain('removed');
});

test('a merge commit with its parents is enough to compare it with the first', async () => {
  const repo = await repository();
  await repo.git('checkout', '--quiet', 'main');
  await repo.git('merge', '--quiet', '--no-ff', '-m', 'Merge', 'topic');
  const merged = await repo.clone('--depth=2');
  const { code, stdout } = await run(merged, ['diff', 'HEAD^1']);
  expect(code).toBe(0);
  expect(stdout).toContain('for [-24-]{+48+} hours');
  expect((await run(merged, ['lint', '--base', 'HEAD^1'])).stdout).toContain('decision-amended');
});

test('an older commit in common does not stand for one that the clone left behind', async () => {
  const repo = await GitRepo.create();
  await repo.commit('Start', FILES);
  await repo.git('branch', 'old');
  for (const hours of [25, 26, 27]) await repo.commit(`${hours} hours`, decided(hours));
  await repo.git('checkout', '--quiet', '-b', 'topic');
  await repo.commit('Work', { 'work.txt': 'done\n' });
  // Both sides reach the start by a short way, and where they really parted only by a long one.
  for (const branch of ['topic', 'main']) {
    await repo.git('checkout', '--quiet', branch);
    await repo.commit(`Late on ${branch}`, { [`${branch}.txt`]: 'late\n' });
    await repo.git('merge', '--quiet', '-s', 'ours', '--no-ff', '-m', 'Tie', 'old');
  }
  await repo.git('checkout', '--quiet', 'topic');
  const shallow = await repo.clone('--depth=2', '--branch=topic', '--no-single-branch');
  expect((await run(shallow, ['diff', 'origin/main'])).code).toBe(2);
  await shallow.git('fetch', '--quiet', '--unshallow');
  const whole = await run(shallow, ['diff', 'origin/main']);
  expect(whole.stdout).toMatch(/^No change to the records/);
});

test.each(['--all', '--exec=touch x', '-n1', ''])(
  'a base `%s` is refused before Git sees it',
  async (name) => {
    const repo = await (await repository()).clone('--branch=topic');
    for (const args of [
      ['lint', '--base', name],
      ['lint', `--changed=${name}`],
      ['verify', '--since', name],
      ['new', 'provenance', '1', '--since', name, '--dry-run'],
      ['diff', '--', name],
      ['diff', '--', 'HEAD', name],
    ]) {
      const { code, stdout, stderr } = await run(repo, args);
      expect({ args, code, stdout }).toEqual({ args, code: 2, stdout: '' });
      expect(stderr).toContain(`\`${name}\` cannot be the name of a branch or commit`);
    }
  },
);
