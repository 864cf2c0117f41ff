import { execFileSync } from 'node:child_process';
import { readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { NEW_ADR, OLD_ADR } from '../../src/rules/support/example-base.ts';
import { type FixtureRepo, fixtureRepo } from '../support/fixture-repo.ts';
import { mainDocket } from '../support/main-docket.ts';

/** The history rules against real Git: what the pure rules are told must be what Git knows. */

class Repo {
  readonly #repo: FixtureRepo;
  #day = 0;

  constructor(repo: FixtureRepo) {
    this.#repo = repo;
    this.git('init', '--quiet', '--initial-branch=main');
    this.commit('Start');
    this.git('checkout', '--quiet', '-b', 'topic');
  }

  git(...args: readonly string[]): void {
    const date = `2026-02-${String(10 + this.#day).padStart(2, '0')}T12:00:00Z`;
    execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', ...args], {
      cwd: this.#repo.root,
      stdio: 'pipe',
      env: { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date },
    });
  }

  commit(subject: string): void {
    this.#day += 1;
    this.git('add', '--all');
    this.git('commit', '--quiet', '--message', subject);
  }

  async edit(file: string, from: string, to: string): Promise<void> {
    const text = await readFile(path.join(this.#repo.root, file), 'utf8');
    expect(text).toContain(from);
    await this.#repo.write(file, text.replace(from, to));
  }

  /** `file:line rule message` of what rules about the history find; commits are cut to their subject. */
  async found(...args: readonly string[]): Promise<string[]> {
    const { stdout, stderr } = await mainDocket(
      ['lint', '--root', this.#repo.root, '--format', 'json', '--base', 'main', ...args],
      { SOURCE_DATE_EPOCH: String(Date.parse('2026-09-30T00:00:00Z') / 1000) },
    );
    if (stdout === '') throw new Error(stderr);
    const { diagnostics } = JSON.parse(stdout) as {
      diagnostics: { file: string; line: number; rule: string; message: string }[];
    };
    return diagnostics.map(
      ({ file, line, rule, message }) =>
        `${path.basename(file)}:${line} ${rule} ${message.replace(/commit [0-9a-f]{7}/, 'commit')}`,
    );
  }
}

test('a branch that changes nothing has no findings', async () => {
  await using folder = await fixtureRepo();
  expect(await new Repo(folder).found()).toEqual([]);
});

test('decisions and statuses are followed through commits, renames and the working tree', async () => {
  await using folder = await fixtureRepo();
  const repo = new Repo(folder);
  await repo.edit(NEW_ADR, 'for 24 hours', 'for 48 hours');
  repo.commit('Tune');
  const moved = 'docs/adr/adr-002-keep-every-session-in-redis.md';
  await rename(path.join(folder.root, NEW_ADR), path.join(folder.root, moved));
  await repo.edit(
    '.sdd/provenance/spec-0001-session-store.provenance.md',
    '`docs/adr/adr-002-keep-sessions',
    '`docs/adr/adr-002-keep-every-session',
  );
  repo.commit('Rename');
  expect(await repo.found()).toEqual([
    'adr-002-keep-every-session-in-redis.md:52 decision-amended Unexpected change of the decision in commit "Tune", expected an amendment note with it',
  ]);
  await repo.edit(moved, 'for 48 hours', 'for 24 hours');
  await repo.edit(moved, 'status: Accepted', 'status: Rejected');
  expect(await repo.found('--rule', 'status-transition,status-change-alone')).toEqual([
    'adr-002-keep-every-session-in-redis.md:4 status-change-alone Unexpected change of the text with the status in the working tree, expected the status alone',
    'adr-002-keep-every-session-in-redis.md:4 status-transition Unexpected change of status from `Accepted` to `Rejected` in the working tree, expected `Deprecated` or `Superseded`',
  ]);
});

test('numbers that another branch took, or a deleted record had, are not free', async () => {
  await using folder = await fixtureRepo();
  const repo = new Repo(folder);
  const text = await readFile(path.join(folder.root, NEW_ADR), 'utf8');
  const third = text
    .replaceAll('ADR-002', 'ADR-003')
    .replace('supersedes: [ADR-001]\nspec: SPEC-0001\n', 'related: [ADR-001]\n');
  const add = (slug: string) => folder.write(`docs/adr/adr-003-${slug}.md`, third);

  repo.git('checkout', '--quiet', '-b', 'other');
  await add('of-the-other-branch');
  repo.commit('Other third');
  repo.git('checkout', '--quiet', 'topic');
  await add('of-this-branch');
  repo.commit('Third');
  expect(await repo.found()).toEqual([
    'adr-003-of-this-branch.md:2 number-taken Unexpected number `003`, which `adr-003-of-the-other-branch.md` has on `other`, expected a free one',
  ]);

  repo.git('branch', '--quiet', '-D', 'other');
  await rm(path.join(folder.root, 'docs/adr/adr-003-of-this-branch.md'));
  repo.commit('Drop the third');
  await add('again');
  expect(await repo.found()).toEqual([
    'adr-003-again.md:2 number-reused Unexpected second use of number `003`, expected it to stay with `adr-003-of-this-branch.md`',
  ]);
});

test('a proposal is stale by its last commit, not by its date', async () => {
  await using folder = await fixtureRepo([
    { change: NEW_ADR, from: 'status: Accepted', to: 'status: Proposed' },
  ]);
  const repo = new Repo(folder);
  expect(await repo.found()).toEqual([
    'adr-002-keep-sessions-in-redis.md:4 proposed-stale Unexpected proposal untouched since `2026-02-11`, expected a decision within 6 months',
  ]);
  await repo.edit(NEW_ADR, 'Sticky routing', 'Such routing');
  expect(await repo.found()).toEqual([]);
});

test('without Git, or with a base that does not exist, the command says so', async () => {
  await using folder = await fixtureRepo();
  const bare = await mainDocket(['lint', '--root', folder.root, '--base', 'main']);
  expect(bare.code).toBe(2);
  expect(bare.stderr).toContain('Not in a Git repository');
  new Repo(folder);
  const run = await mainDocket(['lint', '--root', folder.root, '--base', 'nowhere']);
  expect(run.code).toBe(2);
  expect(run.stderr).toContain('`nowhere` is not a branch or commit of this repository');
  expect((await mainDocket(['lint', '--root', folder.root, '--base', '--fix'])).code).toBe(2);
});

test('a record that is deleted without a follower is no finding of another', async () => {
  await using folder = await fixtureRepo();
  const repo = new Repo(folder);
  await rm(path.join(folder.root, OLD_ADR));
  await repo.edit(NEW_ADR, 'supersedes: [ADR-001]\n', '');
  await repo.edit(NEW_ADR, '[ADR-001](adr-001-keep-sessions-in-memory.md)', 'Memory');
  repo.commit('Drop the first');
  expect(await repo.found()).toEqual([]);
});
