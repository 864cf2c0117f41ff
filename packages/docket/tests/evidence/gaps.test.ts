import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { GitRepo } from '../support/git-repo.ts';
import { judgeOnly, said, verdicts } from '../support/judged.ts';
import { ADR, decision, provenance, RECORD, SPEC, specification } from '../support/records.ts';

const UNIT = { [SPEC]: specification(), [ADR]: decision(), [RECORD]: provenance() };

async function expectAllUnverifiable(root: string): Promise<string> {
  const judged = await judgeOnly(root);
  expect(judged.landing.kind).toBe('unknown');
  const found = Object.values(verdicts(judged));
  expect(found).toHaveLength(6);
  expect(new Set(found)).toEqual(new Set(['unverifiable']));
  return said(judged, `artifact:${ADR}`);
}

test('no repository', async () => {
  const folder = await GitRepo.folder();
  await folder.write(UNIT);
  expect(await expectAllUnverifiable(folder.root)).toMatchInlineSnapshot(`
    "unverifiable
    why: not-a-repository
    reason: Not in a Git repository"
  `);
});

test('no commits', async () => {
  const repo = await GitRepo.create();
  await repo.write(UNIT);
  expect(await expectAllUnverifiable(repo.root)).toMatchInlineSnapshot(`
    "unverifiable
    why: no-commits
    reason: The repository has no commits"
  `);
});

test('no Git', async () => {
  const repo = await GitRepo.create();
  await repo.commit('Cache', UNIT);
  vi.stubEnv('PATH', '/nowhere');
  try {
    expect(await expectAllUnverifiable(repo.root)).toMatchInlineSnapshot(`
      "unverifiable
      why: no-git
      reason: Git could not be started"
    `);
  } finally {
    vi.unstubAllEnvs();
  }
});

test('a record that is not committed', async () => {
  const repo = await GitRepo.create();
  await repo.commit('start', { 'README.md': 'x\n' });
  await repo.write(UNIT);
  expect(await expectAllUnverifiable(repo.root)).toMatchInlineSnapshot(`
    "unverifiable
    why: uncommitted
    reason: the record is not committed"
  `);
  await repo.git('add', '--all');
  expect(await expectAllUnverifiable(repo.root)).toMatchInlineSnapshot(`
    "unverifiable
    why: uncommitted
    reason: the record is not committed"
  `);
});

test('a committed record with changes that are not', async () => {
  const repo = await GitRepo.create();
  await repo.commit('start', { 'README.md': 'x\n' });
  await repo.commit('Cache', UNIT);
  await repo.write({ [RECORD]: provenance({ artifacts: [[ADR, 'Modified']] }) });
  const judged = await judgeOnly(repo.root);
  expect(verdicts(judged)[`artifact:${ADR}`]).toBe('contradicted');
  expect(
    judged.notices.map(({ kind, severity, details }) => ({ kind, severity, details })),
  ).toEqual([
    {
      kind: 'rewritten',
      severity: 'warning',
      details: [
        '- .sdd/specification/spec-0001-caching.md | Created',
        '- docs/adr/adr-001-caching.md | Created',
        '- .sdd/provenance/spec-0001-caching.provenance.md | Created',
        '+ docs/adr/adr-001-caching.md | Modified',
      ],
    },
    { kind: 'uncommitted', severity: 'info', details: [] },
  ]);
});

test('a shallow clone that ends at the landing seems to add every file', async () => {
  const repo = await GitRepo.create();
  await repo.commit('start', { [ADR]: decision() });
  await repo.commit('record', { [SPEC]: specification(), [RECORD]: provenance() });
  const full = await judgeOnly((await repo.clone()).root);
  expect(verdicts(full)[`artifact:${ADR}`]).toBe('contradicted');

  const shallow = await repo.clone('--depth', '1');
  const seen = await shallow.git('show', '--format=', '--name-status', 'HEAD');
  expect(seen).toContain(`A\t${ADR}`);
  expect(await expectAllUnverifiable(shallow.root)).toMatchInlineSnapshot(`
    "unverifiable
    why: shallow
    reason: the clone is shallow and ends at the commit that brought the record in"
  `);
});

test('a shallow clone that reaches beyond the landing is enough', async () => {
  const repo = await GitRepo.create();
  await repo.commit('start', { 'README.md': 'x\n' });
  await repo.commit('before', { 'before.md': 'x\n' });
  await repo.commit('Cache', {
    ...UNIT,
    [RECORD]: provenance({
      artifacts: [
        [ADR, 'Created'],
        ['README.md', 'Already existed'],
        ['before.md', 'Modified'],
      ],
    }),
  });
  await repo.commit('after', { 'after.md': 'x\n' });
  const shallow = await repo.clone('--depth', '3');
  expect(await shallow.git('rev-list', '--count', 'HEAD')).toBe('3');
  const judged = await judgeOnly(shallow.root);
  expect(verdicts(judged)).toEqual({
    'landed-together': 'verified',
    executed: 'verified',
    [`artifact:${ADR}`]: 'verified',
    'artifact:README.md': 'verified',
    'artifact:before.md': 'unverifiable',
    'step:1': 'unverifiable',
  });
  expect(said(judged, 'artifact:before.md')).toMatchInlineSnapshot(`
    "unverifiable
    why: shallow
    reason: the clone is shallow, and the work may have begun before its first commit"
  `);
  expect(verdicts(await judgeOnly(repo.root))['artifact:before.md']).toBe('contradicted');
});

test('a partial clone without blobs decides what trees decide', async () => {
  const repo = await GitRepo.create();
  await repo.commit('start', { 'README.md': 'x\n' });
  await repo.commit('Cache', { ...UNIT, [SPEC]: specification(['An earlier wording']) });
  await repo.commit('edit', { [SPEC]: specification(['Another wording']) });
  await repo.move(ADR, 'docs/adr/adr-001-cache.md');
  await repo.commit('move and edit', {
    'docs/adr/adr-001-cache.md': `${decision()}\nAnd more.\n`,
  });
  await repo.commit('follow the move', {
    [RECORD]: provenance({
      artifacts: [
        ['docs/adr/adr-001-cache.md', 'Created'],
        ['never.md', 'Created'],
      ],
    }),
  });
  const partial = await repo.clone('--filter=blob:none');
  const judged = await judgeOnly(partial.root);
  expect(verdicts(judged)).toEqual({
    'landed-together': 'verified',
    executed: 'verified',
    'artifact:docs/adr/adr-001-cache.md': 'unverifiable',
    'artifact:never.md': 'contradicted',
    'step:1': 'unverifiable',
  });
  expect(said(judged, 'artifact:docs/adr/adr-001-cache.md')).toMatchInlineSnapshot(`
    "unverifiable
    why: missing-object
    reason: the file may have had another name, but this clone lacks the contents to find it by"
  `);
  expect(said(judged, 'step:1')).toMatchInlineSnapshot(`
    "unverifiable
    why: missing-object
    reason: the specification of the landing is not in this clone"
  `);
  expect(
    judged.notices.filter(({ kind }) => kind === 'rewritten').map(({ message }) => message),
  ).toMatchInlineSnapshot(`
    [
      "Unknown whether the record was rewritten: the version that landed is not in this clone",
    ]
  `);
  // Reading must not have fetched what the clone left behind.
  const missing = await partial.git('rev-list', '--objects', '--all', '--missing=print');
  expect(missing).toMatch(/^\?/m);
  const full = verdicts(await judgeOnly(repo.root));
  expect(full['artifact:docs/adr/adr-001-cache.md']).toBe('verified');
});

test('a partial clone with a record rewritten beside its work cannot tell the execution', async () => {
  const repo = await GitRepo.create();
  await repo.commit('start', { 'README.md': 'x\n' });
  await repo.commit('Cache', UNIT);
  await repo.commit('Cache again', {
    [ADR]: decision('ADR-001: Caching', 'More.'),
    [RECORD]: provenance({ executed: '2026-03-05T11:45:00Z', artifacts: [[ADR, 'Modified']] }),
  });
  expect(verdicts(await judgeOnly(repo.root))[`artifact:${ADR}`]).toBe('verified');
  const partial = await repo.clone('--filter=blob:none');
  const judged = await judgeOnly(partial.root);
  expect(judged.landing).toMatchInlineSnapshot(`
    {
      "kind": "unknown",
      "reason": "an earlier version of the record is not in this clone, so which execution it was is unknown",
      "why": "missing-object",
    }
  `);
});

test('a partial clone without trees', async () => {
  const repo = await GitRepo.create();
  await repo.commit('start', { 'README.md': 'x\n' });
  await repo.commit('Cache', UNIT);
  const partial = await repo.clone('--filter=tree:0');
  expect(await expectAllUnverifiable(partial.root)).toMatchInlineSnapshot(`
    "unverifiable
    why: missing-objects
    reason: Objects are missing from this clone: could not fetch <id> from promisor remote"
  `);
});

test('records in a submodule', async () => {
  const records = await GitRepo.create();
  await records.commit('Cache', { 'spec-0001-caching.provenance.md': provenance() });
  const repo = await GitRepo.create();
  await repo.commit('start', { [SPEC]: specification(), [ADR]: decision() });
  await repo.git('submodule', '--quiet', 'add', records.root, '.sdd/provenance');
  await repo.commit('add records');
  expect(await expectAllUnverifiable(repo.root)).toMatchInlineSnapshot(`
    "unverifiable
    why: submodule
    reason: the record is in a submodule, and its history in another repository"
  `);
});

test('settings and hooks of the user change nothing', async () => {
  const repo = await GitRepo.create();
  await repo.commit('start', { 'alt é.md': 'x\ny\nz\n' });
  await repo.move('alt é.md', 'neu é.md');
  await repo.commit('Cache', {
    ...UNIT,
    [RECORD]: provenance({
      artifacts: [
        ['alt é.md', 'Deleted'],
        ['neu é.md', 'Created'],
      ],
    }),
  });
  const expected = verdicts(await judgeOnly(repo.root));
  expect(expected['artifact:alt é.md']).toBe('verified');
  for (const [key, value] of [
    ['diff.renames', 'copies'],
    ['core.quotePath', 'true'],
    ['log.showSignature', 'true'],
    ['log.showRoot', 'false'],
    ['log.diffMerges', 'off'],
    ['log.decorate', 'full'],
    ['log.follow', 'true'],
    ['format.pretty', 'oneline'],
    ['diff.relative', 'true'],
    ['diff.noprefix', 'true'],
    ['diff.ignoreSubmodules', 'all'],
    ['color.ui', 'always'],
    ['status.renames', 'copies'],
    ['status.relativePaths', 'true'],
    ['status.showUntrackedFiles', 'no'],
    ['i18n.logOutputEncoding', 'ISO-8859-1'],
  ] as const) {
    await repo.git('config', key, value);
  }
  await writeFile(path.join(repo.root, '.git/fsmonitor'), '#!/bin/sh\ntouch ../ran\n', {
    mode: 0o755,
  });
  await repo.git('config', 'core.fsmonitor', '.git/fsmonitor');
  vi.stubEnv('GIT_DIR', '/nowhere');
  vi.stubEnv('GIT_INDEX_FILE', '/nowhere');
  try {
    // A new commit, so that nothing is taken from an earlier reading.
    vi.unstubAllEnvs();
    await repo.git('commit', '--quiet', '--allow-empty', '-m', 'later');
    vi.stubEnv('GIT_DIR', '/nowhere');
    vi.stubEnv('GIT_INDEX_FILE', '/nowhere');
    expect(verdicts(await judgeOnly(repo.root))).toEqual(expected);
  } finally {
    vi.unstubAllEnvs();
  }
});

test('a replaced object does not speak for the one it replaces', async () => {
  const repo = await GitRepo.create();
  const start = await repo.commit('start', { [ADR]: decision() });
  const commit = await repo.commit('record', { [SPEC]: specification(), [RECORD]: provenance() });
  const tree = await repo.git('rev-parse', `${commit}^{tree}`);
  const forged = await repo.git('commit-tree', tree, '-m', 'record');
  await repo.git('replace', commit, forged);
  expect(await repo.git('log', '--format=%H')).not.toContain(start);
  expect(verdicts(await judgeOnly(repo.root))[`artifact:${ADR}`]).toBe('contradicted');
});
