import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { NEW_ADR } from '../../src/rules/support/example-base.ts';
import { callDocket } from '../support/call-docket.ts';
import { type FixtureRepo, fixtureRepo } from '../support/fixture-repo.ts';
import { GitRepo } from '../support/git-repo.ts';

const SCRIPT = '<script src="https://example.com/x.js"></script>';
const CONFIG = 'docket.config.json';

const unsafe = (before = '') => ({
  change: NEW_ADR,
  from: '## Decision\n',
  to: `${before}${SCRIPT}\n\n## Decision\n`,
});

const waiver = (rule = 'html-unsafe') =>
  JSON.stringify({
    waivers: [{ rule, files: ['docs/adr/**'], reason: 'A sandbox of its own' }],
  });

async function lint(repo: { readonly root: string }, ...args: readonly string[]) {
  const { stdout, stderr, code } = await callDocket(['lint', '--format', 'json', ...args], {
    cwd: repo.root,
  });
  if (stdout === '') return { code, rules: [], waived: [], stderr };
  const { diagnostics, waived } = JSON.parse(stdout) as {
    diagnostics: { rule: string }[];
    waived: { rule: string; file: string; line: number; reason: string }[];
  };
  return { code, rules: diagnostics.map(({ rule }) => rule), waived, stderr };
}

/** The repository on `main` with a configuration, and on a branch with an unsafe record. */
async function branched(
  repo: FixtureRepo,
  onMain: string | undefined,
  onBranch: string | undefined,
) {
  const git = await GitRepo.at(repo.root);
  await git.commit('start', onMain === undefined ? {} : { [CONFIG]: onMain });
  await git.git('switch', '--quiet', '-c', 'topic');
  const text = await readFile(path.join(repo.root, NEW_ADR), 'utf8');
  const { from, to } = unsafe();
  await git.commit('unsafe', {
    [NEW_ADR]: text.replace(from, to),
    ...(onBranch !== undefined && { [CONFIG]: onBranch }),
  });
  return git;
}

test('a comment does not silence a security rule, and is told so', async () => {
  const comment = '<!-- docket-disable-next-line html-unsafe -- it is fine -->\n';
  await using repo = await fixtureRepo([unsafe(comment)]);
  const { rules } = await lint(repo);
  expect(rules.sort()).toEqual(['disable-reason', 'html-unsafe']);
});

test('nor do the settings of the repository', async () => {
  await using repo = await fixtureRepo([unsafe()]);
  await repo.write(CONFIG, '{ "rules": { "html-unsafe": "off" } }');
  const { code, stderr } = await lint(repo);
  expect(stderr).toContain(
    'docket.config.json:1:14: rules.html-unsafe: `html-unsafe` is a security rule',
  );
  expect(code).toBe(2);
});

test('nor the baseline, which does not take such a finding in either', async () => {
  await using repo = await fixtureRepo([unsafe()]);
  const { stdout } = await callDocket(['lint', '--update-baseline'], { cwd: repo.root });
  expect(stdout).toContain('Left out: 1 finding;');
  const finding = {
    rule: 'html-unsafe',
    file: NEW_ADR,
    message: 'Unexpected element `<script>`, expected none that can run or load code',
    count: 1,
  };
  await repo.write('docket-baseline.json', JSON.stringify({ version: 1, findings: [finding] }));
  expect((await lint(repo)).rules).toContain('html-unsafe');
});

test('a waiver of the default branch lets a finding stand, and is shown with its reason', async () => {
  await using repo = await fixtureRepo();
  await branched(repo, waiver(), waiver());
  const { code, rules, waived } = await lint(repo);
  expect({ code, rules }).toEqual({ code: 0, rules: [] });
  expect(waived).toMatchObject([
    { rule: 'html-unsafe', file: NEW_ADR, line: 52, reason: 'A sandbox of its own' },
  ]);
  const { stdout } = await callDocket(['lint'], { cwd: repo.root });
  expect(stdout).toContain(`Waived html-unsafe at ${NEW_ADR}:52: Unexpected element`);
  expect(stdout).toContain('(A sandbox of its own)');
});

test('a waiver that the branch itself brings does not count', async () => {
  await using repo = await fixtureRepo();
  const git = await branched(repo, undefined, waiver());
  expect(await lint(repo)).toMatchObject({ code: 1, rules: ['html-unsafe'] });
  // Not even under another name of the branch that only this clone has.
  await git.git('update-ref', 'refs/remotes/origin/main', 'main');
  await git.git('branch', '--quiet', '--force', 'main', 'topic');
  expect(await lint(repo)).toMatchObject({ code: 1, rules: ['html-unsafe'] });
});

test('a waiver is for one rule and some files', async () => {
  await using repo = await fixtureRepo();
  await branched(repo, waiver('link-scheme'), undefined);
  expect(await lint(repo)).toMatchObject({ code: 1, rules: ['html-unsafe'] });
});

test('where the default branch is not in the clone, nothing is waived and the reason is told', async () => {
  await using repo = await fixtureRepo();
  const git = await branched(repo, waiver(), waiver());
  await git.git('branch', '--quiet', '-D', 'main');
  expect(await lint(repo)).toMatchObject({
    code: 1,
    rules: ['html-unsafe'],
    stderr: expect.stringMatching(
      /^Note: waivers were not read: nothing here tells which branch is the default branch; run `git/,
    ),
  });
});

test('outside a repository the file itself counts', async () => {
  await using repo = await fixtureRepo([unsafe()]);
  await repo.write(CONFIG, waiver());
  expect(await lint(repo)).toMatchObject({ code: 0, rules: [] });
});

test('a waiver for what is no security rule is refused with its place', async () => {
  await using repo = await fixtureRepo();
  await repo.write(CONFIG, waiver('html-unsaf'));
  expect((await lint(repo)).stderr).toContain(
    'docket.config.json:1:14: waivers.0.rule: there is no rule `html-unsaf`; did you mean `html-unsafe`?',
  );
  await repo.write(CONFIG, waiver('title-length'));
  expect(await lint(repo)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('`title-length` is not a security rule'),
  });
});

test('where a gate keeps other rules out, no comment for them is called unused', async () => {
  const comment = '<!-- docket-disable-next-line link-target -- moves next week -->\n';
  const markers = '<<<<<<< main\na\n=======\nb\n>>>>>>> topic\n\n';
  await using repo = await fixtureRepo([
    {
      change: NEW_ADR,
      from: '## Decision\n',
      to: `${comment}[x](nowhere.md)\n\n${markers}## Decision\n`,
    },
  ]);
  expect(new Set((await lint(repo)).rules)).toEqual(new Set(['merge-markers']));
});

test('a branch of a remote that only its name speaks for waives nothing where it is checked out', async () => {
  await using repo = await fixtureRepo();
  const git = await branched(repo, undefined, waiver());
  await git.git('branch', '--quiet', '-m', 'topic', 'trunk');
  await git.git('switch', '--quiet', 'main');
  const clone = await git.clone('--single-branch', '--branch', 'trunk', '--depth', '1');
  expect(await lint(clone)).toMatchObject({ code: 1, rules: ['html-unsafe'] });
});

test('a usual name on a remote whose default branch nobody names waives nothing', async () => {
  await using repo = await fixtureRepo();
  const git = await branched(repo, undefined, undefined);
  await git.git('branch', '--quiet', '-m', 'main', 'develop');
  // As anybody may who can push.
  await git.git('switch', '--quiet', '-c', 'main');
  await git.commit('Waive', { [CONFIG]: waiver() });
  await git.git('switch', '--quiet', 'topic');
  const clone = await git.clone();
  await clone.git('remote', 'set-head', 'origin', '--delete');
  expect(await lint(clone)).toMatchObject({ code: 1, rules: ['html-unsafe'] });
});
