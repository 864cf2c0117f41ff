import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { callDocket } from '../support/call-docket.ts';
import { GitRepo } from '../support/git-repo.ts';
import { stable } from '../support/judged.ts';
import { ADR, decision, provenance, RECORD, SPEC, specification } from '../support/records.ts';
import { ROOT } from '../support/repository.ts';

const CHECKS = `checks:
  1: { file-exists: ${ADR} }
  2: { committed-together: [${SPEC}, ${ADR}] }
  3: { command: probe }
`;
const STEPS = [
  'The decision exists',
  'All is committed together',
  'The probe passes',
  'It reads well',
];
const RESULTS = STEPS.map((step, at) => `${at + 1}. ${step} — PASS`).join('\n');

/** A configuration whose only check is a Node program. */
function config(code: string, more: Record<string, unknown> = {}): string {
  const probe = { argv: [process.execPath, '-e', code], ...more };
  return `export default ${JSON.stringify({ checks: { probe } })};\n`;
}

const FILES = {
  [SPEC]: specification(STEPS, CHECKS),
  [ADR]: decision(),
  [RECORD]: provenance({ results: RESULTS }),
};

async function landed(configuration = config('')): Promise<GitRepo> {
  const repo = await GitRepo.create();
  await repo.commit('set up', { 'docket.config.ts': configuration });
  await repo.commit('carry out', FILES);
  return repo;
}

const validate = (repo: GitRepo, ...more: string[]) =>
  callDocket(['validate', '0001', ...more], { cwd: repo.root });

/** Observed outcome and evidence of each step. */
async function observe(repo: GitRepo, ...more: string[]) {
  const run = await validate(repo, '--format', 'json', ...more);
  const { steps } = JSON.parse(run.stdout);
  return {
    code: run.code,
    outcomes: steps.map(({ observed }: { observed: string | null }) => observed),
    third: stable(steps[2].evidence),
  };
}

test.each(['1', '01', 'SPEC-0001', 'spec 1', 'spec-0001-caching.md'])(
  'a specification is named by its number, with or without zeros: %s',
  async (named) => {
    const repo = await landed();
    const run = await callDocket(['validate', named], { cwd: repo.root });
    expect(run).toEqual(await validate(repo));
    expect(run.stdout).toContain('.sdd/specification/spec-0001-caching.md');
  },
);

test('claimed and observed stand side by side, and a command that was not run is no pass', async () => {
  const repo = await landed();
  const run = await validate(repo);
  expect(run.stderr).toBe('');
  expect(run.code).toBe(2);
  expect(stable(run.stdout)).toMatchInlineSnapshot(`
    ".sdd/specification/spec-0001-caching.md
      recorded in .sdd/provenance/spec-0001-caching.provenance.md
       1. The decision exists
          claimed: PASS           observed: passes now
          \`docs/adr/adr-001-caching.md\` exists in the working tree
       2. All is committed together
          claimed: PASS           observed: passes now
          all 2 files are in <id>
       3. The probe passes
          claimed: PASS           observed: not run
          the command \`probe\` runs only with --run-checks
       4. It reads well
          claimed: PASS           observed: no check

    4 steps: 2 pass, 0 fail, 1 not run, 1 without a check
    "
  `);
});

test('passed at the landing and passes now are told apart', async () => {
  const repo = await landed();
  await repo.commit('take out', { [ADR]: null });
  const now = await validate(repo, '--run-checks');
  expect(now.stdout).toContain('observed: fails now');
  expect(now.stdout).not.toContain('at the landing');
  expect(now.code).toBe(1);
  const then = await validate(repo, '--at', 'landing');
  expect(then.stdout).toContain('observed: passed at the landing');
  expect(then.stdout).not.toContain('now\n');
  expect(then.code).toBe(2);
});

test('a command runs with its own arguments, without a shell, only when asked', async () => {
  const code =
    "if (process.argv[1] !== '$HOME; exit 3') process.exit(9); require('node:fs').writeFileSync('ran', '')";
  const repo = await GitRepo.create();
  const probe = { argv: [process.execPath, '-e', code, '$HOME; exit 3'] };
  await repo.commit('set up', {
    'docket.config.ts': `export default ${JSON.stringify({ checks: { probe } })};\n`,
    '.gitignore': 'ran\n',
  });
  await repo.commit('carry out', FILES);
  await validate(repo);
  await callDocket(['verify'], { cwd: repo.root });
  expect(await repo.exists('ran')).toBe(false);
  const { code: exit, outcomes } = await observe(repo, '--run-checks');
  expect(outcomes).toEqual(['pass', 'pass', 'pass', null]);
  expect(exit).toBe(0);
  expect(await repo.exists('ran')).toBe(true);
});

test('exit code, time limit and a missing program', async () => {
  const failing = await landed(config("console.log('line 3 is wrong'); process.exit(4)"));
  const failed = await observe(failing, '--run-checks');
  expect(failed.code).toBe(1);
  expect(failed.third).toMatch(
    /ended with 4 in [\d.]+ s, expected 0; its last lines: line 3 is wrong$/,
  );

  const expected = await landed(config('process.exit(4)', { expectedExit: 4 }));
  expect((await observe(expected, '--run-checks')).outcomes[2]).toBe('pass');

  const slow = await landed(config('setInterval(() => {}, 1000)', { timeLimit: 0.3 }));
  const stopped = await observe(slow, '--run-checks');
  expect(stopped.outcomes[2]).toBe('fail');
  expect(stopped.third).toContain('was stopped after 0 s');

  const missing = { checks: { probe: { argv: ['no-such-program-here'] } } };
  const absent = await landed(`export default ${JSON.stringify(missing)};\n`);
  const unstarted = await observe(absent, '--run-checks');
  expect(unstarted.code).toBe(2);
  expect(unstarted.third).toContain('could not be started');

  const unnamed = await landed('export default {};\n');
  expect((await observe(unnamed, '--run-checks')).third).toBe(
    'no check `probe` in docket.config.json or docket.config.ts',
  );
});

test('what is under test does not decide how it is tested, unless told otherwise', async () => {
  const repo = await GitRepo.create();
  await repo.commit('set up', { 'a.txt': 'a' });
  await repo.commit('carry out', { ...FILES, 'docket.config.ts': config('') });
  const refused = await observe(repo, '--run-checks');
  expect(refused.outcomes[2]).toBe('not-run');
  expect(refused.third).toBe(
    'refused: the landing <id> changes `docket.config.ts`, and the work under test must not decide how it is tested; use --allow-changed-checks to run it anyway',
  );
  const told = await observe(repo, '--run-checks', '--allow-changed-checks');
  expect(told.outcomes[2]).toBe('pass');

  const own = await landed(config('', { configuration: ['tools/**'] }));
  expect((await observe(own, '--run-checks')).outcomes[2]).toBe('pass');
  await own.write({ 'tools/rules.json': '{}' });
  expect((await observe(own, '--run-checks')).third).toContain(
    'refused: `tools/rules.json` has uncommitted changes',
  );
});

test('at the landing a command runs on the files of that commit, wherever the working tree is', async () => {
  const code =
    "const { existsSync } = require('node:fs'); process.exit(existsSync('later.txt') || !existsSync('docs/adr') ? 3 : 0)";
  const repo = await landed(config(code, { configuration: ['tools/**'] }));
  await repo.write({ 'later.txt': 'not committed', 'tools/rules.json': '{}' });
  await repo.commit('later', { [ADR]: null });
  await repo.write({ 'tools/rules.json': '{ "changed": true }' });
  const then = await observe(repo, '--at', 'landing', '--run-checks');
  expect(then).toMatchObject({ code: 0, outcomes: ['pass', 'pass', 'pass', null] });
  expect(await checkouts(repo)).toEqual([]);
  await repo.git('checkout', '--quiet', '--', 'tools');
  expect((await observe(repo, '--run-checks')).third).toContain('ended with 3');
});

test('below a root of its own a command runs in the same folder of the landing', async () => {
  const repo = await GitRepo.create();
  const below = (files: Record<string, string>) =>
    Object.fromEntries(Object.entries(files).map(([file, text]) => [`svc/${file}`, text]));
  const code = "process.exit(process.cwd().endsWith('/svc') ? 0 : 3)";
  await repo.commit('set up', below({ 'docket.config.ts': config(code) }));
  await repo.commit('carry out', below(FILES));
  const args = ['validate', '0001', '--at', 'landing', '--run-checks'];
  const { stdout } = await callDocket(args, { cwd: path.join(repo.root, 'svc') });
  expect(stdout).toContain('4 steps: 3 passed');
});

test('the folder of the landing goes with a check that fails, hangs or cannot start', async () => {
  for (const argv of [
    ['node', '-e', 'process.exit(1)'],
    ['node', '-e', 'setInterval(() => {}, 1000)'],
    ['no-such-program-here'],
  ]) {
    const checks = { probe: { argv, timeLimit: 0.5 } };
    const repo = await landed(`export default ${JSON.stringify({ checks })};\n`);
    const { outcomes } = await observe(repo, '--at', 'landing', '--run-checks');
    expect(outcomes[2]).toBe(argv.length === 1 ? 'not-run' : 'fail');
    expect(await checkouts(repo)).toEqual([]);
  }
});

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  'the folder of the landing and what runs in it go when %s ends the command',
  async (signal) => {
    const code = "setInterval(() => require('node:fs').appendFileSync(process.env.PROBE, '.'), 50)";
    const repo = await landed(config(code));
    const probe = path.join(repo.root, '.git/probe');
    const args = ['validate', '0001', '--at', 'landing', '--run-checks'];
    const docket = spawn(
      process.execPath,
      [path.join(ROOT, 'packages/docket/src/cli/bin.ts'), ...args],
      {
        cwd: repo.root,
        env: { ...process.env, PROBE: probe },
      },
    );
    const ended = once(docket, 'close');
    const beats = () => readFile(probe, 'utf8').catch(() => '');
    await vi.waitUntil(beats, 15_000);
    expect(await checkouts(repo)).toHaveLength(1);
    docket.kill(signal);
    expect(await ended).toEqual([null, signal]);
    expect(await checkouts(repo)).toEqual([]);
    const last = await beats();
    await setTimeout(300);
    expect(await beats()).toBe(last);
  },
);

test('a landing that this clone lacks files of is not checked out', async () => {
  const repo = await landed();
  await repo.commit('later', { [ADR]: null });
  const partial = await repo.clone('--filter=blob:none');
  const { outcomes, third } = await observe(partial, '--at', 'landing', '--run-checks');
  expect(outcomes[2]).toBe('not-run');
  expect(third).toContain('the landing cannot be checked out');
  expect(await checkouts(partial)).toEqual([]);
});

test('`node` is the Node that runs Docket, whatever comes first on the path', async () => {
  const repo = await landed(
    `export default { checks: { probe: { argv: ['node', '-e', 'process.exit(0)'] } } };\n`,
  );
  await repo.write({ '.git/bin/node': '#!/bin/sh\nexit 9\n' });
  await chmod(path.join(repo.root, '.git/bin/node'), 0o755);
  vi.stubEnv('PATH', `${path.join(repo.root, '.git/bin')}:${process.env['PATH']}`);
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
  expect((await observe(repo, '--run-checks')).third).toMatch(/^`node -e .*` ended with 0/);
});

test('a check asks Git about the folder it runs in, even when a hook calls Docket', async () => {
  const code =
    'process.exit(process.env.GIT_DIR === undefined && process.env.GIT_INDEX_FILE === undefined ? 0 : 3)';
  const repo = await landed(config(code));
  vi.stubEnv('GIT_DIR', path.join(repo.root, '.git'));
  vi.stubEnv('GIT_INDEX_FILE', path.join(repo.root, '.git/index'));
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
  const { outcomes } = await observe(repo, '--at', 'landing', '--run-checks');
  expect(outcomes[2]).toBe('pass');
});

/** Folders of commits that were checked out beside the working tree. */
async function checkouts(repo: GitRepo): Promise<string[]> {
  return readdir(path.join(repo.root, '.git/docket')).catch(() => []);
}

test('before the commit, and without history, what only history shows is not run', async () => {
  const repo = await GitRepo.create();
  await repo.commit('set up', { 'docket.config.ts': config('') });
  await repo.write(FILES);
  expect((await observe(repo)).outcomes).toEqual(['pass', 'not-run', 'not-run', null]);
  expect((await observe(repo, '--at', 'landing')).outcomes.slice(0, 3)).toEqual([
    ...['not-run', 'not-run', 'not-run'],
  ]);
  const folder = await GitRepo.folder();
  await folder.write(FILES);
  const run = await validate(folder);
  expect(run.stdout).toContain('Not in a Git repository');
  expect(run.code).toBe(2);
});

test('a check that validates does not run checks again', async () => {
  const repo = await landed();
  const run = await callDocket(['validate', '0001', '--run-checks'], {
    cwd: repo.root,
    env: { DOCKET_CHECK: 'probe' },
  });
  expect(run.stdout).toContain('the check `probe` is already running');
});

test('a wrong definition of a check is named by its key', async () => {
  const repo = await landed(`export default { checks: { probe: { argv: [] , shell: true } } };\n`);
  const run = await validate(repo);
  expect(run.code).toBe(2);
  expect(run.stderr).toContain('checks.probe');
});

test('records in folders of a team are validated and verified alike', async () => {
  const repo = await GitRepo.create();
  await repo.commit('set up', {
    'docket.config.ts': `export default { paths: { adr: 'decisions', spec: 'orders', provenance: 'receipts' } };\n`,
    'decisions/template.md': '## Context\n',
    'a.txt': 'a',
  });
  const [spec, adr] = ['orders/spec-0001-caching.md', 'decisions/adr-001-caching.md'];
  await repo.commit('carry out', {
    [spec]: specification(
      ['The sections are there', 'All is committed together'],
      `checks:\n  1: { sections: { file: ${adr}, template: decisions/template.md } }\n  2: { committed-together: [${spec}, ${adr}] }\n`,
    ),
    [adr]: decision(),
    'receipts/spec-0001-caching.provenance.md': provenance({
      title: 'Provenance: Spec 0001 — ADR-001',
      spec,
      artifacts: [
        [spec, 'Created'],
        [adr, 'Created'],
      ],
      results: '1. The sections are there — PASS\n2. All is committed together — PASS',
    }),
  });
  await repo.git('mv', adr, 'decisions/adr-001-cache.md');
  await repo.commit('rename');
  const verified = await callDocket(['verify', '--format', 'json'], { cwd: repo.root });
  expect(JSON.parse(verified.stdout).summary).toEqual({
    verified: 7,
    contradicted: 0,
    unverifiable: 0,
    outdated: 0,
    accepted: 0,
  });
  const run = await validate(repo, '--at', 'landing');
  expect(run.stdout).toContain('2 steps: 2 passed, 0 failed');
  expect(run.code).toBe(0);
});
