import { execFile } from 'node:child_process';
import {
  appendFile,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NEW_ADR, OLD_ADR } from '../../src/rules/example-base.ts';
import { type FixtureRepo, fixtureRepo } from '../support/fixture-repo.ts';
import { type PackedDocket, packDocket } from '../support/packed-docket.ts';
import type { Run } from '../support/run-docket.ts';

const GUIDE = 'docs/guide.md';
const TEMPLATE = 'docs/adr/template.md';
const FORMATS = ['pretty', 'json', 'github', 'sarif', 'junit'];

/** What a replayed result is told by, once it has been put into what was kept. */
const SENTINEL = 'replayed\n';

/** Results are only kept of files that have been at rest for two seconds. */
const REST = 2100;

let packed: PackedDocket;

beforeAll(async () => {
  packed = await packDocket();
}, 60_000);

afterAll(() => packed[Symbol.asyncDispose]());

/** A repository with a finding, a link to another document, and a path in a folder that is not there. */
async function exampleRepo(): Promise<FixtureRepo> {
  const repo = await fixtureRepo([
    { add: GUIDE, text: '# Guide\n\nSee ADR-099.\n' },
    { add: 'notes.md', text: '# Notes\n\n## Here\n' },
    { add: 'hidden.md', text: '# Hidden\n\nSee ADR-098.\n' },
    { add: '.gitignore', text: 'hidden.md\n.cache\n' },
    { add: 'weight.ts', text: "export const weight = 'warning';\n" },
    {
      add: 'docket.config.ts',
      text: "import { weight } from './weight.ts';\nexport default { rules: { 'citation-target': process.env['WEIGHT'] ?? weight } };\n",
    },
    {
      change: NEW_ADR,
      from: 'Sticky routing',
      to: '[Notes](../../notes.md#here) on `infra/main.tf`. Sticky routing',
    },
  ]);
  // The cache makes this folder where it is missing, which is a change at the root.
  await mkdir(path.join(repo.root, '.cache'));
  await git(repo, 'init', '--quiet');
  return repo;
}

function git({ root }: FixtureRepo, ...args: string[]): Promise<unknown> {
  return promisify(execFile)('git', args, { cwd: root });
}

function lint(
  { root }: FixtureRepo,
  args: readonly string[] = [],
  env: NodeJS.ProcessEnv = {},
): Promise<Run> {
  return packed.run(['lint', ...args], { cwd: root, env });
}

/** What is kept for a repository, by file. */
async function keptIn({ root }: FixtureRepo): Promise<string[]> {
  const folder = path.join(root, '.cache/docket');
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => name.endsWith('.json')).map((name) => path.join(folder, name));
}

/** Puts the sentinel in the place of each output that is kept. */
async function mark(repo: FixtureRepo): Promise<void> {
  for (const file of await keptIn(repo)) {
    const kept = JSON.parse(await readFile(file, 'utf8')) as object;
    await writeFile(file, JSON.stringify({ ...kept, output: SENTINEL }));
  }
}

type Change = (repo: FixtureRepo) => Promise<void>;

const edit =
  (file: string, from: string, to: string): Change =>
  async ({ root }) => {
    const target = path.join(root, file);
    const text = await readFile(target, 'utf8');
    expect(text).toContain(from);
    await writeFile(target, text.replace(from, to));
  };

const write =
  (file: string, text: string): Change =>
  (repo) =>
    repo.write(file, text);
const remove =
  (file: string): Change =>
  ({ root }) =>
    rm(path.join(root, file), { recursive: true });

/** Moves a file or folder out of the repository and links to it. */
const linkOut =
  (file: string): Change =>
  async ({ root }) => {
    const outside = `${root}-outside`;
    await rename(path.join(root, file), outside);
    await symlink(outside, path.join(root, file));
  };

const BASELINE = {
  version: 1,
  findings: [
    {
      rule: 'citation-target',
      file: GUIDE,
      message: 'Unexpected citation of `ADR-099`, expected a record that exists',
      count: 1,
    },
  ],
};

const CHANGES: Readonly<Record<string, Change>> = {
  'the text of a record': edit(NEW_ADR, 'status: Accepted', 'status: Acepted'),
  'the text of a record, with size and time as before': async (repo) => {
    const target = path.join(repo.root, NEW_ADR);
    await edit(NEW_ADR, 'status: Accepted', 'status: Acceqted')(repo);
    await utimes(target, new Date('2026-01-01'), new Date('2026-01-01'));
  },
  'a new record': write('docs/adr/adr-003-new.md', '# New\n'),
  'a record that is gone': remove(OLD_ADR),
  'the template': edit(TEMPLATE, '## Context', '## Background\n\n## Context'),
  'a template that is gone': remove(TEMPLATE),
  'the configuration': edit('docket.config.ts', '?? weight', "?? 'error'"),
  'a configuration that is gone': remove('docket.config.ts'),
  'a file that the configuration imports': edit('weight.ts', 'warning', 'info'),
  'the target of a link': remove('notes.md'),
  'a heading that a link leads to': edit('notes.md', 'Here', 'There'),
  'a document with a citation': edit(GUIDE, 'ADR-099', 'ADR-002'),
  'a file without a citation': edit('weight.ts', "'warning';", "'warning'; // as ADR-097 says"),
  'a new document': write('deep/in/new.md', 'See ADR-096.\n'),
  'what Git ignores': write('.gitignore', 'hidden.md\n.cache\nguide.md\n'),
  'attributes that make a document binary': write('.gitattributes', 'guide.md binary\n'),
  'attributes outside the tree': write('.git/info/attributes', 'guide.md binary\n'),
  'a repository that is none any more': remove('.git'),
  'the baseline': write('docket-baseline.json', JSON.stringify(BASELINE)),
  'a folder at the root': async ({ root }) => {
    await mkdir(path.join(root, 'infra'));
  },
  'a record that is now a link': linkOut(NEW_ADR),
  'a folder that is now a link': linkOut('docs/adr'),
};

/** What is as it was, but for the environment. */
const ENVIRONMENTS: Readonly<Record<string, NodeJS.ProcessEnv>> = {
  'what the configuration takes from the environment': { WEIGHT: 'error' },
  'the day': { SOURCE_DATE_EPOCH: '0' },
  'the site': { DOCKET_SITE: 'https://docs.example.org' },
  colour: { NO_COLOR: undefined, FORCE_COLOR: '1' },
};

test('a result is given again where nothing has changed, and never where anything has', {
  timeout: 240_000,
}, async () => {
  await using stack = new AsyncDisposableStack();
  const cases: { name: string; repo: FixtureRepo }[] = [];
  for (const name of [...Object.keys(CHANGES), ...Object.keys(ENVIRONMENTS)]) {
    const repo = stack.use(await exampleRepo());
    stack.defer(() => rm(`${repo.root}-outside`, { recursive: true, force: true }));
    cases.push({ name, repo });
  }
  await wait(REST);
  const wrong: string[] = [];
  const work = async (): Promise<void> => {
    for (let next = cases.pop(); next; next = cases.pop()) {
      const { name, repo } = next;
      const before = await lint(repo);
      await mark(repo);
      const again = await lint(repo);
      if (again.stdout !== SENTINEL || again.code !== before.code) wrong.push(`${name}: not kept`);
      await CHANGES[name]?.(repo);
      const env = ENVIRONMENTS[name] ?? {};
      const after = await lint(repo, [], env);
      const fresh = await lint(repo, ['--no-cache'], env);
      expect(after, name).toEqual(fresh);
      if (after.stdout === before.stdout) wrong.push(`${name}: changes nothing`);
    }
  };
  await Promise.all([work(), work()]);
  expect(wrong).toEqual([]);
});

test('what is given again is what a run without the cache writes, in every format', {
  timeout: 60_000,
}, async () => {
  await using repo = await exampleRepo();
  await wait(REST);
  for (const format of FORMATS) {
    for (const more of [[], ['--quiet'], ['--color']]) {
      const args = ['--format', format, ...more];
      const fresh = await lint(repo, [...args, '--no-cache']);
      expect(await lint(repo, args)).toEqual(fresh);
      expect(await lint(repo, args)).toEqual(fresh);
    }
  }
  expect(await keptIn(repo)).toHaveLength(FORMATS.length * 3);
});

test('nothing is kept of a run that writes, compares or is told not to', {
  timeout: 60_000,
}, async () => {
  await using repo = await exampleRepo();
  await wait(REST);
  const env = { DOCKET_CACHE: 'off' };
  expect((await lint(repo, [], env)).code).toBe(0);
  for (const args of [['--no-cache'], ['--output', 'json=out.json'], ['--fix'], ['--changed']]) {
    await lint(repo, args);
  }
  expect(await keptIn(repo)).toEqual([]);
});

test('a cache that is broken, foreign or cannot be written is no obstacle', {
  timeout: 60_000,
}, async () => {
  await using repo = await exampleRepo();
  await wait(REST);
  const fresh = await lint(repo);
  const [file = ''] = await keptIn(repo);
  const kept = await readFile(file, 'utf8');
  const others = ['', '{', 'null', '{}', kept.slice(0, 200), kept.replace('"key":"', '"key":"x')];
  for (const text of [...others, JSON.stringify({ ...JSON.parse(kept), inputs: {} })]) {
    await writeFile(file, text);
    expect(await lint(repo)).toEqual(fresh);
  }
  await rm(path.join(repo.root, '.cache'), { recursive: true });
  await writeFile(path.join(repo.root, '.cache'), '');
  expect(await lint(repo)).toEqual(fresh);
});

test('another build of the command gives nothing again', { timeout: 60_000 }, async () => {
  await using repo = await exampleRepo();
  await wait(REST);
  const before = await lint(repo);
  await mark(repo);
  expect((await lint(repo)).stdout).toBe(SENTINEL);
  await appendFile(path.join(packed.folder, 'docket.js'), '\n');
  expect(await lint(repo)).toEqual(before);
});

test('a Node that is too old is told which one is needed', async () => {
  const old = `data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'20.19.5'}})`;
  const run = await packed.run(['lint'], { env: { NODE_OPTIONS: `--import=${old}` } });
  expect(run).toEqual({
    code: 2,
    stdout: '',
    stderr:
      'docket: Unexpected Node 20.19.5, expected 22.18 or newer; run it with `npx --package node@24 -- docket`, or install a newer Node\n',
  });
});
