import { globSync, readFileSync } from 'node:fs';
import { utimes } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import { runGit } from '../../src/io/git-process.ts';
import { ask, clientInProcess } from '../support/agent-client.ts';
import { callDocket } from '../support/call-docket.ts';
import { GitRepo } from '../support/git-repo.ts';
import { HOSTILE_CALLS } from '../support/hostile-calls.ts';
import { HostileRepo } from '../support/hostile-repo.ts';
import { ROOT } from '../support/repository.ts';

test('every command is among those held here', () => {
  // Those serve what `build` makes until somebody ends them; `mcp` has a test of its own below.
  const held = [...Object.keys(HOSTILE_CALLS), 'dev', 'preview', 'mcp'];
  expect(held.sort()).toEqual(COMMANDS.map(({ name }) => name).sort());
});

test('the settings do start programs where Git runs without care', async () => {
  const hostile = await HostileRepo.create();
  await hostile.git('status');
  await hostile.git('read-tree', 'HEAD');
  await hostile.git('log', '-1');
  await hostile.git('cat-file', '-p', 'HEAD:lost.txt');
  await hostile.git('log', '-p', '-3');
  await hostile.git('checkout', '--force', 'HEAD~1', '--', 'docs', 'code.ts');
  expect(await hostile.started()).toEqual(
    expect.arrayContaining([
      ...['clean', 'clean-included', 'ext', 'fsmonitor', 'gpg', 'hook-post-index-change'],
      ...['process', 'smudge-included', 'textconv'],
    ]),
  );
});

test.each(Object.entries(HOSTILE_CALLS))(
  'docket %s executes nothing of the repository',
  { timeout: 180_000 },
  async (_, calls) => {
    const hostile = await HostileRepo.create();
    for (const args of calls) {
      for (const below of ['', 'nested']) {
        const { stderr } = await callDocket(args, { cwd: path.join(hostile.root, below) });
        expect({ args, below, started: await hostile.started() }).toEqual({
          args,
          below,
          started: [],
        });
        expect(stderr).not.toContain('defect');
      }
    }
  },
);

test('the server for agents executes nothing of the repository', async () => {
  const hostile = await HostileRepo.create();
  const client = await clientInProcess(hostile.root);
  const questions = {
    decisions_for_files: { paths: ['code.ts', 'lost.txt'] },
    trace: { id: 'ADR-002' },
    open_questions: {},
    changes_since: { base: 'main' },
  };
  for (const [name, args] of Object.entries(questions)) {
    await ask(client, name, args);
    expect({ name, started: await hostile.started() }).toEqual({ name, started: [] });
  }
});

test('a file that only its filter could hold against its blob counts as changed', async () => {
  const repo = await GitRepo.create();
  await repo.git('config', 'filter.loud.clean', 'tr a-z A-Z');
  await repo.commit('Start', {
    '.gitattributes': 'loud.txt filter=loud\n',
    'loud.txt': 'a',
    'b.txt': 'b',
  });
  const later = new Date(Date.now() + 5000);
  for (const file of ['loud.txt', 'b.txt']) await utimes(path.join(repo.root, file), later, later);
  const { output } = await runGit(repo.root, ['status', '--porcelain=v1']);
  expect(output.toString()).toBe(' M loud.txt\n');
});

test('a folder shaped as a bare repository is no repository to read', async () => {
  const hostile = await HostileRepo.create();
  const { stderr, code } = await callDocket(['verify'], { cwd: path.join(hostile.root, 'nested') });
  expect(code).toBe(2);
  expect(stderr).toContain('looks like a bare Git repository');
});

test('a command that is not known to be harmless is not run, nor are settings beside those for all', async () => {
  const { root } = await GitRepo.create();
  await expect(runGit(root, ['gc'])).rejects.toThrow('`git gc` is not known to start no program');
  await expect(runGit(root, ['-c', 'a.b=c', 'log'])).rejects.toThrow('`git -c` is not known');
});

test('one file starts Git, and one each a check, Astro, a package manager, what signs, and a program that is asked for its version', () => {
  const starting = globSync(
    'packages/*/{src,build,client,components,markdown,overrides,routes,site,views}/**/*.{ts,astro}',
    { cwd: ROOT },
  )
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => readFileSync(path.join(ROOT, file), 'utf8').includes('node:child_process'));
  expect(starting.sort()).toEqual([
    'packages/docket/src/io/git-process.ts',
    'packages/docket/src/io/package-manager.ts',
    'packages/docket/src/io/programs.ts',
    'packages/docket/src/io/run-astro.ts',
    'packages/docket/src/io/run-check.ts',
    'packages/docket/src/io/run-signing.ts',
  ]);
});
