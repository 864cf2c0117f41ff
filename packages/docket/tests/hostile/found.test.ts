import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { disclaimerIn } from '../../src/evidence/checks/disclaimer.ts';
import { spellings } from '../../src/evidence/paths.ts';
import { findOutcome } from '../../src/records/outcome.ts';
import { fixtureRepo } from '../support/fixture-repo.ts';
import { GitRepo } from '../support/git-repo.ts';
import { mainDocket } from '../support/main-docket.ts';
import { provenance, RECORD, SPEC, specification } from '../support/records.ts';

/** Milliseconds of processor time that work takes. */
function cpu(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

test.each([
  [
    'a clause that goes on and on',
    () => disclaimerIn(`not run${' in the environment'.repeat(3000)} 1`),
  ],
  ['a path of places', () => spellings(`a${':1'.repeat(9900)}`)],
  ['a path of spaces', () => spellings(`a${' '.repeat(19_800)}b`)],
  ['a path of brackets', () => spellings(`a${'('.repeat(19_800)}`)],
  ['a result of brackets', () => findOutcome('('.repeat(90_000))],
  ['a result of colons', () => findOutcome(': '.repeat(45_000))],
])('%s takes no long time', (_, work) => {
  expect(cpu(work)).toBeLessThan(1500);
});

test('a configuration that leads out of the root is not read', async () => {
  await using outside = await fixtureRepo();
  await outside.write('secret.json', '{ "TOKEN-12345": 1 }');
  await using repo = await fixtureRepo();
  await symlink(path.join(outside.root, 'secret.json'), path.join(repo.root, 'docket.config.json'));
  for (const command of ['lint', 'list', 'verify']) {
    const { code, stdout, stderr } = await mainDocket([command, '--root', repo.root]);
    expect(code).toBe(2);
    expect(stdout + stderr).not.toContain('TOKEN');
    expect(stderr).toContain('docket.config.json: Unexpected symbolic link out of the repository');
  }
});

test('a lock whose name nobody here has written stops no reader', async () => {
  await using repo = await fixtureRepo();
  await mkdir(path.join(repo.root, '.docket'));
  await writeFile(path.join(repo.root, '.docket/1.2.%E0%A4.x.lock'), '');
  expect(await mainDocket(['list', '--root', repo.root])).toMatchObject({ code: 0, stderr: '' });
});

test('a record over a limit is not verified', async () => {
  const repo = await GitRepo.create();
  await repo.commit('start', { 'src/a.ts': 'a\n' });
  const record = `${provenance()}\n<!-- ${'*'.repeat(57_000)} -->\n`;
  await repo.commit('record', { [SPEC]: specification(), [RECORD]: record });
  const { stdout } = await mainDocket(['verify', '--root', repo.root, '--format', 'json']);
  expect(stdout).not.toContain('"verdict": "verified"');
});

test('a row about a change of the mode alone is not contradicted on a branch', async () => {
  const repo = await GitRepo.create();
  await repo.commit('start', { 'src/a.sh': 'a\n' });
  await repo.git('switch', '--quiet', '-c', 'topic');
  await repo.commit('order', { [SPEC]: specification() });
  await chmod(path.join(repo.root, 'src/a.sh'), 0o755);
  const artifacts = [
    [SPEC, 'Created'],
    [RECORD, 'Created'],
    ['src/a.sh', 'Modified'],
  ] as const;
  await repo.commit('carry out', { [RECORD]: provenance({ artifacts }) });
  const { stdout } = await mainDocket(['verify', '--root', repo.root]);
  expect(stdout).toContain(' 0 contradicted,');
});

test('a name with a line end begins no line', async () => {
  await using repo = await fixtureRepo();
  await repo.write('docs/adr/adr-004-x\n::error::forged.md', '---\ntitle: x\n---\n');
  for (const command of [['list'], ['lint'], ['lint', '--quiet']]) {
    const { stdout } = await mainDocket([...command, '--root', repo.root]);
    expect(stdout).not.toMatch(/^::error/m);
  }
});
