import { mkdir, readFile, readlink, symlink } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { callDocket } from '../support/call-docket.ts';
import { DAY, exampleRepo, NEW, OLD } from '../support/example-repo.ts';
import { GitRepo } from '../support/git-repo.ts';

const docket = (repo: GitRepo, ...argv: string[]) => callDocket(argv, { cwd: repo.root, env: DAY });
const read = (repo: GitRepo, file: string) => readFile(path.join(repo.root, file), 'utf8');

/** Sets a variable of this process until the test ends. */
function setVariable(name: string, value: string): void {
  const before = process.env[name];
  process.env[name] = value;
  onTestFinished(() => {
    if (before === undefined) delete process.env[name];
    else process.env[name] = before;
  });
}

/** A repository in which another branch holds number 005, and a record has uncommitted changes. */
async function repoToAsk(): Promise<GitRepo> {
  const repo = await exampleRepo();
  await repo.git('switch', '--quiet', '-c', 'other');
  await repo.commit('Add', { 'docs/adr/adr-005-elsewhere.md': 'x' });
  await repo.git('switch', '--quiet', 'main');
  await repo.write({ [NEW]: `${await read(repo, NEW)}\nNot committed.\n` });
  return repo;
}

const SILENCES: readonly (readonly [string, string, (repo: GitRepo) => Promise<void>])[] = [
  [
    'it takes the folder for somebody else’s',
    'Git refused to read the repository',
    async () => setVariable('GIT_TEST_ASSUME_DIFFERENT_OWNER', '1'),
  ],
  ['it is not installed', 'Git could not be started', async () => setVariable('PATH', '/nowhere')],
  [
    'the repository is broken',
    'Git does not recognise',
    async (repo) => repo.write({ '.git/HEAD': null }),
  ],
  [
    'the repository is a file that leads nowhere',
    'Git does not recognise',
    async (repo) =>
      repo.write({ '.git': null }).then(() => repo.write({ '.git': 'gitdir: ../gone\n' })),
  ],
  [
    'an object is missing',
    'Git failed',
    async (repo) => {
      const id = await repo.git('rev-parse', 'HEAD^{tree}');
      await repo.write({ [`.git/objects/${id.slice(0, 2)}/${id.slice(2)}`]: null });
    },
  ],
];

const COMMANDS = [
  ['new', 'adr', 'Title'],
  ['deprecate', '2'],
  ['new', 'spec', 'Title'],
  ['supersede', '2', 'Title'],
  ['renumber', '2'],
  ['renumber', '2', '9'],
];

describe.each(SILENCES)('where Git cannot answer, as %s', (_, message, silence) => {
  // How Git falls silent makes no difference between the commands.
  test.each(silence === SILENCES[0]?.[2] ? COMMANDS : COMMANDS.slice(0, 2))(
    '%s %s stops and says so, and goes on with --offline',
    async (...argv) => {
      const repo = await repoToAsk();
      const before = await read(repo, NEW);
      await silence(repo);
      const run = await docket(repo, ...argv);
      expect(run).toMatchObject({ code: 2, stdout: '' });
      expect(run.stderr).toContain(message);
      expect(run.stderr).toContain('or carry on without Git with --offline');
      expect(await read(repo, NEW)).toBe(before);
      const offline = await docket(repo, ...argv, '--offline');
      expect(offline).toMatchObject({ code: 0 });
    },
  );
});

test('outside any repository is an answer, with and without Git', async () => {
  const repo = await exampleRepo();
  await repo.write({ '.git': null });
  expect((await docket(repo, 'new', 'adr', 'One')).stdout).toBe(
    'created docs/adr/adr-003-one.md\n',
  );
  setVariable('PATH', '/nowhere');
  expect((await docket(repo, 'new', 'adr', 'Two')).stdout).toBe(
    'created docs/adr/adr-004-two.md\n',
  );
  expect((await docket(repo, 'deprecate', '2')).code).toBe(0);
});

describe('records in a submodule', () => {
  async function withSubmodule(): Promise<{ repo: GitRepo; records: GitRepo }> {
    const records = await GitRepo.create();
    const example = await exampleRepo();
    const files = [OLD, NEW, 'docs/adr/template.md'];
    for (const file of files) {
      await records.write({ [path.basename(file)]: await read(example, file) });
    }
    await records.commit('Add');
    await records.git('switch', '--quiet', '-c', 'other');
    await records.commit('Add another', { 'adr-007-elsewhere.md': 'x' });
    await records.git('switch', '--quiet', 'main');
    await example.git('rm', '-rq', 'docs/adr');
    await example.git('submodule', '--quiet', 'add', `file://${records.root}`, 'docs/adr');
    await example.commit('Records of their own');
    return { repo: example, records };
  }

  test('its own branches are asked, and its own changes seen', async () => {
    const { repo } = await withSubmodule();
    expect((await docket(repo, 'new', 'adr', 'Title')).stdout).toBe(
      'created docs/adr/adr-008-title.md\n',
    );
    await repo.write({ [NEW]: `${await read(repo, NEW)}\nNot committed.\n` });
    expect((await docket(repo, 'deprecate', '2')).stderr).toContain(
      `There are uncommitted changes in \`${NEW}\``,
    );
  });

  test('one that was never fetched says nothing of its numbers', async () => {
    const { repo } = await withSubmodule();
    await repo.git('submodule', '--quiet', 'deinit', '--force', 'docs/adr');
    await repo.write({ 'docs/template.md': '---\ntitle: a\n---\n' });
    await repo.write({
      'docket.config.ts': "export default { templates: { adr: 'docs/template.md' } };\n",
    });
    const run = await docket(repo, 'new', 'adr', 'Title');
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain('`docs/adr` is a submodule that is not checked out');
  });
});

describe('records behind links', () => {
  /** The record 002 lies in another folder, and a link leads there. */
  async function linked(target: string): Promise<GitRepo> {
    const repo = await exampleRepo();
    const text = await read(repo, NEW);
    await mkdir(path.dirname(path.resolve(repo.root, target)), { recursive: true });
    await repo.write({ [NEW]: null });
    await repo.write({ [path.relative(repo.root, path.resolve(repo.root, target))]: text });
    await symlink(
      path.relative(path.join(repo.root, 'docs/adr'), path.resolve(repo.root, target)),
      path.join(repo.root, NEW),
    );
    await repo.commit('Link');
    return repo;
  }

  test('the file is written and the link stays', async () => {
    const repo = await linked('shared/sessions.md');
    const before = await read(repo, 'shared/sessions.md');
    expect((await docket(repo, 'deprecate', '2')).code).toBe(0);
    expect(await readlink(path.join(repo.root, NEW))).toBe('../../shared/sessions.md');
    expect(await read(repo, 'shared/sessions.md')).toBe(
      before.replace('status: Accepted', 'status: Deprecated'),
    );
    expect(await repo.git('diff', '--name-only')).toBe('shared/sessions.md');
    expect((await docket(repo, 'supersede', '1', 'Title')).code).toBe(2);
  });

  test('changes of the file that are not committed are seen', async () => {
    const repo = await linked('shared/sessions.md');
    await repo.write({ 'shared/sessions.md': `${await read(repo, NEW)}\n` });
    expect((await docket(repo, 'supersede', '2', 'Title')).stderr).toContain(
      `There are uncommitted changes in \`${NEW}\``,
    );
  });

  test('renumber moves the link and writes the file', async () => {
    const repo = await linked('shared/sessions.md');
    const before = await read(repo, NEW);
    expect((await docket(repo, 'renumber', '2', '10')).code).toBe(0);
    const moved = 'docs/adr/adr-010-keep-sessions-in-redis.md';
    expect(await readlink(path.join(repo.root, moved))).toBe('../../shared/sessions.md');
    expect(await repo.exists(NEW)).toBe(false);
    expect(await read(repo, 'shared/sessions.md')).toBe(before.replaceAll('ADR-002', 'ADR-010'));
  });

  test('--fix writes the file', async () => {
    const repo = await linked('shared/sessions.md');
    const before = await read(repo, NEW);
    await repo.write({
      'shared/sessions.md': before.replace('status: Accepted', 'status: accepted'),
    });
    await docket(repo, 'lint', '--fix', '--rule', 'status-known');
    expect(await readlink(path.join(repo.root, NEW))).toBe('../../shared/sessions.md');
    expect(await read(repo, 'shared/sessions.md')).toBe(before);
  });

  test('a folder of records behind a link is written there, with the numbers of its branches', async () => {
    const repo = await exampleRepo();
    await repo.git('mv', 'docs/adr', 'decisions');
    await mkdir(path.join(repo.root, 'docs'), { recursive: true });
    await symlink('../decisions', path.join(repo.root, 'docs/adr'));
    await repo.commit('Move', { 'decisions/adr-006-gone.md': 'x' });
    await repo.commit('Delete', { 'decisions/adr-006-gone.md': null });
    expect((await docket(repo, 'new', 'adr', 'Title')).stdout).toBe(
      'created docs/adr/adr-007-title.md\n',
    );
    expect(await repo.exists('decisions/adr-007-title.md')).toBe(true);
    expect((await docket(repo, 'deprecate', '2')).code).toBe(0);
    expect(await read(repo, 'decisions/adr-002-keep-sessions-in-redis.md')).toContain('Deprecated');
  });

  test('two names of one file are never written in two ways', async () => {
    const repo = await exampleRepo();
    await symlink(path.basename(NEW), path.join(repo.root, 'docs/adr/adr-009-same.md'));
    await repo.commit('Link');
    const before = await read(repo, NEW);
    const run = await docket(repo, 'renumber', OLD, '12');
    expect(run.code).toBe(0);
    expect(await read(repo, NEW)).toBe(
      before.replaceAll('ADR-001', 'ADR-012').replaceAll('adr-001-', 'adr-012-'),
    );
  });
});

test('renumbering leaves packages alone, even where Git is not told to ignore them', async () => {
  const repo = await exampleRepo();
  const cited = 'See ADR-002 in docs/adr/adr-002-keep-sessions-in-redis.md\n';
  await repo.write({ 'node_modules/shop/README.md': cited, 'docs/shop.md': cited });
  const { stdout } = await callDocket(['renumber', 'ADR-002', '007', '--dry-run'], {
    cwd: repo.root,
  });
  expect(stdout).toContain('docs/shop.md');
  expect(stdout).not.toContain('node_modules');
});
