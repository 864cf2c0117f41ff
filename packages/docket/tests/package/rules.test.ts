import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import type { BadExample } from '../../src/engine/define.ts';
import { patchedFiles } from '../../src/engine/examples.ts';
import { RULES } from '../../src/rules/index.ts';
import { OLD_ADR } from '../../src/rules/support/example-base.ts';
import { fixtureRepo } from '../support/fixture-repo.ts';
import { GitRepo } from '../support/git-repo.ts';
import { type PackedDocket, packDocket } from '../support/packed-docket.ts';
import { ROOT } from '../support/repository.ts';

let packed: PackedDocket;

beforeAll(async () => {
  packed = await packDocket();
}, 60_000);

afterAll(() => packed[Symbol.asyncDispose]());

interface LintJson {
  readonly diagnostics: readonly {
    readonly file: string;
    readonly rule: string;
    readonly line: number;
  }[];
}

test('the package holds JavaScript and its papers, and needs the parser only', async () => {
  const kinds = new Set(packed.files.map((file) => file.replace(/^lib\/.*\.js$/, 'lib/*.js')));
  expect([...kinds].sort()).toEqual([
    'LICENSE',
    'README.md',
    'docket.js',
    'lib/*.js',
    'package.json',
    'remark.js',
  ]);
  expect(await packed.run(['--version'])).toEqual({
    code: 0,
    stdout: `${packageJson.version}\n`,
    stderr: '',
  });
});

test('the packed command finds the records of this repository clean', async () => {
  const { code, stdout, stderr } = await packed.run(['lint', '--quiet'], { cwd: ROOT });
  expect(stderr).toBe('');
  expect(stdout).toMatch(/^No problems in \d+ files\n$/);
  expect(code).toBe(0);
});

test('the packed preset judges a record in remark', async () => {
  await using repo = await fixtureRepo([
    { change: OLD_ADR, from: '## Decision\n', to: '## Verdict\n' },
  ]);
  const at = (name: string): string =>
    JSON.stringify(pathToFileURL(path.join(ROOT, 'node_modules', name, 'index.js')).href);
  const file = path.join(repo.root, OLD_ADR);
  const { stdout, stderr } = await packed.runScript(`
    import { readFileSync } from 'node:fs';
    import { unified } from ${at('unified')};
    import parse from ${at('remark-parse')};
    import frontmatter from ${at('remark-frontmatter')};
    import { VFile } from ${at('vfile')};
    import preset, { docketPreset } from 'docket/remark';
    const file = new VFile({
      path: ${JSON.stringify(file)},
      cwd: ${JSON.stringify(repo.root)},
      value: readFileSync(${JSON.stringify(file)}),
    });
    const processor = unified().use(parse).use(frontmatter).use(preset);
    await processor.run(processor.parse(file), file);
    console.log(typeof docketPreset, file.messages.map(({ ruleId }) => ruleId).join(' '));
  `);
  expect(stderr).toBe('');
  expect(stdout).toMatch(/^function .*\bsection-missing\b/);
});

test('every rule is wired: the packed command finds a bad example of each where it is', {
  timeout: 240_000,
}, async () => {
  const missing: string[] = [];
  const waiting = [...RULES];
  const work = async (): Promise<void> => {
    for (let rule = waiting.pop(); rule; rule = waiting.pop()) {
      const example = rule.examples.bad.find(isPlain) ?? rule.examples.bad.find(hasHistory);
      const [wanted] = example?.finds ?? [];
      if (!example || !wanted) {
        missing.push(`${rule.id}: no example that needs no configuration`);
        continue;
      }
      const { stdout, stderr } = isPlain(example)
        ? await lintPlain(example)
        : await lintHistory(example);
      const { diagnostics } = JSON.parse(stdout || '{"diagnostics":[]}') as LintJson;
      const id = rule.id;
      if (!diagnostics.some(({ rule: found, line }) => found === id && line === wanted.line)) {
        missing.push(`${id}:${wanted.line} ${stderr}${JSON.stringify(diagnostics)}`);
      }
    }
  };
  await Promise.all([work(), work()]);
  expect(missing).toEqual([]);
  expect(RULES.length).toBeGreaterThanOrEqual(50);
});

function isPlain({ facts, options }: Example): boolean {
  return facts?.commits === undefined && options === undefined;
}

function hasHistory({ facts, options }: Example): boolean {
  return facts?.commits !== undefined && options === undefined;
}

type Example = BadExample & { readonly options?: unknown };

function lintEnv({ facts }: Example): NodeJS.ProcessEnv {
  if (facts?.today === undefined) return {};
  return { SOURCE_DATE_EPOCH: String(Date.parse(`${facts.today}T12:00:00Z`) / 1000) };
}

async function lintPlain(example: Example) {
  await using repo = await fixtureRepo(example.patches);
  const args = ['lint', '--root', repo.root, '--format', 'json'];
  return await packed.run(args, { env: lintEnv(example) });
}

/** Commits the history of an example in a real repository, and judges it from its first commit on. */
async function lintHistory(example: Example) {
  const { commits = [], branches = {} } = example.facts ?? {};
  const root = await mkdtemp(path.join(tmpdir(), 'docket-history-'));
  try {
    const repo = await GitRepo.at(root);
    let files: ReadonlyMap<string, string> = new Map();
    const step = async (next: ReadonlyMap<string, string>): Promise<void> => {
      const gone = [...files.keys()].filter((file) => !next.has(file));
      files = next;
      await repo.write({
        ...Object.fromEntries(gone.map((file) => [file, null])),
        ...Object.fromEntries(next),
      });
    };
    for (const [index, { subject, day, patches }] of commits.entries()) {
      await step(index === 0 ? patchedFiles(patches) : patchedFiles(patches, files));
      await repo.commit(subject, {}, { date: `${day}T12:00:00Z` });
      if (index === 0) await repo.git('branch', 'base');
    }
    for (const [branch, paths] of Object.entries(branches)) {
      await repo.git('switch', '--quiet', '-c', branch, 'base');
      await repo.commit(branch, Object.fromEntries(paths.map((file) => [file, 'x\n'])));
      await repo.git('switch', '--quiet', 'main');
    }
    await step(patchedFiles(example.patches));
    const args = ['lint', '--root', root, '--format', 'json', '--base', 'base'];
    return await packed.run(args, { env: lintEnv(example) });
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}
