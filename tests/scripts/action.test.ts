import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import packageJson from '../../packages/docket/package.json' with { type: 'json' };
import { patchedFiles } from '../../packages/docket/src/engine/examples.ts';
import { NEW_ADR } from '../../packages/docket/src/rules/support/example-base.ts';
import { GitRepo } from '../../packages/docket/tests/support/git-repo.ts';
import { packPackage } from '../../packages/docket/tests/support/installed-docket.ts';
import { ROOT } from '../../packages/docket/tests/support/repository.ts';
import { fakeGitHub } from './fake-github.ts';
import { readAction, runAction } from './run-action.ts';

let folder: string;
let tarball: string;

beforeAll(async () => {
  folder = await mkdtemp(`${tmpdir()}/docket-action-`);
  tarball = (await packPackage('docket', folder)).file;
}, 180_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

/** A repository with a pull request that makes a record unreadable to people, and a host that takes comments. */
async function pullRequest() {
  const repo = await GitRepo.create();
  await repo.write(Object.fromEntries(patchedFiles([])));
  const base = await repo.commit('Record the decisions');
  const text = Object.fromEntries(patchedFiles([]))[NEW_ADR] ?? '';
  await repo.write({ [NEW_ADR]: text.replace('status: Accepted', 'status: Acepted') });
  await repo.commit('Change a decision');
  const { github, comments } = await fakeGitHub({});
  const event = (fork: boolean) => ({
    repository: 'acme/shop',
    token: 'secret',
    event: {
      pull_request: {
        number: 7,
        body: 'Because of `$(exit 1)`.',
        base: { sha: base },
        head: { repo: { full_name: fork ? 'other/shop' : 'acme/shop' } },
      },
    },
  });
  const env = { GITHUB_API_URL: github.api, GITHUB_REPOSITORY: 'acme/shop' };
  return { repo, event, env, comments };
}

test('a pull request gets its findings by line, and one comment that is renewed', async () => {
  const { repo, event, env, comments } = await pullRequest();
  const first = await runAction(repo.root, { tarball }, event(false), env);
  expect(first.failed).toEqual(['Lint']);
  expect(first.steps.get('Lint')).toContain(`::error file=${NEW_ADR},line=4`);
  const sarif = JSON.parse(await readFile(first.outputs['sarif'] ?? '', 'utf8'));
  expect(sarif.runs[0].results[0].ruleId).toBe('status-known');
  expect(comments).toHaveLength(1);
  expect(comments[0]?.['body']).toMatch(/^<!-- docket-changes -->\n### Changes to the records\n/);
  expect(first.summary).toContain('### Changes to the records');
  expect([...first.steps.keys()]).not.toContain('Code scanning');

  await repo.git('revert', '--no-edit', 'HEAD');
  const second = await runAction(repo.root, { tarball }, event(false), env);
  expect(second.failed).toEqual([]);
  expect(comments).toHaveLength(1);
  expect(comments[0]?.['body']).toContain('No change to the records');
});

test('a pull request from a fork has its changes in the summary, and nothing is written', async () => {
  const { repo, event, env, comments } = await pullRequest();
  const { steps, summary } = await runAction(
    repo.root,
    { tarball, 'code-scanning': 'true' },
    event(true),
    env,
  );
  expect(comments).toEqual([]);
  expect(summary).toContain('### Changes to the records');
  expect([...steps.keys()]).not.toContain('Comment');
  expect(steps.get('Code scanning')).toContain('records.sarif');
});

test('without a pull request, the records are checked and nothing is compared', async () => {
  const { repo } = await pullRequest();
  const github = { repository: 'acme/shop', token: '', event: {} };
  const { steps, failed, outputs } = await runAction(repo.root, { tarball }, github, {});
  expect([...steps.keys()].slice(1)).toEqual(['Install', 'Lint']);
  expect(failed).toEqual(['Lint']);
  expect(outputs['changes']).toBe('');
});

test('the action installs the version it belongs to', async () => {
  const { inputs } = await readAction();
  expect(inputs['version']?.default).toBe(packageJson.version);
});

test('what the guide and the hooks name is the version of this repository', async () => {
  for (const file of ['src/content/docs/guides/pull-requests.md', '.pre-commit-hooks.yaml']) {
    const text = await readFile(path.join(ROOT, file), 'utf8');
    const versions = [...text.matchAll(/docket@v?(\d[\w.-]*)/g)].map(([, version]) => version);
    expect(new Set(versions), file).toEqual(new Set([packageJson.version]));
  }
});

test('what others write is data to every command', async () => {
  const { runs } = await readAction();
  for (const { run } of runs.steps) expect(run ?? '').not.toContain('${{');
});
