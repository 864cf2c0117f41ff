import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { ROOT } from './support/repository.ts';

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
  ]);
});

test('every step that runs something is a script of the package', () => {
  const { scripts } = z
    .object({ scripts: z.record(z.string(), z.string()) })
    .parse(JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')));
  const runs = steps.flatMap(({ where, run }) => (run === undefined ? [] : [{ where, run }]));
  expect(runs.length).toBeGreaterThan(15);
  for (const { where, run } of runs) {
    const [, script = ''] = /^npx --yes pnpm@12 ([\w:-]+)(?: [\w ./-]+)?$/.exec(run) ?? [];
    expect(Object.keys(scripts), `${where}: ${run}`).toContain(script);
  }
});

test('every action is pinned by a commit, and its version is written beside it', () => {
  const uses = workflows.flatMap(({ text }) => text.match(/uses: .*/g) ?? []);
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
    ({ on, steps: all }) => 'pull_request' in on && all.some(({ run }) => run !== undefined),
  );
  expect(own.map(({ where }) => where)).toEqual([
    'ci.yml: test',
    'ci.yml: records',
    'preview.yml: build',
  ]);
  for (const { permissions } of own) expect(permissions).toEqual({ contents: 'read' });
  expect(workflows.filter(({ on }) => 'pull_request_target' in on)).toEqual([]);
  const files = workflows.filter(({ on }) => 'pull_request' in on).map(({ text }) => text);
  for (const text of files) expect(text).not.toMatch(/secrets\.|github\.token/);
});

test('no checkout leaves its token behind, and the job with rights takes no code of a pull request', () => {
  const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
  expect(checkouts.length).toBeGreaterThan(5);
  for (const { where, with: given } of checkouts) {
    expect(given?.['persist-credentials'], where).toBe(false);
    if (where.startsWith('publish-preview')) expect(given).not.toHaveProperty('ref');
  }
});
