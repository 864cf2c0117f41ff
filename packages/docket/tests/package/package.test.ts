import { readdirSync, readFileSync, statSync } from 'node:fs';
import { symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { referencePage, reportFolder } from '../../build/report.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { patchedFiles } from '../../src/engine/examples.ts';
import { RULES } from '../../src/rules/index.ts';
import { OLD_ADR } from '../../src/rules/support/example-base.ts';
import { fixtureRepo } from '../support/fixture-repo.ts';
import { GitRepo } from '../support/git-repo.ts';
import { type InstalledDocket, installDocket, run } from '../support/installed-docket.ts';
import { ROOT } from '../support/repository.ts';
import { unheardRules } from '../support/unheard-rules.ts';

let docket: InstalledDocket;

beforeAll(async () => {
  docket = await installDocket();
  const repo = await GitRepo.at(docket.folder);
  await repo.write({ '.gitignore': 'node_modules\n', ...Object.fromEntries(patchedFiles([])) });
  await repo.commit('Record the decisions', {}, { date: '2026-03-02T12:00:00Z' });
}, 180_000);

afterAll(() => docket[Symbol.asyncDispose]());

const inFolder = (file: string): string => path.join(docket.folder, file);

test('the tarball holds JavaScript, declarations, schemas and papers', () => {
  const kinds = new Set(
    docket.tarball.contents.map((file) =>
      file.replace(/^dist\/lib\/.*\.js$/, 'dist/lib/*.js').replace(/^schemas\/.*/, 'schemas/*'),
    ),
  );
  expect([...kinds].sort()).toEqual([
    'LICENSE',
    'README.md',
    'dist/browser-records.d.ts',
    'dist/browser-records.js',
    'dist/config.d.ts',
    'dist/config.js',
    'dist/docket.js',
    'dist/lib/*.js',
    'dist/lib/shared.d.ts',
    'dist/licences.txt',
    'dist/records.d.ts',
    'dist/records.js',
    'dist/remark.d.ts',
    'dist/remark.js',
    'dist/session.d.ts',
    'dist/session.js',
    'package.json',
    'schemas/*',
  ]);
});

test('installed, it is small', (context) => {
  const files = readdirSync(inFolder('node_modules'), { recursive: true, withFileTypes: true });
  const bytes = files.reduce(
    (sum, file) => sum + (file.isFile() ? statSync(path.join(file.parentPath, file.name)).size : 0),
    0,
  );
  const { packages } = JSON.parse(readFileSync(inFolder('package-lock.json'), 'utf8')) as {
    packages: Record<string, unknown>;
  };
  const installed = Object.keys(packages).filter((name) => name !== '');
  const present = installed.filter((name) => statSync(inFolder(name), { throwIfNoEntry: false }));
  const size = `${(bytes / 1e6).toFixed(1)} MB in ${present.length} packages`;
  void context.annotate(size);
  expect(bytes, size).toBeLessThan(30e6);
  expect(present.length, size).toBeLessThanOrEqual(40);
  expect(present).toContain('node_modules/docket');
});

test('npx finds the commands, and they do their work in a repository that is not ours', async () => {
  expect(await docket.npx('--version')).toEqual({
    code: 0,
    stdout: `${packageJson.version}\n`,
    stderr: '',
  });
  const lint = await docket.npx('lint');
  expect(lint).toEqual({
    code: 0,
    stdout: expect.stringMatching(/^No problems in \d+ files\n$/),
    stderr: '',
  });
  const verify = await docket.npx('verify');
  expect(verify.stdout).toMatch(/\d+ claims in 1 record: \d+ verified, 0 contradicted/);
  const list = await docket.npx('list');
  expect(list).toMatchObject({ code: 0, stdout: expect.stringContaining('ADR-001') });
  const made = await docket.npx('new', 'adr', 'Queue for background jobs');
  const [, file = ''] = /^created (.*)$/m.exec(made.stdout) ?? [];
  expect(file).toMatch(/^docs\/adr\/adr-\d{3}-queue-for-background-jobs\.md$/);
  expect(readFileSync(inFolder(file), 'utf8')).toContain('Queue for background jobs');
});

test('it sets up a repository, which it then finds clean', async () => {
  const repo = await GitRepo.create();
  await repo.commit('start', { 'package.json': '{}\n', '.github/CODEOWNERS': '* @team\n' });
  const run = await docket.run(['init', '--yes'], { cwd: repo.root });
  expect(run).toMatchObject({ code: 0, stderr: expect.stringContaining('Next: commit') });
  expect(await repo.git('status', '--short', '--untracked-files=all')).toBe(
    [
      ' M package.json',
      '?? .github/workflows/decisions.yml',
      '?? docs/adr/adr-001-record-architecture-decisions.md',
      '?? docs/adr/template.md',
    ].join('\n'),
  );
  expect(await docket.run(['lint'], { cwd: path.join(repo.root, 'docs/adr') })).toEqual({
    code: 0,
    stdout: 'No problems in 1 file\n',
    stderr: '',
  });
});

test('a configuration in TypeScript imports `docket/config` where the package is installed', async () => {
  const code = `import { defineConfig } from 'docket/config';
export default defineConfig({ rules: { 'title-length': { severity: 'error', options: { maximum: 10 } } } });
`;
  await writeFile(inFolder('docket.config.ts'), code);
  const { code: exit, stdout, stderr } = await docket.npx('lint', '--rule', 'title-length');
  expect(stderr).toBe('');
  expect(stdout).toContain('title-length');
  expect(exit).toBe(1);

  await using elsewhere = await fixtureRepo();
  await elsewhere.write('docket.config.ts', code);
  expect(await docket.run(['lint', '--root', elsewhere.root])).toMatchInlineSnapshot(`
    {
      "code": 2,
      "stderr": "docket: docket.config.ts imports the package \`docket\`, which is not installed in this repository
    help: run \`npm install --save-dev docket\`, or write the configuration as docket.config.json, which imports nothing
    ",
      "stdout": "",
    }
  `);
});

test('on a Node that is too old, the command says in one sentence what to do', async () => {
  const old = 'Object.defineProperty(process.versions, "node", { value: "20.19.5" })';
  const bin = inFolder('node_modules/docket/dist/docket.js');
  const args = ['--import', `data:text/javascript,${encodeURIComponent(old)}`, bin, 'lint'];
  expect(await run(process.execPath, args)).toEqual({
    code: 2,
    stdout: '',
    stderr:
      'docket: Docket needs Node 22.18 or newer, but this is Node 20.19.5: install a newer Node, or run `npx --package node@24 --package docket -- docket`\n',
  });
});

test('the API report is what was built', () => {
  for (const file of docket.tarball.contents.filter((name) => name.endsWith('.d.ts'))) {
    const built = readFileSync(inFolder(`node_modules/docket/${file}`), 'utf8');
    const reported = path.join(reportFolder, path.relative('dist', file));
    expect(built, 'run `pnpm generate` to renew it').toBe(readFileSync(reported, 'utf8'));
  }
});

test('the examples of the reference page fit the declarations, which stand on their own', async () => {
  const examples = [...referencePage().text.matchAll(/^```ts\n([\s\S]*?)^```/gm)];
  const files = examples.map((_match, index) => `example-${index}.mts`);
  expect(files.length).toBeGreaterThanOrEqual(4);
  for (const [index, [, code = '']] of examples.entries()) {
    await writeFile(inFolder(`example-${index}.mts`), code);
  }
  await writeFile(
    inFolder('wrong.ts'),
    `import { defineConfig } from 'docket/config';
// @ts-expect-error a rule has no such severity
defineConfig({ rules: { 'title-length': 'fatal' } });
`,
  );
  await symlink(path.join(ROOT, 'node_modules/@types/node'), inFolder('node_modules/@types/node'));
  const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2024'];
  const tsc = path.join(ROOT, 'node_modules/typescript-native/bin/tsc');
  const args = [tsc, '--ignoreConfig', ...options, '--types', 'node', ...files, 'wrong.ts'];
  expect(await run(process.execPath, args, { cwd: docket.folder })).toEqual({
    code: 0,
    stdout: '',
    stderr: '',
  });
});

test('publint and attw find nothing in the tarball', async () => {
  const { file } = docket.tarball;
  const bin = (name: string): string => path.join(ROOT, 'node_modules', name);
  const publint = await run(process.execPath, [bin('publint/src/cli.js'), 'run', file, '--strict']);
  expect(publint).toMatchObject({ code: 0, stdout: expect.stringContaining('All good!') });
  const attw = bin('@arethetypeswrong/cli/dist/index.js');
  const types = await run(process.execPath, [attw, file, '--profile', 'esm-only', '--no-emoji']);
  expect(types.code, types.stdout).toBe(0);
  expect(types.stdout).toContain('"docket/session"');
});

test('the installed command finds the records of this repository clean', async () => {
  const { code, stdout, stderr } = await docket.run(['lint', '--quiet'], { cwd: ROOT });
  expect(stderr).toBe('');
  expect(stdout).toMatch(/^No problems in \d+ files\n$/);
  expect(code).toBe(0);
});

test('the installed preset judges a record in remark', async () => {
  await using repo = await fixtureRepo([
    { change: OLD_ADR, from: '## Decision\n', to: '## Verdict\n' },
  ]);
  const at = (name: string): string =>
    JSON.stringify(pathToFileURL(path.join(ROOT, 'node_modules', name, 'index.js')).href);
  const file = path.join(repo.root, OLD_ADR);
  const { stdout, stderr } = await docket.runScript(`
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

test('every rule is wired: the installed command finds a bad example of each where it is', {
  timeout: 240_000,
}, async () => {
  expect(await unheardRules(docket)).toEqual([]);
  expect(RULES.length).toBeGreaterThanOrEqual(50);
});
