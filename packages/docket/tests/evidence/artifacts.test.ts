import { expect, test } from 'vitest';
import { GitRepo } from '../support/git-repo.ts';
import { claim, judgeOnly, said, verdicts } from '../support/judged.ts';
import { ADR, decision, provenance, RECORD, SPEC, specification } from '../support/records.ts';

type Rows = readonly (readonly [file: string, status: string])[];

/** A repository whose second commit lands a record with these rows, and these changes. */
async function landing(
  before: Record<string, string>,
  changes: Record<string, string | null>,
  artifacts: Rows,
): Promise<GitRepo> {
  const repo = await GitRepo.create();
  await repo.commit('start', { 'README.md': 'x\n', ...before });
  await repo.commit('Cache', {
    [SPEC]: specification(),
    [RECORD]: provenance({ artifacts }),
    ...changes,
  });
  return repo;
}

async function rowVerdicts(repo: GitRepo): Promise<Record<string, string>> {
  const all = Object.entries(verdicts(await judgeOnly(repo.root)));
  return Object.fromEntries(
    all.filter(([id]) => id.startsWith('artifact:')).map(([id, kind]) => [id.slice(9), kind]),
  );
}

test('every status against every change', async () => {
  const before = { 'changed.md': 'a\n', 'deleted.md': 'b\n', 'same.md': 'c\n' };
  const changes = { 'changed.md': 'A\n', 'deleted.md': null, 'added.md': 'd\n' };
  const table: Record<string, Record<string, string>> = {};
  for (const status of [
    'Created',
    'Modified',
    'Deleted',
    'Renamed',
    'Already existed',
    'Unchanged',
  ]) {
    const files = ['added.md', 'changed.md', 'deleted.md', 'same.md', 'never.md'];
    const repo = await landing(
      before,
      changes,
      files.map((file) => [file, status]),
    );
    table[status] = await rowVerdicts(repo);
  }
  expect(table).toMatchInlineSnapshot(`
    {
      "Already existed": {
        "added.md": "contradicted",
        "changed.md": "verified",
        "deleted.md": "verified",
        "never.md": "contradicted",
        "same.md": "verified",
      },
      "Created": {
        "added.md": "verified",
        "changed.md": "contradicted",
        "deleted.md": "contradicted",
        "never.md": "contradicted",
        "same.md": "contradicted",
      },
      "Deleted": {
        "added.md": "contradicted",
        "changed.md": "contradicted",
        "deleted.md": "verified",
        "never.md": "contradicted",
        "same.md": "contradicted",
      },
      "Modified": {
        "added.md": "contradicted",
        "changed.md": "verified",
        "deleted.md": "contradicted",
        "never.md": "contradicted",
        "same.md": "contradicted",
      },
      "Renamed": {
        "added.md": "unverifiable",
        "changed.md": "contradicted",
        "deleted.md": "unverifiable",
        "never.md": "contradicted",
        "same.md": "contradicted",
      },
      "Unchanged": {
        "added.md": "contradicted",
        "changed.md": "contradicted",
        "deleted.md": "contradicted",
        "never.md": "contradicted",
        "same.md": "verified",
      },
    }
  `);
});

test('a row is read as alternatives, remarks and several events', async () => {
  const repo = await landing(
    { 'changed.md': 'a\n', 'same.md': 'c\n' },
    { 'changed.md': 'A\n', 'added.md': 'd\n' },
    [
      ['added.md', 'Created / Modified'],
      ['changed.md', 'Modified (added a section, removed another)'],
      ['./same.md', 'Already existed (unchanged)'],
      ['/changed.md', 'Already existed, modified'],
      ['same.md', 'Already existed, modified'],
      ['README.md', 'Perhaps'],
      ['https://example.org/x', 'Created'],
      ['../outside.md', 'Created'],
    ],
  );
  expect(await rowVerdicts(repo)).toEqual({
    'added.md': 'verified',
    'changed.md': 'verified',
    './same.md': 'verified',
    '/changed.md': 'verified',
    'same.md': 'contradicted',
    'README.md': 'unverifiable',
    'https://example.org/x': 'unverifiable',
    '../outside.md': 'unverifiable',
  });
  const judged = await judgeOnly(repo.root);
  expect(said(judged, 'artifact:README.md')).toMatchInlineSnapshot(`
    "unverifiable
    why: not-checkable
    reason: the status says nothing that happened, such as Created, Modified, Deleted, Renamed, Already existed or Unchanged"
  `);
  expect(said(judged, 'artifact:../outside.md')).toMatchInlineSnapshot(`
    "unverifiable
    why: not-checkable
    reason: \`../outside.md\` is not the path of a file in this repository"
  `);
});

test('a claimed deletion and creation stay that, though Git would call them a rename', async () => {
  const text = 'one\ntwo\nthree\nfour\nfive\nsix\n';
  const repo = await landing({ 'old.md': text }, { 'old.md': null, 'new.md': `${text}seven\n` }, [
    ['old.md', 'Deleted'],
    ['new.md', 'Created'],
  ]);
  expect(await repo.git('log', '-1', '-M', '--name-status', '--format=')).toContain(
    '\told.md\tnew.md',
  );
  expect(await rowVerdicts(repo)).toEqual({ 'old.md': 'verified', 'new.md': 'verified' });
});

test('a rename is a deletion and an addition with the equal blob', async () => {
  const repo = await landing(
    { 'old.md': 'same\n', 'b.md': 'b\n', 'c.md': 'c\n', 'from.md': 'f\n' },
    {
      'old.md': null,
      'new.md': 'same\n',
      'b.md': null,
      'b2.md': 'quite different\n',
      'from.md': null,
      'to.md': 'f\n',
    },
    [
      ['`old.md` → `new.md`', 'Renamed'],
      ['to.md', 'Renamed from from.md'],
      ['`b.md` -> `b2.md`', 'Renamed'],
      ['`c.md` → `new.md`', 'Moved'],
      ['c.md', 'Renamed'],
    ],
  );
  const judged = await judgeOnly(repo.root);
  expect(await rowVerdicts(repo)).toEqual({
    'new.md': 'verified',
    'to.md': 'verified',
    'b2.md': 'unverifiable',
    'new.md#2': 'contradicted',
    'c.md': 'contradicted',
  });
  expect(said(judged, 'artifact:new.md')).toMatchInlineSnapshot(`
    "verified
    evidence: \`old.md\` deleted and \`new.md\` added in <id> with equal blob <id>"
  `);
  expect(said(judged, 'artifact:b2.md')).toMatchInlineSnapshot(`
    "unverifiable
    why: ambiguous
    reason: the landing deletes one name and adds another with other content: Git cannot tell a rename from a replacement"
  `);
  expect(said(judged, 'artifact:new.md#2')).toMatchInlineSnapshot(`
    "contradicted
    evidence: added in <id> (blob <id>)
    reason: the landing does not delete \`c.md\`"
  `);
});

test('a name given after the landing leads back to the file', async () => {
  const repo = await landing({}, { 'first.md': 'one\ntwo\nthree\n' }, [['first.md', 'Created']]);
  await repo.move('first.md', 'second.md');
  await repo.commit('move');
  await repo.move('second.md', 'third place.md');
  await repo.commit('move again', {
    'third place.md': 'one\ntwo\nthree!\n',
    [RECORD]: provenance({ artifacts: [['third place.md', 'Created']] }),
  });
  const judged = await judgeOnly(repo.root);
  expect(await rowVerdicts(repo)).toEqual({ 'third place.md': 'verified' });
  expect(claim(judged, 'artifact:third place.md').now).toMatchObject({
    kind: 'renamed',
    path: 'third place.md',
    times: 1,
  });
  expect(
    judged.notices.filter(({ kind }) => kind === 'rewritten').map(({ severity }) => severity),
  ).toEqual(['info']);
});

test('a name that stood in the record when it landed has no other', async () => {
  const repo = await landing({}, { 'q.md': 'one\ntwo\n' }, [
    ['q.md', 'Created'],
    ['p.md', 'Created'],
  ]);
  await repo.move('q.md', 'p.md');
  await repo.commit('move');
  expect(await rowVerdicts(repo)).toEqual({ 'q.md': 'verified', 'p.md': 'contradicted' });
});

test('a row added later for a file that came later is found', async () => {
  const repo = await landing({}, { 'a.md': 'a\n' }, [['a.md', 'Created']]);
  await repo.commit('other', { 'README.md': 'y\n' });
  await repo.commit('claim more', {
    'b.md': 'b\n',
    [RECORD]: provenance({
      artifacts: [
        ['a.md', 'Created'],
        ['b.md', 'Created'],
      ],
    }),
  });
  const judged = await judgeOnly(repo.root);
  expect(await rowVerdicts(repo)).toEqual({ 'a.md': 'verified', 'b.md': 'contradicted' });
  expect(said(judged, 'artifact:b.md')).toMatchInlineSnapshot(`
    "contradicted
    evidence: untouched in <id>, first added in <id> (blob <id>)
    reason: the landing does not add it"
  `);
  const [notice] = judged.notices.filter(({ kind }) => kind === 'rewritten');
  expect(notice?.severity).toBe('warning');
  expect(notice?.details).toEqual(['+ b.md | Created']);
});

test('what became of each file since', async () => {
  const files = ['same.md', 'twice.md', 'moved.md', 'gone.md'];
  const repo = await landing(
    {},
    Object.fromEntries(files.map((file) => [file, `${file}\n1\n2\n3\n`])),
    files.map((file) => [file, 'Created']),
  );
  await repo.commit('1', { 'twice.md': 'a\n' });
  await repo.move('moved.md', 'elsewhere.md');
  await repo.commit('2', { 'twice.md': 'b\n', 'gone.md': null });
  const judged = await judgeOnly(repo.root);
  const now = Object.fromEntries(
    files.map((file) => {
      const fate = claim(judged, `artifact:${file}`).now;
      return [file, `${fate?.kind} ${fate?.times} ${fate?.path}`];
    }),
  );
  expect(now).toEqual({
    'same.md': 'same 0 same.md',
    'twice.md': 'changed 2 twice.md',
    'moved.md': 'renamed 0 elsewhere.md',
    'gone.md': 'gone 0 gone.md',
  });
  expect(new Set(Object.values(await rowVerdicts(repo)))).toEqual(new Set(['verified']));
});

test('folders', async () => {
  const repo = await landing(
    { 'kept/a.md': 'a\n', 'dropped/a.md': 'a\n' },
    { 'fresh/a.md': 'a\n', 'fresh/b.md': 'b\n', 'kept/b.md': 'b\n', 'dropped/a.md': null },
    [
      ['fresh/', 'Created'],
      ['kept/', 'Modified'],
      ['dropped', 'Deleted'],
      ['kept', 'Created'],
      ['none/', 'Created'],
    ],
  );
  const judged = await judgeOnly(repo.root);
  expect(await rowVerdicts(repo)).toEqual({
    'fresh/': 'verified',
    'kept/': 'verified',
    dropped: 'verified',
    kept: 'contradicted',
    'none/': 'contradicted',
  });
  expect(said(judged, 'artifact:fresh/')).toMatchInlineSnapshot(`
    "verified
    evidence: \`fresh/a.md\` added in <id> (blob <id>) and 1 more"
  `);
  expect(said(judged, 'artifact:kept')).toMatchInlineSnapshot(`
    "contradicted
    evidence: \`kept/b.md\` added in <id> (blob <id>)
    reason: the folder existed before and after the landing"
  `);
  expect(judged.notices).toEqual([]);
});

test('paths with spaces, quotes, line breaks, bars and letters beyond ASCII', async () => {
  const names = [
    'with  two spaces.md',
    'a "quoted" \'name\'.md',
    'Übergröße 日本.md',
    'back`tick.md',
    ' leading.md',
  ];
  const repo = await landing(
    {},
    Object.fromEntries([...names, 'line\nbreak.md', 'a|b.md'].map((name) => [name, `${name}\n`])),
    [
      ...names.map((name): [string, string] => [
        name.includes('`') ? `\`\` ${name} \`\`` : name,
        'Created',
      ]),
      ['"line\\nbreak.md"', 'Created'],
      ['a\\|b.md', 'Created'],
    ],
  );
  expect(await rowVerdicts(repo)).toEqual({
    'with  two spaces.md': 'verified',
    'a "quoted" \'name\'.md': 'verified',
    'Übergröße 日本.md': 'verified',
    'back`tick.md': 'verified',
    ' leading.md': 'verified',
    '"line\\nbreak.md"': 'verified',
    'a|b.md': 'verified',
  });
  expect((await judgeOnly(repo.root)).notices).toEqual([]);
});

test('a submodule is seen as a whole, its files are not', async () => {
  const library = await GitRepo.create();
  await library.commit('start', { 'lib.c': 'x\n' });
  const repo = await GitRepo.create();
  await repo.commit('start', { 'README.md': 'x\n' });
  await repo.git('submodule', '--quiet', 'add', library.root, 'vendor/lib');
  await repo.commit('Cache', {
    [SPEC]: specification(),
    [RECORD]: provenance({
      artifacts: [
        ['vendor/lib', 'Created'],
        ['vendor/lib/lib.c', 'Created'],
        ['vendor/lib/*.c', 'Created'],
        ['vendor/lib/lib.c:1-3', 'Created'],
        ['.gitmodules', 'Created'],
      ],
    }),
  });
  const judged = await judgeOnly(repo.root);
  expect(await rowVerdicts(repo)).toEqual({
    'vendor/lib': 'verified',
    'vendor/lib/lib.c': 'unverifiable',
    'vendor/lib/*.c': 'unverifiable',
    'vendor/lib/lib.c:1-3': 'unverifiable',
    '.gitmodules': 'verified',
  });
  expect(said(judged, 'artifact:vendor/lib')).toMatchInlineSnapshot(`
    "verified
    evidence: added in <id> (submodule commit <id>)"
  `);
  expect(said(judged, 'artifact:vendor/lib/lib.c')).toMatchInlineSnapshot(`
    "unverifiable
    why: submodule
    reason: the file is in a submodule, and its history in another repository"
  `);
});

test('a workspace below the top of the repository', async () => {
  const repo = await GitRepo.create();
  const below = (files: Record<string, string>) =>
    Object.fromEntries(Object.entries(files).map(([name, text]) => [`team/docs/${name}`, text]));
  await repo.commit('start', { 'src/main.ts': 'x\n' });
  await repo.commit('Cache', {
    'src/main.ts': 'y\n',
    ...below({
      [SPEC]: specification(),
      [ADR]: decision(),
      [RECORD]: provenance({
        artifacts: [
          [ADR, 'Created'],
          ['src/main.ts', 'Modified'],
          ['src/other.ts', 'Modified'],
        ],
      }),
    }),
  });
  const judged = await judgeOnly(`${repo.root}/team/docs`);
  expect(verdicts(judged)).toEqual({
    'landed-together': 'verified',
    executed: 'verified',
    [`artifact:${ADR}`]: 'verified',
    'artifact:src/main.ts': 'verified',
    'artifact:src/other.ts': 'contradicted',
    'step:1': 'unverifiable',
  });
  expect(judged.notices).toEqual([]);
});

test('files that no row names', async () => {
  const repo = await landing(
    { 'same.md': 'a\n' },
    { 'same.md': 'b\n', 'extra.md': 'x\n', 'pnpm-lock.yaml': 'x\n', 'Cargo.lock': 'x\n' },
    [['same.md', 'Already existed']],
  );
  const { notices } = await judgeOnly(repo.root);
  expect(notices.map(({ kind, severity, details }) => ({ kind, severity, details }))).toEqual([
    { kind: 'undeclared', severity: 'warning', details: ['extra.md', 'same.md'] },
  ]);
  expect(notices[0]?.message.replace(/[0-9a-f]{10}/, '<id>')).toMatchInlineSnapshot(
    `"Unexpected 2 files in the landing \`<id>\`, expected every file to be named in Artifacts Produced"`,
  );
});
