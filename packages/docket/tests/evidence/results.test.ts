import { expect, test } from 'vitest';
import { GitRepo } from '../support/git-repo.ts';
import { claim, judgeOnly, said, verdicts } from '../support/judged.ts';
import { ADR, decision, provenance, RECORD, SPEC, specification } from '../support/records.ts';

const STEPS = [
  'The decision exists at `docs/adr/adr-001-caching.md`',
  'The title is right',
  'Lint must not fail',
];

const CHECKS = `checks:
  1:
    file-exists: docs/adr/adr-001-caching.md
  2:
    frontmatter: { file: docs/adr/adr-001-caching.md, key: title, like: "ADR-001: *" }
`;

async function landed(results: string, spec = specification(STEPS, CHECKS)): Promise<GitRepo> {
  const repo = await GitRepo.create();
  await repo.commit('start', { 'README.md': 'x\n' });
  await repo.commit('Cache', {
    [SPEC]: spec,
    [ADR]: decision(),
    [RECORD]: provenance({ results }),
  });
  return repo;
}

async function steps(repo: GitRepo): Promise<Record<string, string>> {
  const all = Object.entries(verdicts(await judgeOnly(repo.root)));
  return Object.fromEntries(all.filter(([id]) => id.startsWith('step:')));
}

test.each([
  [
    'a table with numbers',
    '| # | Step | Result | Details |\n|-|-|-|-|\n| 1 | The decision exists | Pass | seen |\n| 2 | The title is right | **PASS** | |\n| 3 | Lint must not fail | pass | clean |',
  ],
  [
    'a table without numbers',
    '| Step | Result | Details |\n|-|-|-|\n| The decision exists | Pass | seen |\n| The title is right | ✅ Pass | |\n| Lint must not fail | Passed | clean |',
  ],
  [
    'a numbered list',
    '1. The decision exists at `docs/adr/adr-001-caching.md` — PASS: seen\n2. **PASS** The title is right\n3. Lint must not fail: PASS (clean)',
  ],
])('%s', async (_, results) => {
  const judged = await judgeOnly((await landed(results)).root);
  expect(
    judged.claims
      .filter(({ claim: { kind } }) => kind === 'result')
      .map(({ claim: { id, claim: text }, verdict }) =>
        `${id} ${text.toLowerCase()} ${verdict.kind}`.replace(/passed|✅ pass/, 'pass'),
      ),
  ).toEqual([
    'step:1 step 1: pass verified',
    'step:2 step 2: pass verified',
    'step:3 step 3: pass unverifiable',
  ]);
  expect(judged.notices).toEqual([]);
  expect(said(judged, 'step:1')).toMatchInlineSnapshot(`
    "verified
    evidence: \`docs/adr/adr-001-caching.md\` exists in the landing <id>"
  `);
  expect(said(judged, 'step:3')).toMatchInlineSnapshot(`
    "unverifiable
    why: not-checkable
    reason: step 3 names no check, so pass is only what the record says"
  `);
});

test('a result that the tool finds otherwise', async () => {
  const repo = await landed(
    '1. The decision exists — FAIL\n2. The title is right — PASS',
    specification(STEPS, CHECKS.replace('ADR-001: *', 'ADR-002: *')),
  );
  const judged = await judgeOnly(repo.root);
  expect(said(judged, 'step:1')).toMatchInlineSnapshot(`
    "contradicted
    evidence: \`docs/adr/adr-001-caching.md\` exists in the landing <id>
    reason: the check of the step passes at the landing"
  `);
  expect(said(judged, 'step:2')).toMatchInlineSnapshot(`
    "contradicted
    evidence: \`title\` is \`ADR-001: Caching\`, not like \`ADR-002: *\`
    reason: the check of the step fails at the landing"
  `);
  expect(claim(judged, 'step:2').observed).toMatchInlineSnapshot(`
    {
      "evidence": "\`title\` is \`ADR-001: Caching\`, not like \`ADR-002: *\`",
      "outcome": "fail",
    }
  `);
  expect(judged.notices.map(({ message }) => message)).toMatchInlineSnapshot(`
    [
      "Unexpected missing result, expected one for step 3: \`Lint must not fail\`",
    ]
  `);
});

test.each([
  ['Pass', 'pending the commit'],
  ['Pass', 'Pending'],
  ['PASS', 'the suite was not run here'],
  ['Pass', 'not yet run'],
  ['Pass (pending)', ''],
])('`%s` with `%s` is no pass', async (word, details) => {
  const repo = await landed(
    `| # | Step | Result | Details |\n|-|-|-|-|\n| 1 | The decision exists | ${word} | ${details} |`,
  );
  expect(await steps(repo)).toEqual({ 'step:1': 'contradicted' });
});

test.each([
  'no pending changes',
  'nothing is pending',
  'it did not run into errors',
  'handles pending payments',
  'tests that do not run on CI',
  'the job that is skipped on forks runs here',
  'skipped tests: 0',
  'N/A',
  'clean',
])('a pass with `%s` is one', async (details) => {
  const repo = await landed(
    `| # | Step | Result | Details |\n|-|-|-|-|\n| 1 | The decision exists | Pass | ${details} |`,
  );
  expect(await steps(repo)).toEqual({ 'step:1': 'verified' });
});

const FAILING = specification(STEPS, CHECKS.replace('ADR-001: *', 'ADR-002: *'));

test.each([
  ...['Pass', 'Pass — all good', 'Pass – see log', 'PASS (see log)', 'Passed: seen', 'Pass, twice'],
  ...['✅', '✅ **Pass**', '✔️ title read', 'OK', '`OK`', 'Yes', 'Done', 'Pass with a warning'],
  ...['Pass<br>(all good)', '_Pass_ ✅'],
])('`%s` for a step that fails at the landing is contradicted', async (word) => {
  const table = `| # | Step | Result |\n|-|-|-|\n| 2 | The title is right | ${word} |`;
  expect(await steps(await landed(table, FAILING))).toEqual({ 'step:2': 'contradicted' });
  const list = `2. The title is right — ${word}`;
  expect(await steps(await landed(list, FAILING))).toEqual({ 'step:2': 'contradicted' });
});

test.each(['FAIL', 'Failed — another title', '❌ (see log)', '✗', 'Not passed'])(
  '`%s` for a step that fails at the landing is verified, and contradicted where it passes',
  async (word) => {
    const table = `| # | Step | Result |\n|-|-|-|\n| 2 | The title is right | ${word} |`;
    expect(await steps(await landed(table, FAILING))).toEqual({ 'step:2': 'verified' });
    expect(await steps(await landed(table))).toEqual({ 'step:2': 'contradicted' });
  },
);

test.each([
  ...['SKIPPED — no binary', 'N/A until cluster access', 'Not run', 'Could not be run here'],
  ...['Passing criteria unclear', 'Pass/Fail', 'OKRs', 'Failed, then fixed', 'Failed as expected'],
  ...['❌ Pass', 'Manual check', 'perhaps'],
])('`%s` says neither that the step passed nor that it failed', async (word) => {
  const table = `| # | Step | Result |\n|-|-|-|\n| 1 | The decision exists | ${word} |\n| 2 | The title is right | ${word} |`;
  expect(await steps(await landed(table, FAILING))).toEqual({
    'step:1': 'unverifiable',
    'step:2': 'unverifiable',
  });
});

test('what is not run is no pass, and the tool shows what it finds', async () => {
  const repo = await landed(
    '1. The decision exists — NOT RUN (no shell)\n2. The title is right — MANUAL (by the reviewer)\n3. Lint must not fail — perhaps',
  );
  const judged = await judgeOnly(repo.root);
  expect(await steps(repo)).toEqual({
    'step:1': 'unverifiable',
    'step:2': 'unverifiable',
    'step:3': 'unverifiable',
  });
  expect(claim(judged, 'step:1').observed?.outcome).toBe('pass');
  expect(said(judged, 'step:1')).toMatchInlineSnapshot(`
    "unverifiable
    why: not-checkable
    reason: the record claims no result; found at the landing: pass, \`docs/adr/adr-001-caching.md\` exists in the landing <id>"
  `);
  expect(said(judged, 'step:3')).toMatchInlineSnapshot(`
    "unverifiable
    why: not-checkable
    reason: nothing is not a result: pass, fail, not run, not applicable or manual"
  `);
});

test('a step reworded, moved or dropped since', async () => {
  const repo = await landed(
    '1. The decision exists — PASS\n2. The title is right — PASS\n3. Lint must not fail — PASS',
  );
  await repo.commit('reword', {
    [SPEC]: specification(['The decision exists and is accepted', STEPS[1] as string], CHECKS),
  });
  const judged = await judgeOnly(repo.root);
  expect(await steps(repo)).toEqual({
    'step:1': 'outdated',
    'step:2': 'verified',
    'step:3': 'outdated',
  });
  expect(said(judged, 'step:1')).toMatchInlineSnapshot(`
    "outdated
    evidence: step 1 now reads \`The decision exists and is accepted\`
    reason: the result answers an earlier wording"
  `);
  expect(said(judged, 'step:3')).toMatchInlineSnapshot(`
    "outdated
    evidence: .sdd/specification/spec-0001-caching.md no longer has a step 3
    reason: the result answers a step that was dropped"
  `);

  const moved = CHECKS.replace('  2:', '  3:').replace('  1:', '  2:');
  await repo.commit('reorder', { [SPEC]: specification(['Something new', ...STEPS], moved) });
  expect(await steps(repo)).toEqual({
    'step:1': 'verified',
    'step:2': 'verified',
    'step:3': 'unverifiable',
  });
});

test('results out of order, for no step, and of another text', async () => {
  const repo = await landed(
    '| # | Step | Result | Details |\n|-|-|-|-|\n| 1 | The title is right | Pass | |\n| 4 | Anything | Pass | |\n| 3 | Bananas are yellow and bent | Pass | |',
  );
  const judged = await judgeOnly(repo.root);
  expect(await steps(repo)).toEqual({
    'step:1': 'verified',
    'step:4': 'contradicted',
    'step:3': 'unverifiable',
  });
  expect(said(judged, 'step:4')).toMatchInlineSnapshot(`
    "contradicted
    evidence: .sdd/specification/spec-0001-caching.md has 3 validation steps
    reason: there is no step 4 to answer"
  `);
  expect(said(judged, 'step:3')).toMatchInlineSnapshot(`
    "unverifiable
    why: ambiguous
    reason: the text is not that of step 3: \`Lint must not fail\`"
  `);
  expect(judged.notices.map(({ kind, message }) => `${kind}: ${message}`)).toMatchInlineSnapshot(`
    [
      "missing-result: Unexpected missing result, expected one for step 1: \`The decision exists at docs/adr/adr-001-caching.md\`",
      "result-order: Unexpected number \`1\`, expected \`2\`: the text is that step's",
    ]
  `);
});
