import path from 'node:path';
import { expect, test } from 'vitest';
import { wireFullSchema } from '../../src/records/wire-schema.ts';
import { openSession } from '../../src/session/session.ts';
import { GitRepo } from '../support/git-repo.ts';
import { mainDocket } from '../support/main-docket.ts';

const FIRST =
  '# 1. Keep users in memory\n\nDate: 3/4/2024\n\n## Status\n\nSuperseded by [2. Redis](0002-redis.md)\n\n## Context\n\nx\n\n## Decision\n\ny\n';
const SECOND =
  '# 2. Keep users in Redis\n\nDate: 26/4/2024\n\n## Status\n\nAccepted\n\nIn part supersedes [3](0003-cache.md)\n\n## Context\n\nx\n\n## Decision\n\ny\n';
const THIRD =
  '# 3. Cache\n\nDate: 2024-01-01\n\n## Status\n\nAccepted\n\nAmended by [1. Users](0001-users.md)\n\n## Context\n\nx\n\n## Decision\n\ny\n';

const LOG = {
  'doc/adr/0001-users.md': FIRST,
  'doc/adr/0002-redis.md': SECOND,
  'doc/adr/0003-cache.md': THIRD,
  'doc/adr/README.md': '# Decisions\n',
};

async function folderWith(files: Readonly<Record<string, string>>): Promise<GitRepo> {
  const repo = await GitRepo.folder();
  await repo.write(files);
  return repo;
}

test('a profile that is named counts, whatever the records are like', async () => {
  const repo = await folderWith({ ...LOG, 'docs/adr/adr-001-x.md': '# ADR-001: X\n' });
  const found = async (profile: 'recommended' | 'strict' | undefined) => {
    const session = await openSession({ root: repo.root, profile });
    await session.update(['doc/adr/0001-users.md']);
    const { fresh } = await session.findings();
    return { isFound: session.discovery !== undefined, rules: fresh.map(({ rule }) => rule) };
  };
  expect(await found('strict')).toEqual({
    isFound: false,
    rules: expect.arrayContaining(['frontmatter-present']),
  });
  expect(await found('recommended')).toEqual(await found(undefined));
  expect((await found('recommended')).isFound).toBe(true);
});

test('a log in another form is found and read without a configuration', async () => {
  const repo = await folderWith(LOG);
  const { corpus, discovery } = await openSession({ root: repo.root });
  expect(discovery?.logs.map(({ folder, foundBy }) => [folder, foundBy])).toEqual([
    ['doc/adr', 'well-known folder'],
  ]);
  expect(
    corpus.adrs.map((adr) => [adr.id, adr.fields.status.value, adr.fields.date.value]),
  ).toEqual([
    // The folder writes the day first, as the second record shows.
    ['ADR-0001', 'Superseded', '2024-04-03'],
    ['ADR-0002', 'Accepted', '2024-04-26'],
    ['ADR-0003', 'Accepted', '2024-01-01'],
  ]);
  const relations = corpus.adrs.flatMap((adr) => corpus.relationsFrom(adr));
  expect(
    relations.map(({ from, type, isPartly, to }) => [from.number, type, isPartly, to?.number]),
  ).toEqual([
    ['0001', 'superseded-by', false, '0002'],
    ['0001', 'amends', false, '0003'],
    ['0002', 'amends', true, '0003'],
  ]);
});

test('docket list --json --full writes every record whole, with its words and their places', async () => {
  const repo = await folderWith(LOG);
  const { code, stdout } = await mainDocket(['list', '--json', '--full', '--root', repo.root]);
  expect(code).toBe(0);
  const full = wireFullSchema.parse(JSON.parse(stdout));
  expect(full.logs).toEqual([
    {
      folder: 'doc/adr',
      foundBy: 'well-known folder',
      records: 3,
      leftOut: [{ path: 'doc/adr/README.md', reason: 'index' }],
    },
  ]);
  const [first, second, third] = full.records;
  expect(first).toMatchObject({
    path: 'doc/adr/0001-users.md',
    number: '0001',
    title: 'Keep users in memory',
    status: 'Superseded',
    fields: {
      status: { written: 'Superseded by 2. Redis', source: 'section' },
      date: { written: '3/4/2024', source: 'label' },
      title: { written: '1. Keep users in memory', source: 'heading' },
      decisionMakers: null,
    },
  });
  expect(second?.relations).toEqual([
    {
      type: 'supersedes',
      direction: 'out',
      id: 'ADR-0003',
      path: 'doc/adr/0003-cache.md',
      partly: true,
    },
    {
      type: 'superseded-by',
      direction: 'in',
      id: 'ADR-0001',
      path: 'doc/adr/0001-users.md',
      partly: false,
    },
  ]);
  expect(third?.relations.map(({ type, direction, id }) => `${direction} ${type} ${id}`)).toEqual([
    'in supersedes ADR-0002',
    'in amends ADR-0001',
  ]);
});

test('docket list and docket doctor say where they looked and what was left out', async () => {
  const repo = await folderWith(LOG);
  const said =
    'doc/adr: 3 records, in a usual folder for decisions\n  left out (pages about the folder): README.md\n';
  expect((await mainDocket(['list', '--root', repo.root])).stderr).toBe(said);
  const { stdout } = await mainDocket(['doctor', '--root', repo.root]);
  expect(stdout).toContain('doc/adr: 3 records, in a usual folder for decisions');
  expect(stdout).toContain('left out (pages about the folder): README.md');
});

test('a further work tree of the repository is no log of its own', async () => {
  const repo = await GitRepo.create();
  await repo.commit('Add the records', LOG);
  await repo.git('worktree', 'add', '--quiet', '.worktrees/topic');
  const { discovery } = await openSession({ root: repo.root });
  expect(discovery?.logs.map(({ folder }) => folder)).toEqual(['doc/adr']);
  const inside = await openSession({ root: path.join(repo.root, '.worktrees/topic') });
  expect(inside.corpus.adrs).toHaveLength(3);
});

test.each(['.', './doc/adr', 'doc/adr/'])(
  'a configuration may write its folder as %s',
  async (folder) => {
    const config = { 'docket.config.json': JSON.stringify({ paths: { adr: folder } }) };
    const below =
      folder === '.'
        ? Object.fromEntries(Object.entries(LOG).map(([file, text]) => [path.basename(file), text]))
        : LOG;
    const repo = await folderWith({ ...below, ...config });
    const { corpus } = await openSession({ root: repo.root });
    expect(corpus.adrs.map(({ id }) => id)).toEqual(['ADR-0001', 'ADR-0002', 'ADR-0003']);
  },
);

test('what is asked of such a log is only what is true of any', async () => {
  const odd = THIRD.replace('Accepted', 'On hold')
    .replace('2024-01-01', '2024-13-01')
    .replace('0001-users.md', 'gone.md');
  const repo = await folderWith({ ...LOG, 'doc/adr/0003-cache.md': odd });
  const { stdout } = await mainDocket(['lint', '--root', repo.root, '--format', 'json']);
  const { diagnostics } = JSON.parse(stdout) as {
    diagnostics: { rule: string; severity: string; file: string }[];
  };
  expect(
    diagnostics.map(({ rule, severity, file }) => `${path.basename(file)} ${severity} ${rule}`),
  ).toEqual([
    '0001-users.md warning supersession-reciprocal',
    '0003-cache.md info date-real',
    '0003-cache.md info status-known',
    '0003-cache.md warning link-target',
  ]);
});
