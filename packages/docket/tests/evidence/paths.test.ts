import { expect, test } from 'vitest';
import { spellings } from '../../src/evidence/paths.ts';
import { GitRepo } from '../support/git-repo.ts';
import { judgeOnly, said } from '../support/judged.ts';
import { provenance, RECORD, SPEC, specification } from '../support/records.ts';

type Row = readonly [file: string, status: string, verdict: string];

/** Lands a record with the rows and gives the verdict on each, as rows again. */
async function held(
  before: Record<string, string>,
  changes: Record<string, string | null>,
  rows: readonly Row[],
): Promise<{ repo: GitRepo; found: Row[] }> {
  const repo = await GitRepo.create();
  await repo.commit('start', { 'README.md': 'x\n', ...before });
  await repo.commit('Cache', {
    [SPEC]: specification(),
    [RECORD]: provenance({ artifacts: rows.map(([file, status]) => [file, status]) }),
    ...changes,
  });
  const judged = await judgeOnly(repo.root);
  const verdicts = judged.claims
    .filter(({ claim }) => claim.kind === 'artifact')
    .map(({ verdict }) => verdict.kind);
  return { repo, found: rows.map(([file, status], at) => [file, status, verdicts[at] ?? 'none']) };
}

const BEFORE = {
  'src/changed.ts': 'a\n',
  'src/same.ts': 'b\n',
  'src/gone.ts': 'c\n',
  'lib/x/old.ts': 'd\n',
};

const CHANGES = {
  'src/changed.ts': 'A\n',
  'src/gone.ts': null,
  'src/new/a.ts': 'n\n',
  'src/new/b.ts': 'm\n',
  'src/new/c.css': 'o\n',
};

test('a place in a file is the file', async () => {
  const rows: Row[] = [
    ['src/changed.ts:1-3', 'Modified', 'verified'],
    ['src/changed.ts:12', 'Modified', 'verified'],
    ['src/changed.ts:12:5', 'Modified', 'verified'],
    ['src/changed.ts:1,3-4', 'Modified', 'verified'],
    ['src/changed.ts#L3', 'Modified', 'verified'],
    ['src/changed.ts#L3-L9', 'Modified', 'verified'],
    ['src/changed.ts?plain=1#L3', 'Modified', 'verified'],
    ['src/changed.ts::main', 'Modified', 'verified'],
    ['src/changed.ts(12,5)', 'Modified', 'verified'],
    ['src/changed.ts, lines 1-3', 'Modified', 'verified'],
    ['src/changed.ts line 3', 'Modified', 'verified'],
    ['src/changed.ts (the loop)', 'Modified', 'verified'],
    ['src/changed.ts — the loop', 'Modified', 'verified'],
    ['src/changed.ts:1-3', 'Created', 'unverifiable'],
    ['src/changed.ts:1-3', 'Deleted', 'unverifiable'],
    ['src/changed.ts:1-3', 'Unchanged', 'unverifiable'],
    ['src/same.ts:1-3', 'Unchanged', 'verified'],
    ['src/same.ts:1-3', 'Modified', 'contradicted'],
    ['src/same.ts:1-3', 'Created', 'contradicted'],
    ['src/new/a.ts#L1', 'Created', 'verified'],
    ['src/new/a.ts#L1', 'Modified', 'contradicted'],
    ['src/gone.ts:4', 'Deleted', 'verified'],
    ['src/never.ts:4', 'Created', 'contradicted'],
  ];
  const { repo, found } = await held(BEFORE, CHANGES, rows);
  expect(found).toEqual(rows);
  expect(said(await judgeOnly(repo.root), 'artifact:src/changed.ts:1-3#2')).toMatchInlineSnapshot(`
    "unverifiable
    why: not-checkable
    reason: the row names a part of \`src/changed.ts\`: the landing changes the file, but Git does not show which part is new"
  `);
});

test('other spellings of a path are the path', async () => {
  const rows: Row[] = [
    ['src\\changed.ts', 'Modified', 'verified'],
    ['.\\src\\new\\a.ts', 'Created', 'verified'],
    ['src\\new\\', 'Created', 'verified'],
    ['src\\same.ts:1-3', 'Modified', 'contradicted'],
    ['./src/changed.ts', 'Modified', 'verified'],
    ['src//changed.ts', 'Modified', 'verified'],
    ['src/./changed.ts', 'Modified', 'verified'],
    ['src/changed.ts/', 'Modified', 'verified'],
    ['./src/new/', 'Created', 'verified'],
    ['src/new', 'Created', 'verified'],
    ['src\\never.ts', 'Created', 'contradicted'],
    ['C:\\work\\src\\changed.ts', 'Modified', 'unverifiable'],
    ['~/.config/docket.yaml', 'Created', 'unverifiable'],
    ['$HOME/x.yaml', 'Created', 'unverifiable'],
    ['src/<name>.ts', 'Created', 'unverifiable'],
    ['src/{name}.ts', 'Created', 'unverifiable'],
    ['src/...', 'Created', 'unverifiable'],
    ['..\\outside.ts', 'Created', 'unverifiable'],
    ['src/changed.ts, src/new/a.ts', 'Created / Modified', 'verified'],
    ['src/new/a.ts and src/new/b.ts', 'Created', 'verified'],
    ['src/new/a.ts, src/same.ts', 'Created', 'contradicted'],
  ];
  // A cell that is no code: the text is the path.
  const cells = rows.map(([file, ...rest]): Row => [file.replaceAll('\\', '\\\\'), ...rest]);
  expect((await held(BEFORE, CHANGES, rows.slice(0, 18))).found).toEqual(rows.slice(0, 18));
  const plain = await GitRepo.create();
  await plain.commit('start', BEFORE);
  await plain.commit('Cache', {
    [SPEC]: specification(),
    [RECORD]: provenance({ artifacts: [] }).replace(
      '| ---- | ------ |\n',
      (rule) =>
        `${rule}${cells
          .slice(18)
          .map(([file, status]) => `| ${file} | ${status} |\n`)
          .join('')}`,
    ),
    ...CHANGES,
  });
  const { claims } = await judgeOnly(plain.root);
  expect(
    claims.filter(({ claim }) => claim.kind === 'artifact').map(({ verdict }) => verdict.kind),
  ).toEqual(rows.slice(18).map(([, , verdict]) => verdict));
});

test('a pattern is held against the files that the landing changed, or that stand', async () => {
  const rows: Row[] = [
    ['src/new/*.ts', 'Created', 'verified'],
    ['src/new/{a,b}.ts', 'Created', 'verified'],
    ['src/new/[ab].ts', 'Created', 'verified'],
    ['src/new/?.ts', 'Created', 'verified'],
    ['src/new/**', 'Created', 'verified'],
    ['src/**/*.css', 'Created', 'verified'],
    ['**/*.css', 'Created', 'verified'],
    ['src\\new\\*.ts', 'Created', 'verified'],
    ['./src/new/*', 'Created', 'verified'],
    ['src/*.ts', 'Modified', 'unverifiable'],
    ['src/{changed,same}.ts', 'Modified', 'verified'],
    ['src/ch*.ts', 'Modified', 'verified'],
    ['src/g*.ts', 'Deleted', 'verified'],
    ['src/new/*.ts', 'Modified', 'contradicted'],
    ['src/new/*.ts', 'Deleted', 'contradicted'],
    ['src/ch*.ts', 'Created', 'contradicted'],
    ['src/*', 'Created', 'unverifiable'],
    ['lib/*', 'Already existed', 'verified'],
    ['lib/**', 'Unchanged', 'verified'],
    ['lib/**', 'Modified', 'contradicted'],
    ['lib/**', 'Created', 'contradicted'],
    ['src/ch*', 'Unchanged', 'contradicted'],
    ['never/*.ts', 'Created', 'contradicted'],
    ['src/new/*.ts', 'Renamed', 'unverifiable'],
    ['src/*a*b*c*d*e*.ts', 'Created', 'unverifiable'],
    ['!(src)/*.ts', 'Created', 'contradicted'],
  ];
  const { repo, found } = await held(BEFORE, CHANGES, rows);
  expect(found).toEqual(rows);
  const judged = await judgeOnly(repo.root);
  expect(said(judged, 'artifact:src/new/*.ts')).toMatchInlineSnapshot(`
    "verified
    evidence: \`src/new/a.ts\` added in <id> (blob <id>) and 1 more"
  `);
  expect(said(judged, 'artifact:src/*.ts')).toMatchInlineSnapshot(`
    "unverifiable
    why: ambiguous
    reason: it holds for 1 of the 2 matching files, and the row does not say which it means"
  `);
  expect(said(judged, 'artifact:never/*.ts')).toMatchInlineSnapshot(`
    "contradicted
    evidence: <id> against its parent
    reason: the landing changes no matching file"
  `);
  expect(judged.notices).toEqual([]);
});

test('a file that is really called so comes first', async () => {
  const names = [
    'app/[id]/page.tsx',
    'app/(group)/[...rest]/page.tsx',
    'a:1',
    'a.ts:1-3',
    'notes#L3',
    'what?.md',
    'star*.md',
    '{a,b}.md',
    '!x.md',
    'a, b.md',
    'back\\slash.md',
    '$x.md',
    '<y>.md',
    'dots....md',
    'f (new).md',
    'pipe|x.md',
  ];
  const decoys = {
    a: 'x\n',
    'a.ts': 'x\n',
    notes: 'x\n',
    'whatx.md': 'x\n',
    'stars.md': 'x\n',
    'b.md': 'x\n',
    'back/slash.md': 'x\n',
  };
  const inTable = (name: string) => name.replaceAll('|', '\\|');
  const rows = names.map((name): Row => [inTable(name), 'Created', 'verified']);
  const created = Object.fromEntries(names.map((name) => [name, `${name}\n`]));
  expect((await held(decoys, created, rows)).found).toEqual(rows);
  // Untouched, they are not taken for what else the text could mean.
  const untouched = names.map((name): Row => [inTable(name), 'Modified', 'contradicted']);
  const changed = Object.fromEntries(Object.keys(decoys).map((name) => [name, 'y\n']));
  expect((await held({ ...decoys, ...created }, changed, untouched)).found).toEqual(untouched);
});

test('brackets in the folder of a pattern are its name', async () => {
  const rows: Row[] = [
    ['app/[id]/*.tsx', 'Created', 'verified'],
    ['app/(group)/*.tsx', 'Created', 'verified'],
    ['app/[id]/*.tsx', 'Modified', 'contradicted'],
  ];
  const created = { 'app/[id]/page.tsx': 'x\n', 'app/(group)/page.tsx': 'y\n' };
  expect((await held({ 'app/i/page.tsx': 'z\n' }, created, rows)).found).toEqual(rows);
});

test('a pattern whose folder moved later is read with the folder of the landing', async () => {
  const { repo } = await held(BEFORE, CHANGES, [['src/new/*.ts', 'Created', 'verified']]);
  const text = (file: string) => provenance({ artifacts: [[file, 'Created']] });
  await repo.move('src/new', 'src/fresh');
  await repo.commit('move', { [RECORD]: text('src/fresh/*.ts') });
  const kinds = async () =>
    (await judgeOnly(repo.root)).claims
      .filter(({ claim }) => claim.kind === 'artifact')
      .map(({ verdict }) => verdict.kind);
  expect(await kinds()).toEqual(['verified']);
  await repo.commit('reword', { [RECORD]: text('other/*.ts') });
  expect(await kinds()).toEqual(['unverifiable']);
});

test.each([
  ['a.ts', ['a.ts']],
  ['./a.ts', ['a.ts']],
  ['a\\b.ts:3', ['a\\b.ts:3', 'a/b.ts:3', 'a/b.ts']],
  ['a.ts:12:5', ['a.ts:12:5', 'a.ts:12', 'a.ts']],
  ['a#b.ts#L3', ['a#b.ts#L3', 'a#b.ts', 'a']],
  ['src/C#/a.ts', ['src/C#/a.ts']],
  ['https://example.org/a', []],
])('the spellings of `%s`', (written, paths) => {
  expect(spellings(written).map(({ path }) => path)).toEqual(paths);
});
