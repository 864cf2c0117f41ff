import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import { findRoot } from '../../src/io/find-root.ts';
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

// Arguments by which each command that has a root does its work without a terminal.
const CALLS: Readonly<Record<string, readonly string[]>> = {
  lint: [],
  verify: [],
  validate: ['0001'],
  diff: ['HEAD'],
  'new adr': ['Queue', '--dry-run'],
  'new spec': ['Queue', '--dry-run'],
  accept: ['ADR-001', '--dry-run'],
  reject: ['ADR-001', '--dry-run'],
  deprecate: ['ADR-002', '--dry-run'],
  supersede: ['ADR-002', 'Queue', '--dry-run'],
  renumber: ['ADR-001', '--dry-run'],
  list: [],
  doctor: [],
  'new provenance': ['0001', '--dry-run'],
  attest: ['0001'],
};

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
    if (!options.root) continue;
    withRoot.push(entry.name);
    const argv = [...entry.name.split(' '), ...(CALLS[entry.name] ?? [])];
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

test('the nearest root counts, and the way up ends at the top of the repository', async () => {
  const repo = await GitRepo.create();
  const at = (name: string) => path.join(repo.root, name);
  await repo.write({
    ...FILES,
    'svc/a/docs/adr/adr-001-a.md': decision(),
    'svc/a/src/x.ts': 'x\n',
    'svc/b/docket.config.ts': 'export default { paths: { adr: "decisions" } };\n',
    'svc/b/decisions/adr-001-b.md': decision(),
    'svc/file/docs/adr': 'no folder\n',
    'inner/src/x.ts': 'x\n',
  });
  await mkdir(at('inner/.git'));
  expect(findRoot(at('svc'))).toBe(repo.root);
  expect(findRoot(at('svc/a/src'))).toBe(at('svc/a'));
  expect(findRoot(at('svc/b/decisions'))).toBe(at('svc/b'));
  expect(findRoot(at('svc/file'))).toBe(repo.root);
  expect(findRoot(at('inner/src'))).toBe(at('inner/src'));
  // A root that was named is taken as it is, from where the command runs.
  const named = await mainDocket(['list', '--root', '../src'], {}, at('svc/a/src'));
  expect(named.code).toBe(2);
  expect(named.stderr).toContain(`No records under ${at('svc/a/src')}`);
});
