import { expect, test } from 'vitest';
import { type Files, GitRepo } from '../support/git-repo.ts';
import { judgeOnly, judgeRepository, openClaims, said } from '../support/judged.ts';
import { ADR, decision, provenance, RECORD, SPEC, specification } from '../support/records.ts';

type Rows = readonly (readonly [file: string, status: string])[];

/** A repository whose second commit lands a record with these rows, and these changes. */
async function landed(artifacts: Rows, changes: Files): Promise<GitRepo> {
  const repo = await GitRepo.create();
  await repo.commit('start', { 'README.md': 'x\n' });
  await repo.commit('Cache', {
    [SPEC]: specification(),
    [ADR]: decision(),
    [RECORD]: provenance({ artifacts: [[SPEC, 'Created'], [ADR, 'Created'], ...artifacts] }),
    ...changes,
  });
  return repo;
}

const CODE = 'src/cache.ts';

test('the root of the records moves below the top', async () => {
  const repo = await landed([[CODE, 'Created']], { [CODE]: 'a\n' });
  await repo.commit('other', { 'README.md': 'y\n' });
  await repo.write({ 'svc/note.md': 'x\n' });
  await repo.git('mv', 'docs', '.sdd', 'svc/');
  await repo.commit('move');
  const judged = await judgeOnly(`${repo.root}/svc`);
  expect(openClaims(judged)).toEqual([]);
  expect(judged.notices).toEqual([]);
});

test('the folder of a package is renamed, with records and code', async () => {
  const repo = await GitRepo.create();
  const below = (files: Files) =>
    Object.fromEntries(Object.entries(files).map(([name, text]) => [`packages/a/${name}`, text]));
  await repo.commit('start', { 'README.md': 'x\n', ...below({ 'old.md': 'x\n' }) });
  const artifacts: Rows = [
    [SPEC, 'Created'],
    [ADR, 'Created'],
    [CODE, 'Created'],
    ['old.md', 'Modified'],
    ['lib/', 'Created'],
  ];
  const checks = `checks:\n  1: { file-exists: ${ADR} }\n  2: { committed-together: [${ADR}, ${CODE}] }\n  3: { only-changed: ["*"] }\n`;
  await repo.commit('Cache', {
    ...below({
      [SPEC]: specification(['It exists', 'Together', 'Only'], checks),
      [ADR]: decision(),
      [CODE]: 'a\n',
      'old.md': 'y\n',
      'lib/a.ts': 'a\n',
      [RECORD]: provenance({
        title: 'Provenance: ADR-001',
        artifacts,
        results: '1. It exists — PASS\n2. Together — PASS\n3. Only — PASS',
      }),
    }),
  });
  await repo.git('mv', 'packages/a', 'packages/b');
  await repo.commit('rename');
  await repo.commit('edit', { 'packages/b/src/cache.ts': 'quite other\n' });
  const judged = await judgeOnly(`${repo.root}/packages/b`);
  expect(judged.claims.filter(({ verdict }) => verdict.kind !== 'verified')).toEqual([]);
  expect(judged.notices).toEqual([]);
});

test('a file that was moved, and gone before the folder of its package was renamed', async () => {
  const repo = await GitRepo.create();
  const below = (files: Files) =>
    Object.fromEntries(Object.entries(files).map(([name, text]) => [`packages/a/${name}`, text]));
  const record = (file: string) =>
    provenance({
      artifacts: [
        [SPEC, 'Created'],
        [file, 'Created'],
      ],
    });
  await repo.commit('start', { 'README.md': 'x\n' });
  const unit = { [SPEC]: specification(), [RECORD]: record(CODE), [CODE]: 'one\ntwo\n' };
  await repo.commit('Cache', below(unit));
  await repo.commit('other', { 'README.md': 'y\n' });
  await repo.move(`packages/a/${CODE}`, 'packages/a/lib/core.ts');
  await repo.commit('move', below({ [RECORD]: record('lib/core.ts') }));
  await repo.commit('drop', { 'packages/a/lib/core.ts': null });
  await repo.git('mv', 'packages/a', 'packages/b');
  await repo.commit('rename');
  expect(openClaims(await judgeOnly(`${repo.root}/packages/b`))).toEqual([]);
});

test('a false row stays false when the root moves', async () => {
  const repo = await landed([['never.ts', 'Created']], {});
  await repo.write({ 'svc/note.md': 'x\n' });
  await repo.git('mv', 'docs', '.sdd', 'svc/');
  await repo.commit('move');
  expect(openClaims(await judgeOnly(`${repo.root}/svc`))).toEqual([
    'artifact:never.ts contradicted',
  ]);
});

test('a record that was taken out is put back with a typo mended, by one commit or with others between', async () => {
  for (const other of [false, true]) {
    const repo = await landed([[CODE, 'Created']], { [CODE]: 'a\n' });
    const landing = await repo.git('rev-parse', 'HEAD');
    const text = await repo.git('show', `HEAD:${RECORD}`);
    await repo.commit('take out', { [RECORD]: null });
    if (other) await repo.commit('other', { 'README.md': 'y\n' });
    const path = other ? RECORD.replace('caching', 'cache') : RECORD;
    await repo.commit('put back', { [path]: `${text.replace('Wrote', 'Has written')}\n` });
    const judged = await judgeOnly(repo.root);
    expect(openClaims(judged)).toEqual([]);
    expect(judged.landing).toMatchObject({ commit: { id: landing } });
  }
});

test('a record that is put back beside an edit of a file it names', async () => {
  const repo = await landed([[CODE, 'Created']], { [CODE]: 'a\n' });
  const text = await repo.git('show', `HEAD:${RECORD}`);
  await repo.commit('take out', { [RECORD]: null });
  await repo.commit('other', { 'README.md': 'y\n' });
  await repo.commit('put back', { [RECORD]: `${text}\n`, [CODE]: 'b\n' });
  expect(openClaims(await judgeOnly(repo.root))).toEqual([]);
});

test('a file moves and a new one takes its place in one commit', async () => {
  const repo = await landed([['a.ts', 'Created']], { 'a.ts': 'one\ntwo\nthree\n' });
  await repo.commit('other', { 'README.md': 'y\n' });
  await repo.move('a.ts', 'core.ts');
  await repo.commit('move', {
    'a.ts': 'something else\n',
    [RECORD]: provenance({
      artifacts: [
        [SPEC, 'Created'],
        [ADR, 'Created'],
        ['core.ts', 'Created'],
      ],
    }),
  });
  expect(openClaims(await judgeOnly(repo.root))).toEqual([]);
});

test('a file moves with an edit and a new one takes its place in one commit', async () => {
  const repo = await landed([['a.ts', 'Created']], { 'a.ts': 'one\ntwo\nthree\n' });
  await repo.commit('other', { 'README.md': 'y\n' });
  const rows = (file: string) =>
    provenance({
      artifacts: [
        [SPEC, 'Created'],
        [ADR, 'Created'],
        [file, 'Created'],
      ],
    });
  await repo.move('a.ts', 'core.ts');
  await repo.commit('move', {
    'a.ts': 'something else\n',
    'core.ts': 'one\ntwo\nthree\nfour\n',
    'b.ts': 'quite new\n',
    [RECORD]: rows('core.ts'),
  });
  const judged = await judgeOnly(repo.root);
  expect(openClaims(judged)).toEqual(['artifact:core.ts unverifiable']);
  expect(said(judged, 'artifact:core.ts')).toMatchInlineSnapshot(`
    "unverifiable
    why: ambiguous
    reason: the file may have had another name, but its contents do not show which"
  `);
  await repo.commit('claim another', { [RECORD]: rows('b.ts') });
  expect(openClaims(await judgeOnly(repo.root))).toEqual(['artifact:b.ts contradicted']);
});

test('a record makes room for a second execution under its name', async () => {
  const repo = await landed([[CODE, 'Created']], { [CODE]: 'a\n' });
  const first = await repo.git('show', `HEAD:${RECORD}`);
  const kept = '.sdd/provenance/spec-0001-caching-first.provenance.md';
  await repo.commit('other', { 'README.md': 'y\n' });
  await repo.commit('again', {
    [kept]: `${first.replace('Wrote', 'Has written')}\n`,
    [RECORD]: provenance({
      executed: '2026-03-05T11:45:00Z',
      artifacts: [
        [CODE, 'Modified'],
        [RECORD, 'Modified'],
      ],
      deviations: 'All of it is other work, told in other words.',
    }),
    [CODE]: 'b\n',
  });
  expect((await judgeRepository(repo.root)).flatMap(openClaims)).toEqual([]);
});

test('a folder moves and a new one takes its place in one commit', async () => {
  const repo = await landed(
    [
      ['a/', 'Created'],
      ['a/x.ts', 'Created'],
    ],
    { 'a/x.ts': 'one\ntwo\n', 'a/y.ts': 'three\nfour\n' },
  );
  await repo.commit('other', { 'README.md': 'y\n' });
  await repo.git('mv', 'a', 'core');
  await repo.commit('move', {
    'a/x.ts': 'something else\n',
    'a/z.ts': 'new\n',
    [RECORD]: provenance({
      artifacts: [
        [SPEC, 'Created'],
        [ADR, 'Created'],
        ['core/', 'Created'],
        ['core/x.ts', 'Created'],
      ],
    }),
  });
  expect(openClaims(await judgeOnly(repo.root))).toEqual([]);
});

test.each(['a', 'a/', 'b/core', 'b/core/', 'b/'])(
  'a row of a folder that moved twice: %s',
  async (row) => {
    const repo = await landed([['a/', 'Created']], {
      'a/x.ts': 'one\ntwo\n',
      'a/in/y.ts': 'three\n',
    });
    await repo.git('mv', 'a', 'core');
    await repo.commit('move');
    await repo.commit('other', { 'README.md': 'z\n' });
    await repo.write({ 'b/note.md': 'x\n' });
    await repo.git('mv', 'core', 'b/core');
    await repo.commit('move', {
      [RECORD]: provenance({
        artifacts: [
          [SPEC, 'Created'],
          [ADR, 'Created'],
          [row, 'Created'],
        ],
      }),
    });
    expect(openClaims(await judgeOnly(repo.root))).toEqual(
      row === 'b/' ? ['artifact:b/ contradicted'] : [],
    );
  },
);

test('a folder that became a file, and a file that became a folder', async () => {
  const repo = await landed(
    [
      ['a', 'Created'],
      ['b', 'Created'],
    ],
    { 'a/x.ts': 'one\n', b: 'two\n' },
  );
  await repo.git('rm', '--quiet', '-r', 'a', 'b');
  await repo.commit('swap', { a: 'file\n', 'b/x.ts': 'folder\n' });
  expect(openClaims(await judgeOnly(repo.root))).toEqual([]);
});

test('a specification that moved and was reworded beyond recognition', async () => {
  const moved = '.sdd/specification/spec-0001-storing.md';
  for (const isFollowed of [false, true]) {
    const repo = await landed([], {});
    await repo.commit('other', { 'README.md': 'y\n' });
    await repo.commit('move', {
      [SPEC]: null,
      [moved]: `# Quite another text\n\n${'Nothing is as it was. '.repeat(40)}\n`,
      ...(isFollowed && {
        [RECORD]: provenance({
          spec: moved,
          artifacts: [
            [moved, 'Created'],
            [ADR, 'Created'],
          ],
        }),
      }),
    });
    expect(openClaims(await judgeOnly(repo.root))).toEqual([]);
  }
});

test('names that end or begin with a space, as far as Markdown keeps it', async () => {
  const names = ['src/file ', 'two  ', ' both ', 'was ', 'is ', 'gone '];
  const repo = await GitRepo.create();
  await repo.commit('start', { 'README.md': 'x\n', 'was ': 'w\n', 'gone ': 'g\n' });
  const row = (file: string, status: string) => `| ${file} | ${status} |`;
  const record = provenance({ artifacts: [] }).replace(
    '| ---- | ------ |\n',
    ['| ---- | ------ |', row('`src/file `', 'Created'), row('two  ', 'Created')]
      .concat(row('` both `', 'Created'), row('is', 'Renamed from was '), row('`gone`', 'Deleted'))
      .concat(row('`never `', 'Created'), '')
      .join('\n'),
  );
  const contents = { 'was ': null, 'gone ': null, 'is ': 'w\n' };
  await repo.commit('Cache', {
    [SPEC]: specification(),
    ...Object.fromEntries(names.map((name) => [name, `${name}\n`])),
    ...contents,
    [RECORD]: record,
  });
  const judged = await judgeOnly(repo.root);
  expect(openClaims(judged)).toEqual(['artifact:never  contradicted']);
  expect(judged.notices).toEqual([]);
});

const AGAIN = '.sdd/provenance/spec-0001-caching-again.provenance.md';

test('shallow and partial clones contradict nothing that the whole history verifies', {
  timeout: 120_000,
}, async () => {
  const repo = await landed([[CODE, 'Created']], { [CODE]: 'one\ntwo\nthree\n' });
  const text = await repo.git('show', `HEAD:${RECORD}`);
  await repo.commit('other', { 'README.md': 'y\n' });
  const second = provenance({
    executed: '2026-03-05T11:45:00Z',
    artifacts: [
      [CODE, 'Modified'],
      [AGAIN, 'Created'],
    ],
  });
  const files = { [CODE]: 'one\ntwo\nthree\nfour\n', [AGAIN]: second };
  await repo.commit('again', files, { author: 'Another' });
  await repo.commit('take out', { [RECORD]: null });
  await repo.commit('put back', { [RECORD]: `${text.replace('Wrote', 'Has written')}\n` });
  await repo.git('revert', '--no-edit', 'HEAD');
  await repo.git('revert', '--no-edit', 'HEAD');
  await repo.move(CODE, 'lib/cache.ts');
  await repo.commit('move', { 'lib/cache.ts': 'one\ntwo\nthree\nfour\nfive\n' });
  const again = await repo.git('show', `HEAD:${AGAIN}`);
  await repo.commit('follow', { [AGAIN]: `${again.replace(CODE, 'lib/cache.ts')}\n` });
  const whole = await judgeRepository(repo.root);
  expect(whole.flatMap(openClaims)).toEqual([]);
  const depth = Number(await repo.git('rev-list', '--count', 'HEAD'));
  const options = [
    ...Array.from({ length: depth }, (_, index) => ['--depth', String(index + 1)]),
    ['--filter=blob:none'],
    ['--filter=blob:none', '--depth', '3'],
    ['--filter=tree:0'],
  ];
  for (const option of options) {
    const clone = await repo.clone(...option);
    const found = (await judgeRepository(clone.root)).flatMap(openClaims);
    expect([option, ...found.filter((line) => line.endsWith('contradicted'))]).toEqual([option]);
  }
});

test('a partial clone with a record that got another form of its number', async () => {
  const old = '.sdd/provenance/spec-1-caching.provenance.md';
  const repo = await GitRepo.create();
  await repo.commit('start', { 'README.md': 'x\n' });
  const artifacts: Rows = [
    [SPEC, 'Created'],
    [ADR, 'Created'],
  ];
  const landing = await repo.commit('Cache', {
    [SPEC]: specification(),
    [ADR]: decision(),
    [old]: provenance({ artifacts }),
  });
  await repo.commit('other', { 'README.md': 'y\n' });
  await repo.commit('rename', {
    [old]: null,
    [RECORD]: provenance({ artifacts, actions: '1. Wrote the decision, in full' }),
  });
  const partial = await repo.clone('--filter=blob:none');
  for (const root of [repo.root, partial.root]) {
    const judged = await judgeOnly(root);
    expect(openClaims(judged)).toEqual([]);
    expect(judged.landing).toMatchObject({ commit: { id: landing } });
  }
});

test('a partial clone in which a record may have had any other name', async () => {
  const old = '.sdd/provenance/caching.md';
  const repo = await GitRepo.create();
  await repo.commit('start', { 'README.md': 'x\n' });
  await repo.commit('Cache', { [SPEC]: specification(), [ADR]: decision(), [old]: provenance() });
  await repo.commit('other', { 'README.md': 'y\n' });
  await repo.commit('rename', { [old]: null, [RECORD]: provenance({ deviations: 'None.' }) });
  const judged = await judgeOnly((await repo.clone('--filter=blob:none')).root);
  expect(said(judged, `artifact:${ADR}`)).toMatchInlineSnapshot(`
    "unverifiable
    why: missing-object
    reason: an earlier version of the record is not in this clone, so which execution it was is unknown"
  `);
});
