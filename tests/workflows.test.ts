import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { ROOT } from '../packages/docket/tests/support/repository.ts';

const step = z.object({
  uses: z.string().optional(),
  run: z.string().optional(),
  with: z.record(z.string(), z.unknown()).optional(),
});
const workflow = z.object({
  on: z.record(z.string(), z.unknown()),
  permissions: z.record(z.string(), z.string()),
  concurrency: z.object({ group: z.string() }),
  jobs: z.record(
    z.string(),
    z.object({
      'timeout-minutes': z.int().max(60),
      permissions: z.record(z.string(), z.string()),
      steps: z.array(step).min(1),
    }),
  ),
});

const workflows = globSync('.github/workflows/*.yml', { cwd: ROOT }).map((file) => {
  const text = readFileSync(path.join(ROOT, file), 'utf8');
  return { name: path.basename(file), text, ...workflow.parse(parse(text)) };
});
const jobs = workflows.flatMap(({ name, on, jobs: all }) =>
  Object.entries(all).map(([id, job]) => ({ where: `${name}: ${id}`, on, ...job })),
);
const steps = jobs.flatMap(({ where, steps: all }) => all.map((one) => ({ where, ...one })));

test('the workflows are those that the guide tells of', () => {
  expect(workflows.map(({ name }) => name).sort()).toEqual([
    'ci.yml',
    'deploy.yml',
    'links.yml',
    'preview.yml',
    'publish-preview.yml',
    'release.yml',
    'remove-preview.yml',
  ]);
});

test('every step that runs something is a script of the package', () => {
  const { scripts } = z
    .object({ scripts: z.record(z.string(), z.string()) })
    .parse(JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')));
  const runs = steps.flatMap(({ where, run }) => (run === undefined ? [] : [{ where, run }]));
  expect(runs.length).toBeGreaterThan(15);
  for (const { where, run } of runs) {
    const [, script = ''] = /^pnpm ([\w:-]+)(?: [\w ./-]+)?$/.exec(run) ?? [];
    expect(Object.keys(scripts), `${where}: ${run}`).toContain(script);
  }
});

test('every action is pinned by a commit, and its version is written beside it', () => {
  const action = readFileSync(path.join(ROOT, 'action.yml'), 'utf8');
  const uses = [action, ...workflows.map(({ text }) => text)]
    .flatMap((text) => text.match(/uses: .*/g) ?? [])
    .filter((use) => use !== 'uses: ./.github/actions/pnpm');
  expect(uses.length).toBeGreaterThan(10);
  for (const use of uses)
    expect(use).toMatch(/^uses: [\w-]+(?:\/[\w-]+)+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  // One commit for each action, wherever it is used.
  expect(new Set(uses).size).toBe(new Set(uses.map((use) => use.split('@')[0])).size);
});

test('nothing is permitted but where a job says so', () => {
  for (const { permissions } of workflows) expect(permissions).toEqual({});
});

test('a job that runs the code of a pull request can only read', () => {
  const own = jobs.filter(
    ({ on, steps: all }) =>
      'pull_request' in on && all.some(({ run, uses }) => run ?? uses?.startsWith('./')),
  );
  expect(own.map(({ where }) => where)).toEqual([
    'ci.yml: test',
    'ci.yml: records',
    'preview.yml: build',
  ]);
  for (const { permissions } of own) expect(permissions).toEqual({ contents: 'read' });
  const files = workflows.filter(({ on }) => 'pull_request' in on).map(({ text }) => text);
  for (const text of files) expect(text).not.toMatch(/secrets\.|github\.token/);
});

test('no checkout leaves its token behind, and the job with rights takes no code of a pull request', () => {
  const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
  expect(checkouts.length).toBeGreaterThan(5);
  for (const { where, with: given } of checkouts) {
    expect(given?.['persist-credentials'], where).toBe(false);
    if (where.startsWith('publish-preview')) expect(given).not.toHaveProperty('ref');
    if (where.startsWith('remove-preview'))
      expect(given?.['ref']).toMatch(/^\$\{\{ github\.event\.repository\.default_branch \}\}$/);
  }
});

test('a preview is removed when its pull request is closed, with nothing of the pull request but its number', () => {
  const targets = workflows.filter(({ on }) => 'pull_request_target' in on);
  expect(targets.map(({ name, on }) => [name, on])).toEqual([
    ['remove-preview.yml', { pull_request_target: { types: ['closed'] } }],
  ]);
  const text = targets[0]?.text ?? '';
  expect(text).not.toMatch(/download-artifact|head\.|head_ref/);
  expect(text.match(/github\.event\.[\w.]+/g)).toEqual([
    'github.event.number',
    'github.event.repository.default_branch',
    'github.event.number',
  ]);
});

test('pnpm is one version everywhere, held to its hash', () => {
  const read = (file: string): unknown => JSON.parse(readFileSync(path.join(ROOT, file), 'utf8'));
  const { packageManager } = z.object({ packageManager: z.string() }).parse(read('package.json'));
  const [, version = ''] =
    /^pnpm@(\d+\.\d+\.\d+)\+sha512\.[0-9a-f]{128}$/.exec(packageManager) ?? [];
  expect(version).not.toBe('');
  const pinned = z
    .object({
      packages: z.record(
        z.string(),
        z.object({ version: z.string().optional(), integrity: z.string().optional() }),
      ),
    })
    .parse(read('deploy/pnpm/package-lock.json')).packages;
  const programs = Object.entries(pinned).filter(([name]) => name !== '');
  expect(programs.map(([name]) => name)).toEqual([
    'node_modules/@pnpm/exe.linux-arm64',
    'node_modules/@pnpm/exe.linux-x64',
  ]);
  for (const [, program] of programs) {
    expect(program.version).toBe(version);
    expect(program.integrity).toMatch(/^sha512-/);
  }
  for (const { where, steps: all } of jobs) {
    if (!all.some(({ run }) => run !== undefined)) continue;
    expect(
      all.some(({ uses }) => uses === './.github/actions/pnpm'),
      where,
    ).toBe(true);
  }
  const texts = [
    ...workflows.map(({ text }) => text),
    ...['deploy/Containerfile', '.github/actions/pnpm/action.yml'].map((file) =>
      readFileSync(path.join(ROOT, file), 'utf8'),
    ),
  ];
  for (const text of texts) expect(text).not.toMatch(/\bnpx\b|pnpm@|\bnpm (?:install|i)\b/);
});

test('no package is taken on the day it appears, and nothing is merged unattended', () => {
  const workspace = z
    .object({ minimumReleaseAge: z.int().min(7 * 24 * 60) })
    .parse(parse(readFileSync(path.join(ROOT, 'pnpm-workspace.yaml'), 'utf8')));
  expect(workspace.minimumReleaseAge).toBe(7 * 24 * 60);
  const renovate = readFileSync(path.join(ROOT, '.github/renovate.json'), 'utf8');
  expect(renovate.match(/"automerge": \w+/g)).toEqual(['"automerge": false']);
});
