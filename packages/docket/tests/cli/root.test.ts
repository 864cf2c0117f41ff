import { existsSync } from 'node:fs';
import { mkdir, readFile, symlink } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import { findRoot, foldersUpFrom } from '../../src/io/find-root.ts';
import { GitRepo } from '../support/git-repo.ts';
import { mainDocket } from '../support/main-docket.ts';
import { ADR, decision, provenance, RECORD, SPEC, specification } from '../support/records.ts';
import { ROOT } from '../support/repository.ts';

const SETTLED = 'docs/adr/adr-002-settled.md';

const withStatus = (title: string, status: string) =>
  decision(title).replace('---\n\n', `status: ${status}\ndate: "2026-03-01"\n---\n\n`);

const FILES = {
  [SPEC]: specification(),
  [ADR]: withStatus('ADR-001: Caching', 'Proposed'),
  [SETTLED]: withStatus('ADR-002: Settled', 'Accepted'),
  [RECORD]: provenance(),
};

const TEMPLATES = ['docs/adr', '.sdd/specification', '.sdd/provenance'].map(
  (folder) => `${folder}/template.md`,
);

// Lint has something to say of such small records.
const ENDS: Readonly<Record<string, number>> = { lint: 1 };

/** The folder of the repository, in arguments. */
const HERE = '{root}';

// Arguments by which each command that has a root does its work without a terminal.
const CALLS: Readonly<Record<string, readonly string[]>> = {
  init: ['--dry-run'],
  lint: [],
  verify: [],
  validate: ['0001'],
  diff: ['HEAD'],
  'new adr': ['Queue', '--dry-run'],
  'new spec': ['Queue', '--dry-run'],
  accept: ['ADR-001', '--dry-run'],
  ratify: ['ADR-002', '--dry-run'],
  reject: ['ADR-001', '--dry-run'],
  deprecate: ['ADR-002', '--dry-run'],
  supersede: ['ADR-002', 'Queue', '--dry-run'],
  renumber: ['ADR-001', '--dry-run'],
  migrate: ['--dry-run'],
  list: [],
  due: ['--within', '30d'],
  doctor: [],
  'new provenance': ['0001', '--dry-run'],
  attest: ['0001'],
  'emit agent-trace': ['0001'],
  check: ['--changed'],
  agents: ['--dry-run'],
  why: [`${HERE}/src/deep/a.ts`],
};

// Commands that make a site, which takes long, or serve until somebody ends them; their root is found as for all.
const LONG: readonly string[] = ['build', 'dev', 'preview', 'mcp'];

test('every command finds its root upwards, and does there what it does at the root', async () => {
  const repo = await GitRepo.create();
  const templates = TEMPLATES.map(
    async (file): Promise<[string, string]> => [
      file,
      await readFile(path.join(ROOT, file), 'utf8'),
    ],
  );
  await repo.commit('start', {
    'src/deep/a.ts': 'a\n',
    ...Object.fromEntries(await Promise.all(templates)),
  });
  await repo.commit('Cache', FILES);
  const withRoot: string[] = [];
  for (const entry of COMMANDS) {
    const { options } = await entry.load();
    if (!options.root || LONG.includes(entry.name)) continue;
    withRoot.push(entry.name);
    const args = (CALLS[entry.name] ?? []).map((word) => word.replace(HERE, repo.root));
    const argv = [...entry.name.split(' '), ...args];
    const call = (cwd: string) =>
      mainDocket(argv, { SOURCE_DATE_EPOCH: '1772712000' }, path.join(repo.root, cwd));
    const there = await call('.');
    for (const cwd of ['src/deep', 'docs/adr', '.sdd/provenance']) {
      expect([cwd, argv, await call(cwd)]).toEqual([cwd, argv, there]);
    }
    expect([argv, there.code, there.stderr.includes('docket:')]).toEqual([
      argv,
      ENDS[entry.name] ?? 0,
      false,
    ]);
  }
  expect(withRoot.toSorted()).toEqual(Object.keys(CALLS).toSorted());
});

test('completion, too', async () => {
  const repo = await GitRepo.create();
  await repo.commit('Cache', FILES);
  const argv = ['complete', '--', 'accept', ''];
  const run = await mainDocket(argv, {}, path.join(repo.root, 'docs'));
  expect(run.stdout).toContain('ADR-001');
});

const own = (title?: string) => decision(title).replace('---\n\n', 'prompted-by: growth\n---\n\n');

test('what says most about records counts, and of that the nearest', async () => {
  const repo = await GitRepo.create();
  const at = (name: string) => path.join(repo.root, name);
  await repo.write({
    'docs/adr/adr-001-a.md': decision(),
    'catalog-info.yaml': 'metadata: { name: no folder of decisions }\n',
    'svc/own/docs/adr/adr-001-a.md': own(),
    'svc/own/src/x.ts': 'x\n',
    'svc/plain/docs/adr/adr-001-a.md': decision(),
    'svc/config/docket.config.ts': 'export default { paths: { adr: "decisions" } };\n',
    'svc/config/docs/.adr-dir': 'adr\n',
    'svc/config/docs/adr/0001-b.md': '# 1. B\n',
    'svc/tool/.adr-dir': 'log\n',
    'svc/tool/log/deep/0001-c.md': '# 1. C\n',
    'svc/out/.adr-dir': '../tool/log\n',
    'svc/gone/.adr-dir': 'nowhere\n',
    'svc/gate/.archgate/adrs/0001-d.md': '# 1. D\n',
    'svc/sdd/.sdd/specification/template.md': 'x\n',
    'inner/docs/x.ts': 'x\n',
  });
  await mkdir(at('inner/.git'));
  const found = (start: string) => {
    const { folder, because } = findRoot(at(start));
    return [path.relative(repo.root, folder), because];
  };
  const top = ['', { kind: 'repository' }];
  expect(found('svc')).toEqual(top);
  expect(found('docs/adr')).toEqual(top);
  expect(found('svc/plain/docs/adr')).toEqual(top);
  expect(found('svc/out')).toEqual(top);
  expect(found('svc/gone')).toEqual(top);
  expect(found('svc/own/src')).toEqual(['svc/own', { kind: 'records' }]);
  expect(found('svc/sdd/.sdd')).toEqual(['svc/sdd', { kind: 'records' }]);
  // What is configured counts more than what another tool was told, even if that is nearer.
  const configured = { kind: 'file', file: 'docket.config.ts' };
  expect(found('svc/config/docs/adr')).toEqual(['svc/config', configured]);
  expect(found('svc/tool/log/deep')).toEqual(['svc/tool', { kind: 'file', file: '.adr-dir' }]);
  expect(found('svc/gate/.archgate')).toEqual(['svc/gate', { kind: 'file', file: '.archgate' }]);
  expect(found('inner/docs')).toEqual(['inner', { kind: 'repository' }]);
  // A root that was named is taken as it is, from where the command runs.
  const named = await mainDocket(['list', '--root', '../src'], {}, at('svc/own/src'));
  expect(named.code).toBe(2);
  expect(named.stderr).toContain(`No records under ${at('svc/own/src')}`);
});

test('outside a repository only a folder with records is a root, and never one above the home folder', async () => {
  const folder = await GitRepo.folder();
  const at = (name: string) => path.join(folder.root, name);
  await folder.write({
    '.adr-dir': 'docs/adr\n',
    'docs/adr/0001-a.md': '# 1. A\n',
    'home/work/doc/adr/0001-b.md': '# 1. B\n',
    'home/dated/docs/adr/0001-c.md': '# 1. C\n',
  });
  const home = at('home');
  const plain = at('home/work/doc/adr');
  expect(findRoot(plain, home)).toEqual({ folder: plain, because: { kind: 'start' } });
  expect(findRoot(plain, '/nobody')).toMatchObject({ folder: folder.root });
  expect(findRoot(at('home/dated/docs/adr'), home)).toEqual({
    folder: at('home/dated'),
    because: { kind: 'usual folder' },
  });
  await symlink(home, at('alias'));
  expect(findRoot(plain, at('alias'))).toMatchObject({ folder: plain });
});

test.runIf(existsSync('/proc/self'))('where another file system begins, the way up ends', () => {
  const looked = foldersUpFrom('/proc/self');
  expect(looked).toEqual(['/proc/self', '/proc']);
});

test('in a log of another tool, a command does what it does at the top, and doctor says why', async () => {
  const repo = await GitRepo.create();
  const body = '\n## Status\n\nAccepted\n\n## Context\n\nc\n\n## Decision\n\nd\n';
  await repo.commit('start', {
    'doc/architecture/decisions/0001-a.md': `# 1. A\n${body}`,
    'doc/architecture/decisions/0002-b.md': `# 2. B\n${body}`,
    'packages/x/src/x.ts': 'x\n',
  });
  const there = await mainDocket(['lint'], {}, repo.root);
  expect(there.stdout).toContain('2 files');
  for (const cwd of ['packages/x/src', 'doc/architecture/decisions']) {
    expect(await mainDocket(['lint'], {}, path.join(repo.root, cwd))).toEqual(there);
  }
  const doctor = await mainDocket(['doctor'], {}, path.join(repo.root, 'packages/x/src'));
  expect(doctor.stdout).toMatch(/Root +\S+, the top of the Git repository\n/);
  expect(doctor.stdout).toContain('doc/architecture/decisions: 2 records');
  const named = await mainDocket(['doctor', '--root', '.'], {}, repo.root);
  expect(named.stdout).toMatch(/Root +\S+, named with --root\n/);
});
