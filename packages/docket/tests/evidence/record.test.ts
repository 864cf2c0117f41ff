import { expect, test } from 'vitest';
import { GitRepo } from '../support/git-repo.ts';
import { judgeOnly, judgeRepository, said, stable, verdicts } from '../support/judged.ts';
import { ADR, decision, provenance, RECORD, SPEC, specification } from '../support/records.ts';

test('the specification may have stood before, if the record says so', async () => {
  for (const status of ['Already existed', 'Existing, unchanged'] as const) {
    const repo = await GitRepo.create();
    await repo.commit('order', { [SPEC]: specification() });
    await repo.commit('Cache', {
      [ADR]: decision(),
      [RECORD]: provenance({
        artifacts: [
          [SPEC, status],
          [ADR, 'Created'],
        ],
      }),
    });
    expect(said(await judgeOnly(repo.root), 'landed-together')).toBe(
      `verified\nevidence: \`${SPEC}\` untouched in <id>, last added in <id> (blob <id>), as the record says`,
    );
  }
});

test('a specification that landed after the record, or not at all', async () => {
  const repo = await GitRepo.create();
  await repo.commit('start', { 'README.md': 'x\n' });
  await repo.commit('record', { [RECORD]: provenance({ artifacts: [] }) });
  expect(said(await judgeOnly(repo.root), 'landed-together')).toMatchInlineSnapshot(`
    "contradicted
    evidence: \`.sdd/specification/spec-0001-caching.md\` in no commit up to <id>
    reason: the specification is neither in the landing nor before it"
  `);
  await repo.commit('other', { 'README.md': 'y\n' });
  await repo.commit('late', { [SPEC]: specification() });
  expect(said(await judgeOnly(repo.root), 'landed-together')).toMatchInlineSnapshot(`
    "contradicted
    evidence: \`.sdd/specification/spec-0001-caching.md\` untouched in <id>, first added in <id> (blob <id>)
    reason: the specification is neither in the landing nor before it"
  `);
});

test('a decision carried out is in the landing or its ancestors', async () => {
  const repo = await GitRepo.create();
  await repo.commit('start', {
    [ADR]: decision(),
    'docs/adr/adr-004-gone.md': decision('ADR-004: Gone'),
  });
  await repo.commit('drop', { 'docs/adr/adr-004-gone.md': null });
  await repo.commit('Cache', {
    [SPEC]: specification(),
    'docs/adr/adr-002-new.md': decision('ADR-002: New'),
    [RECORD]: provenance({
      title: 'Provenance: ADR-001, ADR-002, ADR-003, ADR-004, ADR-099',
      artifacts: [],
    }),
  });
  await repo.commit('later', { 'docs/adr/adr-003-late.md': decision('ADR-003: Late') });
  await repo.move(ADR, 'docs/adr/adr-001-cached.md');
  await repo.commit('rename');
  const judged = await judgeOnly(repo.root);
  expect(verdicts(judged)).toMatchObject({
    'decision:ADR-001': 'verified',
    'decision:ADR-002': 'verified',
    'decision:ADR-003': 'contradicted',
    'decision:ADR-004': 'verified',
    'decision:ADR-099': 'contradicted',
  });
  expect(said(judged, 'decision:ADR-003')).toMatchInlineSnapshot(`
    "contradicted
    evidence: \`docs/adr/adr-003-late.md\` added in <id> (blob <id>)
    reason: the decision is neither in the landing nor in its ancestors"
  `);
  expect(said(judged, 'decision:ADR-099')).toMatchInlineSnapshot(`
    "contradicted
    evidence: in no commit up to <id>
    reason: the decision is neither in the landing nor in its ancestors"
  `);
});

test.each([
  ['2026-03-05T12:59:00Z', 'verified'],
  ['2026-03-05T13:10:00Z', 'verified'],
  ['2026-03-05T13:16:00Z', 'contradicted'],
  ['2026-03-05T14:59:00+02:00', 'verified'],
  ['2026-03-05T14:59:00-0500', 'contradicted'],
  ['2026-03-05 12:59 UTC', 'verified'],
  ['2026-03-05T22:00', 'verified'],
  ['2026-03-05', 'unverifiable'],
  ['2026-03-06', 'unverifiable'],
  ['2026-03-04', 'verified'],
  ['2026-03-03', 'verified'],
  ['2026-03-07', 'contradicted'],
  ['2026-03-05T00:00:00Z', 'unverifiable'],
  ['2026-03-05T00:00:00.000+02:00', 'unverifiable'],
  ['2026-03-05 00:00 UTC', 'unverifiable'],
  ['2026-03-05T00:00', 'unverifiable'],
  ['2026-03-04T00:00:00Z', 'verified'],
  ['2026-03-06T00:00:00Z', 'contradicted'],
  ['2026-03-05T00:00:01Z', 'verified'],
  ['5 March 2026', 'unverifiable'],
  ['2026-13-45T99:99:99Z', 'unverifiable'],
])('executed %s, committed 2026-03-05T13:00:00Z', async (executed, verdict) => {
  const repo = await GitRepo.create();
  await repo.commit(
    'Cache',
    { [SPEC]: specification(), [RECORD]: provenance({ executed }) },
    { date: '2026-03-05T13:00:00Z' },
  );
  expect(verdicts(await judgeOnly(repo.root))['executed']).toBe(verdict);
});

test('a date, at midnight or without a time, is said to be one', async () => {
  const repo = await GitRepo.create();
  const land = (executed: string) =>
    repo.commit(
      'Cache',
      { [SPEC]: specification(), [RECORD]: provenance({ executed }) },
      { date: '2026-03-05T13:00:00Z' },
    );
  await land('2026-03-05T00:00:00Z');
  expect(said(await judgeOnly(repo.root), 'executed')).toMatchInlineSnapshot(`
    "unverifiable
    why: not-checkable
    reason: \`<time>\` is a date without a time, on the day of the commit: <id> committed <time>"
  `);
  await repo.git('update-ref', '-d', 'HEAD');
  await land('2026-03-01');
  expect(said(await judgeOnly(repo.root), 'executed')).toMatchInlineSnapshot(`
    "verified
    evidence: \`2026-03-01\` is a date without a time: the day was over, <id> committed <time>"
  `);
});

test('edits of links and explaining text are information', async () => {
  const repo = await GitRepo.create();
  await repo.commit('start', { 'README.md': 'x\n' });
  await repo.commit('Cache', {
    [SPEC]: specification(),
    [ADR]: decision(),
    [RECORD]: provenance({ deviations: 'None but [one](../a.md).' }),
  });
  const moved = 'docs/adr/adr-001-cached.md';
  await repo.move(ADR, moved);
  await repo.commit('rename', {
    [RECORD]: provenance({
      actions: '1. Wrote the decision with care',
      deviations: 'None but [one](../../b.md).',
      artifacts: [
        [SPEC, 'Created'],
        [moved, 'Created'],
        [RECORD, 'Created'],
      ],
    }),
  });
  const { notices, claims } = await judgeOnly(repo.root);
  expect(
    notices.map(({ kind, severity, message }) => `${kind} ${severity}: ${stable(message)}`),
  ).toMatchInlineSnapshot(`
    [
      "rewritten info: Edited since it landed, in \`<id>\`; Artifacts, Results and Deviations are unchanged",
    ]
  `);
  expect(claims.filter(({ verdict }) => verdict.kind === 'contradicted')).toEqual([]);
});

test('changed testimony is a warning with the difference', async () => {
  const repo = await GitRepo.create();
  await repo.commit('start', { 'README.md': 'x\n' });
  await repo.commit('Cache', {
    [SPEC]: specification(),
    [ADR]: decision(),
    [RECORD]: provenance({ results: '1. The decision exists — FAIL', deviations: 'Two things.' }),
  });
  await repo.commit('prettify', {
    [RECORD]: provenance({
      results: '1. The decision exists — PASS',
      artifacts: [
        [ADR, 'Created'],
        [RECORD, 'Created'],
      ],
    }),
  });
  const { notices } = await judgeOnly(repo.root);
  expect(
    notices.map(({ kind, severity, message, details }) => [
      `${kind} ${severity}: ${stable(message)}`,
      ...details,
    ]),
  ).toMatchInlineSnapshot(`
    [
      [
        "rewritten warning: Unexpected change of Artifacts Produced since the record landed, in \`<id>\`",
        "- .sdd/specification/spec-0001-caching.md | Created",
      ],
      [
        "rewritten warning: Unexpected change of Validation Results since the record landed, in \`<id>\`",
        "- The decision exists — FAIL",
        "+ The decision exists — PASS",
      ],
      [
        "rewritten warning: Unexpected change of Deviations from Spec since the record landed, in \`<id>\`",
        "- Two things.",
        "+ No deviations from spec.",
      ],
    ]
  `);
});

test('files of one landing may be declared by either of its records', async () => {
  const repo = await GitRepo.create();
  const other = '.sdd/provenance/spec-0002-other.provenance.md';
  const otherSpec = '.sdd/specification/spec-0002-other.md';
  await repo.commit('start', { 'README.md': 'x\n' });
  await repo.commit('both', {
    [SPEC]: specification(),
    [ADR]: decision(),
    [RECORD]: provenance(),
    [otherSpec]: specification().replace('0001', '0002'),
    'b.md': 'b\n',
    'stray.md': 'x\n',
    [other]: provenance({ spec: otherSpec, artifacts: [['b.md', 'Created']] }),
  });
  const judged = await judgeRepository(repo.root);
  expect(judged).toHaveLength(2);
  expect(judged.map(({ notices }) => notices.map(({ details }) => details))).toEqual([
    [['stray.md']],
    [['stray.md']],
  ]);
});
