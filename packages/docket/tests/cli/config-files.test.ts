import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { OLD_ADR } from '../../src/rules/support/example-base.ts';
import { type FixtureRepo, fixtureRepo } from '../support/fixture-repo.ts';
import { GitRepo } from '../support/git-repo.ts';
import { mainDocket } from '../support/main-docket.ts';

const badTag = { change: OLD_ADR, from: 'tags: [sessions]', to: 'tags: [Sessions]' } as const;

/** A configuration that leaves a file behind when it is run. */
const CANARY = `
import { writeFileSync } from 'node:fs';
writeFileSync(new URL('./ran', import.meta.url), '');
export default { rules: { 'tags-form': 'off' } };
`;

const hasRun = (repo: { readonly root: string }) => existsSync(path.join(repo.root, 'ran'));

const lint = async (repo: FixtureRepo, args: readonly string[] = [], env = {}) =>
  mainDocket(['lint', '--root', repo.root, ...args], env);

describe('docket.config.json', () => {
  test('sets what docket.config.ts may set', async () => {
    await using repo = await fixtureRepo([badTag]);
    await repo.write(
      'docket.config.json',
      '{\n  // Old tags.\n  "rules": { "tags-form": "off" }\n}\n',
    );
    expect(await lint(repo)).toMatchObject({ code: 0 });
  });

  test('is refused with file, line and column', async () => {
    await using repo = await fixtureRepo();
    await repo.write('docket.config.json', '{\n  "rules": {\n    "tags-form": "of"\n  }\n}\n');
    expect(await lint(repo)).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'docket: Invalid value in docket.config.json\n' +
        '  docket.config.json:3:5: rules.tags-form: expected `error`, `warning`, `info`, `off`, or an object\n' +
        'help: correct the key above; the guide "Configure the linter" lists what each may be\n',
    });
  });

  test('and docket.config.ts count together, each key in one of them', async () => {
    await using repo = await fixtureRepo([badTag]);
    await repo.write('docket.config.ts', "export default { rules: { 'tags-form': 'off' } };");
    await repo.write('docket.config.json', '{ "site": "https://docs.example.org" }');
    expect(await lint(repo)).toMatchObject({ code: 0 });
    await repo.write('docket.config.json', '{ "rules": {} }');
    const { code, stderr } = await lint(repo);
    expect(stderr).toContain('Both docket.config.json and docket.config.ts set `rules`');
    expect(code).toBe(2);
  });
});

test('a folder that the configuration names and that is not there is no folder without records', async () => {
  await using repo = await fixtureRepo();
  await repo.write('docket.config.json', '{ "paths": { "adr": "docs/adrs" } }');
  const { code, stderr } = await lint(repo);
  expect(stderr).toContain(
    'docket.config.json:1:14: paths.adr: there is no folder `docs/adrs` under',
  );
  expect(code).toBe(2);
  expect(await mainDocket(['list'], {}, repo.root)).toMatchObject({ code: 2 });
});

describe('code of the repository', () => {
  test.each([
    [['list']],
    [['doctor']],
    [['complete', '--', 'accept', '']],
    [['lint', '--explain', 'tags-form']],
    [['lint', '--no-config-code']],
    [['verify', '--no-config-code']],
  ])('`docket %s` runs none', async (args) => {
    await using repo = await fixtureRepo([badTag]);
    await repo.write('docket.config.ts', CANARY);
    await mainDocket(args, {}, repo.root);
    expect(hasRun(repo)).toBe(false);
  });

  test('`docket diff` runs none, of either moment', async () => {
    await using repo = await fixtureRepo([badTag]);
    await repo.write('docket.config.ts', CANARY);
    const git = await GitRepo.at(repo.root);
    await git.commit('start', {});
    await git.commit('go on', { 'docs/notes.md': 'Notes.\n' });
    const { code, stderr } = await mainDocket(['diff', 'HEAD~1', 'HEAD'], {}, repo.root);
    expect({ code, hasRun: hasRun(repo) }).toEqual({ code: 0, hasRun: false });
    expect(stderr).toContain('docket.config.ts was not run');
  });

  test('is run where somebody lints their own checkout', async () => {
    await using repo = await fixtureRepo([badTag]);
    await repo.write('docket.config.ts', CANARY);
    expect(await lint(repo)).toMatchObject({ code: 0, stderr: '' });
    expect(hasRun(repo)).toBe(true);
  });

  test('that is not run is told', async () => {
    await using repo = await fixtureRepo([badTag]);
    await repo.write('docket.config.ts', CANARY);
    const note =
      'Note: docket.config.ts was not run, so its settings do not apply here; those in docket.config.json do\n';
    expect(await lint(repo, ['--no-config-code'])).toMatchObject({ code: 1, stderr: note });
    expect(await mainDocket(['list'], {}, repo.root)).toMatchObject({ code: 0, stderr: note });
    const { stdout } = await mainDocket(['doctor'], {}, repo.root);
    expect(stdout).toContain('docket.config.ts (not run here)');
  });
});

describe('in a pipeline', () => {
  const event = (name: string | null) =>
    JSON.stringify({
      pull_request: { head: { repo: name === null ? null : { full_name: name } } },
    });

  test.each([
    ['a branch of the repository', 'pull_request', event('acme/platform'), true],
    ['a fork', 'pull_request', event('mallory/platform'), false],
    ['a fork, with rights', 'pull_request_target', event('mallory/platform'), false],
    ['a fork that is gone', 'pull_request', event(null), false],
    ['an event that cannot be read', 'pull_request', '{', false],
    ['a push', 'push', '{}', true],
  ])('of GitHub, %s', async (_, name, text, runs) => {
    await using repo = await fixtureRepo([badTag]);
    await repo.write('docket.config.ts', CANARY);
    await repo.write('event.json', text);
    await lint(repo, [], {
      GITHUB_EVENT_NAME: name,
      GITHUB_EVENT_PATH: path.join(repo.root, 'event.json'),
      GITHUB_REPOSITORY: 'acme/platform',
    });
    expect(hasRun(repo)).toBe(runs);
  });

  test.each([
    ['7', true],
    ['8', false],
  ])('of GitLab, a merge request of project %s to project 7', async (source, runs) => {
    await using repo = await fixtureRepo([badTag]);
    await repo.write('docket.config.ts', CANARY);
    await lint(repo, [], {
      CI_MERGE_REQUEST_PROJECT_ID: '7',
      CI_MERGE_REQUEST_SOURCE_PROJECT_ID: source,
    });
    expect(hasRun(repo)).toBe(runs);
  });
});
