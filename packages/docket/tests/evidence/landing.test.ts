import { expect, test } from 'vitest';
import { landingKind } from '../../src/evidence/landing.ts';
import { GitRepo } from '../support/git-repo.ts';
import { claim, judgeOnly, judgeRepository, said, verdicts } from '../support/judged.ts';
import { ADR, decision, provenance, RECORD, SPEC, specification } from '../support/records.ts';

const UNIT = { [SPEC]: specification(), [ADR]: decision(), [RECORD]: provenance() };

const ALL_TRUE = {
  'landed-together': 'verified',
  executed: 'verified',
  [`artifact:${SPEC}`]: 'verified',
  [`artifact:${ADR}`]: 'verified',
  [`artifact:${RECORD}`]: 'verified',
  'step:1': 'unverifiable',
};

function landed(judged: Awaited<ReturnType<typeof judgeOnly>>) {
  if (judged.landing.kind !== 'landed') throw new Error(judged.landing.reason);
  return { kind: landingKind(judged.landing), commit: judged.landing.commit.id };
}

test('a direct commit', async () => {
  const repo = await GitRepo.create();
  await repo.commit('start', { 'README.md': 'x\n' });
  const commit = await repo.commit('Cache', UNIT);
  await repo.commit('later', { 'README.md': 'y\n' });
  const judged = await judgeOnly(repo.root);
  expect(landed(judged)).toEqual({ kind: 'direct', commit });
  expect(verdicts(judged)).toEqual(ALL_TRUE);
  expect(judged.notices).toEqual([]);
});

test('a merge of several commits is one landing', async () => {
  const repo = await GitRepo.create();
  await repo.commit('start', { 'README.md': 'x\n' });
  await repo.git('switch', '--quiet', '-c', 'topic');
  await repo.commit('spec', { [SPEC]: specification() });
  await repo.commit('decision', { [ADR]: decision() });
  await repo.commit('record', { [RECORD]: provenance() });
  await repo.git('switch', '--quiet', 'main');
  await repo.commit('meanwhile', { 'other.md': 'x\n' });
  await repo.git('merge', '--quiet', '--no-ff', '-m', 'Merge topic', 'topic');
  const commit = await repo.git('rev-parse', 'HEAD');
  const judged = await judgeOnly(repo.root);
  expect(landed(judged)).toEqual({ kind: 'merge', commit });
  expect(verdicts(judged)).toEqual(ALL_TRUE);
  expect(judged.notices).toEqual([]);
});

test('commits far from each other on the main branch are not one landing', async () => {
  const repo = await GitRepo.create();
  await repo.commit('start', { 'README.md': 'x\n' });
  await repo.commit('spec', { [SPEC]: specification() });
  for (let index = 0; index < 16; index += 1)
    await repo.commit('other', { 'other.md': `${index}` });
  await repo.commit('record', { [RECORD]: provenance() });
  const judged = await judgeOnly(repo.root);
  expect(verdicts(judged)).toEqual({
    ...ALL_TRUE,
    'landed-together': 'contradicted',
    [`artifact:${SPEC}`]: 'contradicted',
    [`artifact:${ADR}`]: 'contradicted',
  });
  expect(said(judged, `artifact:${ADR}`)).toMatchInlineSnapshot(`
    "contradicted
    evidence: in no commit up to <id>
    reason: the landing does not add it"
  `);
  expect(said(judged, 'landed-together')).toMatchInlineSnapshot(`
    "contradicted
    evidence: \`.sdd/specification/spec-0001-caching.md\` untouched in <id>, last added in <id> (blob <id>)
    reason: the specification landed before the record"
  `);
});

test('a squash', async () => {
  const repo = await GitRepo.create();
  await repo.commit('start', { 'README.md': 'x\n' });
  await repo.git('switch', '--quiet', '-c', 'topic');
  await repo.commit('spec', { [SPEC]: specification() });
  await repo.commit('rest', { [ADR]: decision(), [RECORD]: provenance() });
  await repo.git('switch', '--quiet', 'main');
  await repo.git('merge', '--quiet', '--squash', 'topic');
  const commit = await repo.commit('Cache (#12)');
  const judged = await judgeOnly(repo.root);
  expect(landed(judged)).toEqual({ kind: 'squash', commit });
  expect(verdicts(judged)).toEqual(ALL_TRUE);
});

test('a rebase changes the commit and no verdict', async () => {
  const repo = await GitRepo.create();
  await repo.commit('start', { 'README.md': 'x\n' });
  await repo.git('switch', '--quiet', '-c', 'topic');
  const before = await repo.commit('Cache', UNIT);
  expect(verdicts(await judgeOnly(repo.root))).toEqual(ALL_TRUE);
  await repo.git('switch', '--quiet', 'main');
  await repo.commit('meanwhile', { 'other.md': 'x\n' });
  await repo.git('rebase', '--quiet', 'main', 'topic');
  await repo.git('switch', '--quiet', 'main');
  await repo.git('merge', '--quiet', '--ff-only', 'topic');
  const judged = await judgeOnly(repo.root);
  expect(landed(judged).commit).not.toBe(before);
  expect(landed(judged).commit).toBe(await repo.git('rev-parse', 'HEAD'));
  expect(verdicts(judged)).toEqual(ALL_TRUE);
});

test('a rebase that splits a move is followed by its blob', async () => {
  const repo = await GitRepo.create();
  await repo.commit('start', { 'README.md': 'x\n' });
  const old = '.sdd/provenance/old/spec-0001-caching.provenance.md';
  const text = provenance({
    artifacts: [
      [SPEC, 'Created'],
      [ADR, 'Created'],
      [old, 'Created'],
    ],
  });
  const commit = await repo.commit('Cache', {
    [SPEC]: specification(),
    [ADR]: decision(),
    [old]: text,
  });
  await repo.commit('copy', { [RECORD]: text });
  await repo.commit('and delete', { [old]: null });
  const judged = await judgeOnly(repo.root);
  expect(landed(judged).commit).toBe(commit);
  expect(verdicts(judged)).toEqual({
    'landed-together': 'verified',
    executed: 'verified',
    [`artifact:${SPEC}`]: 'verified',
    [`artifact:${ADR}`]: 'verified',
    [`artifact:${old}`]: 'verified',
    'step:1': 'unverifiable',
  });
});

test('a record that was taken out and put back landed with its work', async () => {
  const repo = await GitRepo.create();
  await repo.commit('start', { 'README.md': 'x\n' });
  await repo.commit('Cache', UNIT);
  await repo.git('revert', '--no-edit', 'HEAD');
  await repo.git('revert', '--no-edit', 'HEAD');
  const again = await repo.git('rev-parse', 'HEAD');
  const judged = await judgeOnly(repo.root);
  expect(landed(judged).commit).toBe(again);
  expect(verdicts(judged)).toEqual(ALL_TRUE);
});

test('a record that alone was taken out and put back landed where it did first', async () => {
  const repo = await GitRepo.create();
  await repo.commit('start', { 'README.md': 'x\n' });
  const commit = await repo.commit('Cache', UNIT);
  await repo.commit('oops', { [RECORD]: null });
  await repo.commit('back', { [RECORD]: provenance() });
  const judged = await judgeOnly(repo.root);
  expect(landed(judged).commit).toBe(commit);
  expect(verdicts(judged)).toEqual(ALL_TRUE);
});

test('a record moved and edited later is followed back; a log of its path alone is not enough', async () => {
  const repo = await GitRepo.create();
  await repo.commit('start', { 'README.md': 'x\n' });
  const old = '.sdd/provenance/spec-0001-cache.provenance.md';
  const rows = [
    [SPEC, 'Created'],
    [ADR, 'Created'],
    [old, 'Created'],
  ] as const;
  const commit = await repo.commit('Cache', {
    [SPEC]: specification(),
    [ADR]: decision(),
    [old]: provenance({ artifacts: rows }),
  });
  await repo.commit('move', {
    [old]: null,
    [RECORD]: provenance({ artifacts: [...rows.slice(0, 2), [RECORD, 'Created']] }),
  });
  // What the plain log shows as the commit that added the record.
  const plain = await repo.git('log', '--diff-filter=A', '--format=%H', '--', RECORD);
  expect(plain).not.toBe(commit);
  const judged = await judgeOnly(repo.root);
  expect(landed(judged).commit).toBe(commit);
  expect(verdicts(judged)).toEqual(ALL_TRUE);
  expect(judged.notices.map(({ kind, severity }) => [kind, severity])).toEqual([
    ['rewritten', 'info'],
  ]);
});

test('a new record that resembles one deleted in the same commit has not been moved', async () => {
  const repo = await GitRepo.create();
  await repo.commit('start', { 'README.md': 'x\n' });
  const first = '.sdd/provenance/spec-0001-first.provenance.md';
  await repo.commit('First', {
    [SPEC]: specification(),
    [first]: provenance({ artifacts: [[first, 'Created']] }),
  });
  const commit = await repo.commit('Second', {
    [first]: null,
    [ADR]: decision(),
    [RECORD]: provenance({
      executed: '2026-03-05T12:01:00Z',
      artifacts: [
        [first, 'Deleted'],
        [ADR, 'Created'],
        [RECORD, 'Created'],
        [SPEC, 'Already existed'],
      ],
    }),
  });
  expect(await repo.git('log', '-1', '-M', '--name-status', '--format=')).toMatch(
    /^R\d+\t.*first/m,
  );
  const judged = await judgeOnly(repo.root);
  expect(landed(judged).commit).toBe(commit);
  expect(new Set(Object.values({ ...verdicts(judged), 'step:1': 'verified' }))).toEqual(
    new Set(['verified']),
  );
});

test('the record comes in with the root commit', async () => {
  const repo = await GitRepo.create();
  const commit = await repo.commit('all at once', {
    ...UNIT,
    'README.md': 'x\n',
    [RECORD]: provenance({
      artifacts: [
        [ADR, 'Created'],
        ['README.md', 'Modified'],
        [SPEC, 'Already existed'],
        ['gone.md', 'Deleted'],
        ['never.md', 'Created'],
      ],
    }),
  });
  const judged = await judgeOnly(repo.root);
  expect(landed(judged)).toEqual({ kind: 'root', commit });
  expect(verdicts(judged)).toEqual({
    'landed-together': 'verified',
    executed: 'verified',
    [`artifact:${ADR}`]: 'verified',
    'artifact:README.md': 'unverifiable',
    [`artifact:${SPEC}`]: 'unverifiable',
    'artifact:gone.md': 'unverifiable',
    'artifact:never.md': 'contradicted',
    'step:1': 'unverifiable',
  });
  expect(said(judged, 'artifact:README.md')).toMatchInlineSnapshot(`
    "unverifiable
    why: root-commit
    reason: no commit before the landing to compare with"
  `);
});

test('main taken up by a feature branch: the records of main landed on main', async () => {
  const repo = await GitRepo.create();
  await repo.commit('start', { 'README.md': 'x\n' });
  await repo.git('switch', '--quiet', '-c', 'feature');
  await repo.commit('feature', { 'feature.md': 'x\n' });
  await repo.git('switch', '--quiet', 'main');
  await repo.commit('base', { 'base.md': 'x\n' });
  const commit = await repo.commit('Cache', {
    ...UNIT,
    'base.md': 'y\n',
    [RECORD]: provenance({
      artifacts: [
        [SPEC, 'Created'],
        [ADR, 'Created'],
        ['base.md', 'Modified'],
        [RECORD, 'Created'],
      ],
    }),
  });
  await repo.git('switch', '--quiet', 'feature');
  await repo.git('merge', '--quiet', '--no-ff', '-m', 'Take up main', 'main');
  await repo.commit('more', { 'feature.md': 'y\n' });
  const judged = await judgeOnly(repo.root);
  expect(landed(judged).commit).toBe(commit);
  expect(verdicts(judged)).toEqual({ ...ALL_TRUE, 'artifact:base.md': 'verified' });
  expect(judged.notices).toEqual([]);
});

test('HEAD is detached', async () => {
  const repo = await GitRepo.create();
  await repo.commit('start', { 'README.md': 'x\n' });
  const commit = await repo.commit('Cache', UNIT);
  await repo.git('checkout', '--quiet', '--detach');
  const judged = await judgeOnly(repo.root);
  expect(landed(judged).commit).toBe(commit);
  expect(verdicts(judged)).toEqual(ALL_TRUE);
});

test('several executions of one specification land one by one', async () => {
  const repo = await GitRepo.create();
  await repo.commit('start', { 'README.md': 'x\n' });
  const first = await repo.commit('Cache', UNIT);
  const again = '.sdd/provenance/spec-0001-caching-again.provenance.md';
  const second = await repo.commit('Cache again', {
    [ADR]: decision('ADR-001: Caching', 'We cache more.'),
    [again]: provenance({
      executed: '2026-03-05T12:05:00Z',
      artifacts: [
        [ADR, 'Modified'],
        [again, 'Created'],
      ],
    }),
  });
  const judged = await judgeRepository(repo.root);
  expect(judged.map(({ record }) => record.path)).toEqual([again, RECORD]);
  expect(judged.map((record) => landed(record).commit)).toEqual([second, first]);
  expect(judged.map(verdicts)).toEqual([
    {
      'landed-together': 'verified',
      executed: 'verified',
      [`artifact:${ADR}`]: 'verified',
      [`artifact:${again}`]: 'verified',
      'step:1': 'unverifiable',
    },
    ALL_TRUE,
  ]);
  expect(claim(judged[1] as never, `artifact:${ADR}`).now).toMatchObject({
    kind: 'changed',
    times: 1,
  });
});

test('a second execution written over the first landed with the second', async () => {
  const repo = await GitRepo.create();
  await repo.commit('start', { 'README.md': 'x\n' });
  await repo.commit('Cache', UNIT);
  const second = await repo.commit('Cache again', {
    [ADR]: decision('ADR-001: Caching', 'We cache more.'),
    [RECORD]: provenance({
      executed: '2026-03-05T12:02:00Z',
      artifacts: [
        [ADR, 'Modified'],
        [RECORD, 'Modified'],
      ],
    }),
  });
  await repo.commit('typo', {
    [RECORD]: provenance({
      executed: '2026-03-05T12:02:30Z',
      artifacts: [
        [ADR, 'Modified'],
        [RECORD, 'Modified'],
      ],
    }),
  });
  const judged = await judgeOnly(repo.root);
  expect(landed(judged).commit).toBe(second);
  expect(verdicts(judged)).toEqual({
    'landed-together': 'verified',
    executed: 'verified',
    [`artifact:${ADR}`]: 'verified',
    [`artifact:${RECORD}`]: 'verified',
    'step:1': 'unverifiable',
  });
});
