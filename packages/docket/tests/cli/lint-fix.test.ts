import { execFileSync } from 'node:child_process';
import { chmod, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Patch } from '../../src/engine/define.ts';
import { patchedFiles } from '../../src/engine/examples.ts';
import { NEW_ADR, OLD_ADR } from '../../src/rules/support/example-base.ts';
import { type FixtureRepo, fixtureRepo } from '../support/fixture-repo.ts';
import { mainDocket } from '../support/main-docket.ts';

const MESS: readonly Patch[] = [
  { change: NEW_ADR, from: 'status: Accepted', to: 'status: accepted  ' },
  { change: NEW_ADR, from: '[sessions, redis]', to: '[Sessions, redis]' },
  { change: NEW_ADR, from: 'Sticky routing', to: 'As ADR 1 said, sticky routing' },
  { change: NEW_ADR, from: '(adr-001-keep-sessions-in-memory.md) fits', to: '(/adr/001/) fits' },
  { change: OLD_ADR, from: '## Decision Drivers', to: '## Decision drivers' },
];

const fix = (root: string, ...args: readonly string[]) =>
  mainDocket(['lint', '--root', root, '--fix', ...args]);
const read = (repo: FixtureRepo, file: string) => readFile(path.join(repo.root, file), 'utf8');

test('--fix mends all that has one mend, in several passes, and nothing else', async () => {
  await using repo = await fixtureRepo(MESS);
  expect(await fix(repo.root)).toEqual({
    code: 0,
    stdout: 'No problems in 4 files\n',
    stderr: 'Fixed 6 problems in 2 files\n',
  });
  const clean = patchedFiles([
    { change: NEW_ADR, from: 'Sticky routing', to: 'As ADR-001 said, sticky routing' },
  ]);
  for (const [file, text] of clean) expect(await read(repo, file), file).toBe(text);
  expect(await fix(repo.root)).toEqual({ code: 0, stdout: 'No problems in 4 files\n', stderr: '' });
});

test('a finding without a mend stays and is reported', async () => {
  await using repo = await fixtureRepo([
    ...MESS,
    { change: OLD_ADR, from: 'date: 2026-01-12', to: 'date: 2026-01-32' },
  ]);
  const run = await fix(repo.root, '--format', 'json');
  expect(run.code).toBe(1);
  const { diagnostics } = JSON.parse(run.stdout) as { diagnostics: { rule: string }[] };
  expect(diagnostics.map(({ rule }) => rule)).toEqual(['date-real']);
});

test('bytes outside the edits stay: line ends, byte-order mark, permissions', async () => {
  await using repo = await fixtureRepo();
  const text = `\uFEFF${(await read(repo, NEW_ADR)).replaceAll('\n', '\r\n')}`;
  await repo.write(NEW_ADR, text.replace('Sticky routing', 'As ADR 1 said, naïve 👩‍💻 routing'));
  await chmod(path.join(repo.root, NEW_ADR), 0o640);
  await fix(repo.root, '--rule', 'mention-form');
  expect(await read(repo, NEW_ADR)).toBe(
    text.replace('Sticky routing', 'As ADR-001 said, naïve 👩‍💻 routing'),
  );
  expect((await stat(path.join(repo.root, NEW_ADR))).mode & 0o777).toBe(0o640);
  expect((await fix(repo.root)).stdout).toBe('No problems in 4 files\n');
  expect(await read(repo, NEW_ADR)).toBe(
    text.slice(1).replace('Sticky routing', 'As ADR-001 said, naïve 👩‍💻 routing'),
  );
});

test('--dry-run prints a diff that makes the same change, and writes nothing', async () => {
  await using repo = await fixtureRepo(MESS);
  const before = await read(repo, NEW_ADR);
  const run = await fix(repo.root, '--dry-run');
  expect(run.code).toBe(1);
  expect(run.stderr).toBe('Would fix 6 problems in 2 files\n');
  expect(run.stdout).toContain(`--- a/${NEW_ADR}`);
  expect(run.stdout).toContain('\n-status: accepted  \n');
  expect(run.stdout).toContain('\n+status: Accepted\n');
  expect(await read(repo, NEW_ADR)).toBe(before);
  execFileSync('git', ['apply', '-'], { cwd: repo.root, input: run.stdout });
  const applied = await read(repo, NEW_ADR);
  await repo.write(NEW_ADR, before);
  await fix(repo.root);
  expect(await read(repo, NEW_ADR)).toBe(applied);
});

test('--fix obeys --rule, --changed and disable comments', async () => {
  await using repo = await fixtureRepo(MESS);
  await fix(repo.root, '--rule', 'tags-form');
  expect(await read(repo, NEW_ADR)).toContain('tags: [sessions, redis]');
  expect(await read(repo, NEW_ADR)).toContain('As ADR 1 said');
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', ...args], {
      cwd: repo.root,
      stdio: 'pipe',
    });
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '--message', 'start');
  const text = await read(repo, NEW_ADR);
  await repo.write(
    NEW_ADR,
    text.replace(
      'As ADR 1',
      '<!-- docket-disable-next-line mention-form -- a quotation -->\nAs ADR 1',
    ),
  );
  await fix(repo.root, '--changed');
  expect(await read(repo, NEW_ADR)).toContain('status: Accepted\n');
  expect(await read(repo, NEW_ADR)).toContain('As ADR 1 said');
  expect(await read(repo, OLD_ADR)).toContain('## Decision drivers');
});

test.each([
  [['--dry-run'], '--dry-run` needs `--fix'],
  [['--update-baseline', '--fix'], '`--update-baseline` takes all findings as they are'],
])('%j is refused', async (args, message) => {
  await using repo = await fixtureRepo();
  const run = await mainDocket(['lint', '--root', repo.root, ...args]);
  expect(run.code).toBe(2);
  expect(run.stderr).toContain(message);
});
