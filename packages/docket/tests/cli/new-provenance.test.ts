import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { callDocket } from '../support/call-docket.ts';
import { GitRepo } from '../support/git-repo.ts';
import { judgeOnly, stable } from '../support/judged.ts';
import { ADR, decision, SPEC, specification } from '../support/records.ts';
import { ROOT } from '../support/repository.ts';

const TEMPLATE = '.sdd/provenance/template.md';
const RECORD = '.sdd/provenance/spec-0001-caching.provenance.md';
const CHECKS = `checks:
  1: { file-exists: ${ADR} }
  2: { committed-together: [${SPEC}, ${ADR}, ${RECORD}] }
  3: { sections: { file: ${RECORD}, template: ${TEMPLATE} } }
`;
const STEPS = [
  'The decision exists',
  'All is committed | together',
  'The record is complete',
  'It reads well',
];

async function work(): Promise<GitRepo> {
  const repo = await GitRepo.create();
  await repo.commit('start', {
    [TEMPLATE]: await readFile(path.join(ROOT, TEMPLATE), 'utf8'),
    'old.txt': 'old',
    'größe "1".txt': 'one',
  });
  await repo.write({
    [SPEC]: specification(STEPS, CHECKS),
    [ADR]: decision(),
    'old.txt': null,
    'größe "1".txt': 'two',
    'with | bar.txt': 'new',
  });
  return repo;
}

const create = (repo: GitRepo, ...more: string[]) =>
  callDocket(['new', 'provenance', '0001', ...more], {
    cwd: repo.root,
    // Before the commits of these repositories.
    env: { SOURCE_DATE_EPOCH: String(Date.UTC(2026, 2, 5, 9) / 1000) },
  });

test('a record is filled with what Git, the checks and the clock tell', async () => {
  const repo = await work();
  const shown = await create(repo, '--dry-run', '--agent', 'worker');
  expect(shown.stderr).toBe('');
  expect(await repo.exists(RECORD)).toBe(false);
  expect(shown.stdout).toMatchInlineSnapshot(`
    "# Provenance: Spec 0001 — Caching

    **Spec:** \`.sdd/specification/spec-0001-caching.md\`
    **Executed:** 2026-03-05T09:00:00Z
    **Agent:** worker

    ## Actions Taken

    <!-- Every action in order: files created or changed, commands run. -->

    1. {Action}

    ## Decisions Made

    <!-- Decisions the specification did not make. With none, replace the table by: "No autonomous decisions were required — all actions were explicitly specified in the spec." -->

    | Decision | Options Considered | Chosen | Rationale |
    | -------- | ------------------ | ------ | --------- |
    | {decision} | {options} | {choice} | {why} |

    ## Deviations from Spec

    <!-- Every point where the work differs from the specification, and why. With none: "No deviations from spec." -->

    {Deviations}

    ## Artifacts Produced

    | File | Status |
    | ---- | ------ |
    | \`.sdd/specification/spec-0001-caching.md\` | Created |
    | \`docs/adr/adr-001-caching.md\` | Created |
    | \`größe "1".txt\` | Modified |
    | \`old.txt\` | Deleted |
    | \`with \\| bar.txt\` | Created |
    | \`.sdd/provenance/spec-0001-caching.provenance.md\` | Created |

    ## Validation Results

    <!-- One row for each validation step of the specification, in order. Result is pass, fail, not run, not applicable or manual. -->

    | # | Step | Result | Details |
    | - | ---- | ------ | ------- |
    | 1 | The decision exists | Pass | \`docs/adr/adr-001-caching.md\` exists in the working tree |
    | 2 | All is committed \\| together | Not run | the specification has no provenance record yet |
    | 3 | The record is complete | Pass | present and in order: Actions Taken, Decisions Made, Deviations from Spec, Artifacts Produced, Validation Results |
    | 4 | It reads well | {result} | {how it was checked and what was seen} |
    "
  `);
});

test('what was filled in holds once it is committed', async () => {
  const repo = await work();
  expect((await create(repo)).code).toBe(0);
  await repo.commit('carry out');
  const judged = await judgeOnly(repo.root);
  expect(judged.notices).toEqual([]);
  const told = judged.claims.map(({ claim, verdict }) => `${claim.id} ${verdict.kind}`);
  expect(told).toEqual([
    'landed-together verified',
    'executed verified',
    `artifact:${SPEC} verified`,
    `artifact:${ADR} verified`,
    'artifact:größe "1".txt verified',
    'artifact:old.txt verified',
    'artifact:with | bar.txt verified',
    `artifact:${RECORD} verified`,
    'step:1 verified',
    'step:2 unverifiable',
    'step:3 verified',
    'step:4 unverifiable',
  ]);
  const second = judged.claims.find(({ claim }) => claim.id === 'step:2');
  expect(stable(second?.observed?.evidence ?? '')).toBe('all 3 files are in <id>');
});

test('--since lists what commits and the working tree changed, and a second record gets its own name', async () => {
  const repo = await work();
  const base = await repo.git('rev-parse', 'HEAD');
  await create(repo);
  await repo.commit('half', { 'half.txt': 'half' });
  await repo.write({ 'more.txt': 'more' });
  const run = await create(repo, '--since', base);
  const second = RECORD.replace('.provenance', '-2.provenance');
  expect(run.stdout).toContain(second);
  const text = await readFile(path.join(repo.root, second), 'utf8');
  for (const row of ['`half.txt` | Created', '`more.txt` | Created', '`old.txt` | Deleted']) {
    expect(text).toContain(row);
  }
  expect((await create(repo, '--since', 'nowhere')).stderr).toContain(
    '`nowhere` is not a branch or commit of this repository',
  );
});

test('without Git the author says what happened', async () => {
  const folder = await GitRepo.folder();
  await folder.write({ [TEMPLATE]: await readFile(path.join(ROOT, TEMPLATE), 'utf8') });
  await folder.write({ [SPEC]: specification(STEPS, CHECKS), [ADR]: decision() });
  const run = await create(folder, '--dry-run');
  expect(run.stdout).toContain(`| \`${SPEC}\` | {status} |`);
  await folder.write({ [TEMPLATE]: null });
  expect((await create(folder)).stderr).toContain(
    'The template .sdd/provenance/template.md is missing',
  );
});
