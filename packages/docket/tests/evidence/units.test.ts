import { expect, test } from 'vitest';
import { landingKind } from '../../src/evidence/landing.ts';
import { type Files, GitRepo } from '../support/git-repo.ts';
import { judgeOnly, judgeRepository, openClaims, said, verdicts } from '../support/judged.ts';
import { ADR, decision, provenance, RECORD, SPEC, specification } from '../support/records.ts';
import { runDocket } from '../support/run-docket.ts';

const CODE = 'src/cache.ts';
const TIME = { timeout: 60_000 };

/** A record whose four rows are true of the whole work. */
const TEXT = provenance({
  artifacts: [
    [SPEC, 'Created'],
    [ADR, 'Created'],
    [CODE, 'Modified'],
    [RECORD, 'Created'],
  ],
});

/** The same work in commits of its own, in several ways. */
const SHAPES: Readonly<Record<string, readonly Files[]>> = {
  'spec and work, record': [
    { [SPEC]: specification(), [ADR]: decision(), [CODE]: 'b\n' },
    { [RECORD]: TEXT },
  ],
  'spec, work, record': [
    { [SPEC]: specification() },
    { [ADR]: decision(), [CODE]: 'b\n' },
    { [RECORD]: TEXT },
  ],
  'spec and half, rest and record': [
    { [SPEC]: specification(), [ADR]: decision() },
    { [CODE]: 'b\n', [RECORD]: TEXT },
  ],
  'spec and record, work': [
    { [SPEC]: specification(), [RECORD]: TEXT },
    { [ADR]: decision(), [CODE]: 'b\n' },
  ],
  'work twice on one file': [
    { [SPEC]: specification(), [ADR]: 'draft\n', [CODE]: 'draft\n' },
    { [ADR]: decision() },
    { [CODE]: 'b\n', [RECORD]: TEXT },
  ],
};

const BUTTONS: Readonly<Record<string, (repo: GitRepo) => Promise<unknown>>> = {
  'not merged': async () => undefined,
  'merge commit': async (repo) => {
    await repo.git('switch', '--quiet', 'main');
    await repo.git('merge', '--quiet', '--no-ff', '-m', 'Merge topic', 'topic');
  },
  squash: async (repo) => {
    await repo.git('switch', '--quiet', 'main');
    await repo.git('merge', '--quiet', '--squash', 'topic');
    await repo.commit('Cache (#12)');
  },
  rebase: async (repo) => {
    await repo.git('rebase', '--quiet', 'main', 'topic');
    await repo.git('switch', '--quiet', 'main');
    await repo.git('merge', '--quiet', '--ff-only', 'topic');
  },
  pull: async (repo) => {
    await repo.git('merge', '--quiet', '--no-ff', '-m', "Merge branch 'main' of origin", 'main');
    await repo.git('branch', '--quiet', '--force', 'main', 'topic');
    await repo.git('switch', '--quiet', 'main');
  },
};

/** A branch `topic` with the commits of a shape, beside a main branch on which others have worked meanwhile. */
async function branch(shape: readonly Files[], isForward = false): Promise<GitRepo> {
  const repo = await GitRepo.create();
  await repo.commit('start', { 'README.md': 'x\n', [CODE]: 'a\n' });
  await repo.commit('other work', { 'other.md': 'x\n' });
  await repo.git('switch', '--quiet', '-c', 'topic');
  for (const [index, files] of shape.entries()) await repo.commit(`part ${index}`, files);
  if (isForward) return repo;
  await repo.git('switch', '--quiet', 'main');
  await repo.commit('meanwhile', { 'meanwhile.md': 'x\n' }, { author: 'Another' });
  await repo.git('switch', '--quiet', 'topic');
  return repo;
}

/** What each way of merging a branch leads to. */
async function mergedInEachWay(shape: readonly Files[]): Promise<Record<string, string[]>> {
  const repo = await branch(shape);
  const [main = '', topic = ''] = (await repo.git('rev-parse', 'main', 'topic')).split('\n');
  const found: Record<string, string[]> = {};
  for (const [button, merge] of Object.entries(BUTTONS)) {
    await repo.git('checkout', '--quiet', '-B', 'main', main);
    await repo.git('checkout', '--quiet', '-B', 'topic', topic);
    await merge(repo);
    found[button] = (await judgeRepository(repo.root)).flatMap(openClaims);
  }
  return found;
}

/** The same for each way of merging. */
function everywhere(found: readonly string[]): Record<string, readonly string[]> {
  return Object.fromEntries(Object.keys(BUTTONS).map((button) => [button, found]));
}

test.each(Object.keys(SHAPES))('%s: verified whatever the way it is merged', TIME, async (name) => {
  expect(await mergedInEachWay(SHAPES[name] ?? [])).toEqual(everywhere([]));
});

test('a branch that the main branch was moved forward to', async () => {
  const repo = await branch(SHAPES['spec, work, record'] ?? [], true);
  await repo.git('switch', '--quiet', 'main');
  await repo.git('merge', '--quiet', '--ff-only', 'topic');
  await repo.commit('later', { 'other.md': 'y\n' });
  expect(openClaims(await judgeOnly(repo.root))).toEqual([]);
});

test.each([
  [ADR, 'Modified'],
  [CODE, 'Created'],
  ['other.md', 'Modified'],
  ['never.md', 'Created'],
])('%s %s is false whatever the way it is merged', TIME, async (file, status) => {
  const rows: [string, string][] = [
    [SPEC, 'Created'],
    [ADR, 'Created'],
    [CODE, 'Modified'],
  ];
  const artifacts = [...rows.filter(([name]) => name !== file), [file, status] as const];
  const shape = [
    { [SPEC]: specification(), [ADR]: decision(), [CODE]: 'b\n' },
    { [RECORD]: provenance({ artifacts }) },
  ];
  expect(await mergedInEachWay(shape)).toEqual(everywhere([`artifact:${file} contradicted`]));
});

test('the unit is named on the command line and for programs', async () => {
  const repo = await branch(SHAPES['spec and work, record'] ?? []);
  const ids = (await repo.git('rev-list', '--reverse', 'main..topic')).split('\n');
  const verify = ['verify', '--since', 'main', '--root', repo.root];
  const { stdout } = await runDocket(...verify, '--format', 'json');
  const [record] = JSON.parse(stdout).records;
  expect(record.landing).toMatchObject({ kind: 'range', commit: ids[1], commits: ids });
  const pretty = await runDocket(...verify);
  expect(pretty.stdout).toContain(`landed in ${ids[1]?.slice(0, 10)} (2 commits)`);
  expect(pretty.stdout).toContain(`added in ${ids[0]?.slice(0, 10)}`);
});

test('a branch by two authors that was rebased is not contradicted', async () => {
  const repo = await branch([{ [SPEC]: specification(), [ADR]: decision() }]);
  await repo.commit('rest', { [CODE]: 'b\n', [RECORD]: TEXT }, { author: 'Another' });
  expect(openClaims(await judgeOnly(repo.root))).toEqual([]);
  await BUTTONS['rebase']?.(repo);
  const judged = await judgeOnly(repo.root);
  expect(openClaims(judged)).toEqual([
    'landed-together unverifiable',
    `artifact:${SPEC} unverifiable`,
    `artifact:${ADR} unverifiable`,
  ]);
  expect(said(judged, `artifact:${ADR}`)).toMatchInlineSnapshot(`
    "unverifiable
    why: ambiguous
    reason: it holds if the work is the commits from <id> to <id>, but the history does not show which commits it is"
  `);
});

test('other work of the author between the commits of a rebased branch', async () => {
  const repo = await branch([
    { [SPEC]: specification(), [ADR]: decision(), [CODE]: 'b\n' },
    { 'README.md': 'typo\n' },
    { [RECORD]: TEXT },
  ]);
  await BUTTONS['rebase']?.(repo);
  const found = openClaims(await judgeOnly(repo.root));
  expect(found.filter((line) => line.endsWith('contradicted'))).toEqual([]);
});

test('the main branch taken up between the commits of a branch', async () => {
  for (const isMerged of [false, true]) {
    const repo = await branch([{ [SPEC]: specification(), [ADR]: decision(), [CODE]: 'b\n' }]);
    await repo.git('merge', '--quiet', '-m', 'Take up main', 'main');
    await repo.commit('record', { [RECORD]: TEXT });
    if (isMerged) {
      await repo.git('switch', '--quiet', 'main');
      await repo.git('merge', '--quiet', '--ff-only', 'topic');
    }
    const judged = await judgeOnly(repo.root);
    expect(openClaims(judged)).toEqual([]);
    expect(judged.notices).toEqual([]);
  }
});

test('work of others that was pulled in is judged by its own commits', async () => {
  const repo = await GitRepo.create();
  await repo.commit('start', { 'README.md': 'x\n' });
  await repo.git('switch', '--quiet', '-c', 'mine');
  await repo.commit('mine', { 'mine.md': 'x\n' });
  await repo.git('switch', '--quiet', 'main');
  await repo.commit('theirs', { [CODE]: 'a\n', 'gone.md': 'x\n', 'kept.md': 'x\n' });
  await repo.commit('Cache', {
    [SPEC]: specification(),
    [ADR]: decision(),
    [CODE]: 'b\n',
    'gone.md': null,
    [RECORD]: provenance({
      artifacts: [
        [SPEC, 'Created'],
        [ADR, 'Created'],
        [CODE, 'Modified'],
        ['gone.md', 'Deleted'],
        ['kept.md', 'Already existed'],
      ],
    }),
  });
  await repo.git('switch', '--quiet', 'mine');
  await repo.git('merge', '--quiet', '-m', "Merge branch 'main' of origin", 'main');
  await repo.git('branch', '--quiet', '--force', 'main', 'mine');
  await repo.git('switch', '--quiet', 'main');
  const judged = await judgeOnly(repo.root);
  expect(openClaims(judged)).toEqual([]);
  expect(judged.notices).toEqual([]);
});

const SPEC_2 = '.sdd/specification/spec-0002-more.md';
const RECORD_2 = '.sdd/provenance/spec-0002-more.provenance.md';

test('a second specification of one branch may work on the files of the first', TIME, async () => {
  const shape = [
    {
      [SPEC]: specification(),
      [ADR]: decision(),
      'short.md': 'x\n',
      [CODE]: 'b\n',
      [RECORD]: provenance({
        artifacts: [
          [SPEC, 'Created'],
          [ADR, 'Created'],
          ['short.md', 'Created'],
          [CODE, 'Modified'],
        ],
      }),
    },
    {
      [SPEC_2]: specification().replace('0001', '0002'),
      [ADR]: decision('ADR-001: Caching', 'We cache more.'),
      'short.md': null,
      [RECORD_2]: provenance({
        title: 'Provenance: Spec 0002 — More',
        spec: SPEC_2,
        artifacts: [
          [SPEC_2, 'Created'],
          [ADR, 'Modified'],
          ['short.md', 'Deleted'],
          [CODE, 'Already existed'],
          ['never.md', 'Modified'],
        ],
      }),
    },
  ];
  const never = 'artifact:never.md contradicted';
  expect(await mergedInEachWay(shape)).toEqual({
    'not merged': [never],
    'merge commit': [never],
    // Git keeps no more than the sum of the two.
    squash: [
      'artifact:short.md unverifiable',
      `artifact:${ADR} unverifiable`,
      'artifact:short.md unverifiable',
      never,
    ],
    rebase: [never],
    pull: [never],
  });
});

test('a branch merged into a branch that is not merged itself', async () => {
  const repo = await branch([{ 'first.md': 'x\n' }]);
  await repo.git('switch', '--quiet', '-c', 'below');
  await repo.commit('spec', { [SPEC]: specification(), [ADR]: decision(), [CODE]: 'b\n' });
  await repo.commit('record', { [RECORD]: TEXT });
  await repo.git('switch', '--quiet', 'topic');
  await repo.git('merge', '--quiet', '--no-ff', '-m', 'Merge below', 'below');
  const merge = await repo.git('rev-parse', 'HEAD');
  await repo.commit('more', { 'first.md': 'y\n' });
  const judged = await judgeOnly(repo.root);
  expect(openClaims(judged)).toEqual([]);
  expect(judged.notices).toEqual([]);
  if (judged.landing.kind !== 'landed') throw new Error(judged.landing.reason);
  expect([landingKind(judged.landing), judged.landing.commit.id]).toEqual(['merge', merge]);
});

test('the commit that a host makes to try a pull request', async () => {
  const repo = await branch(SHAPES['spec and work, record'] ?? []);
  await repo.git('checkout', '--quiet', '--detach', 'main');
  await repo.git('merge', '--quiet', '--no-ff', '-m', 'Merge topic into main', 'topic');
  expect(openClaims(await judgeOnly(repo.root))).toEqual([]);
});

test('a main branch of another name, as the remote calls it', async () => {
  const repo = await branch(SHAPES['spec, work, record'] ?? []);
  await repo.git('branch', '--quiet', '--move', 'main', 'develop');
  await repo.git('symbolic-ref', 'HEAD', 'refs/heads/develop');
  await repo.git('reset', '--quiet', '--hard');
  const clone = await repo.clone('--branch', 'topic');
  expect(openClaims(await judgeOnly(clone.root))).toEqual([]);
});

test('nothing is known of a main branch', async () => {
  const repo = await branch(SHAPES['spec, work, record'] ?? []);
  await repo.git('branch', '--quiet', '--delete', '--force', 'main');
  expect(openClaims(await judgeOnly(repo.root))).toEqual([]);
});

test('a branch without a commit in common with the main branch', async () => {
  const repo = await GitRepo.create();
  await repo.commit('start', { 'README.md': 'x\n' });
  await repo.git('switch', '--quiet', '--orphan', 'topic');
  await repo.commit('spec', { [SPEC]: specification(), [ADR]: decision(), [CODE]: 'b\n' });
  await repo.commit('record', { [RECORD]: TEXT });
  expect(verdicts(await judgeOnly(repo.root))).toMatchObject({
    'landed-together': 'verified',
    [`artifact:${ADR}`]: 'verified',
    [`artifact:${CODE}`]: 'unverifiable',
  });
});
