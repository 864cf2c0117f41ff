import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { declaresContent } from '../../scripts/lint/needs.ts';
import { tasks } from '../../scripts/lint/tasks.ts';

test('every check has a name of its own that needs no quotes on a command line', () => {
  const names = tasks.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names).toEqual(names.filter((name) => /^[a-z]+(-[a-z]+)*$/.test(name)));
});

test('no check takes success for a problem', () => {
  for (const { problemCodes } of tasks) {
    expect(problemCodes.length).toBeGreaterThan(0);
    expect(problemCodes).not.toContain(0);
  }
});

const files = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0');
const reader = (name: string) => {
  const inputs = tasks.find((task) => task.name === name)?.inputs;
  if (!inputs) throw new Error(`no inputs of ${name}`);
  return inputs;
};

test.each([
  ['code', 'src/records/status.ts', 'alone'],
  ['code', 'src/site/components/Header.astro', 'alone'],
  ['code', 'biome.json', 'shared'],
  ['code', 'package.json', 'shared'],
  ['code', 'tsconfig.json', 'shared'],
  ['types', 'src/records/status.ts', 'shared'],
  ['types', 'src/site/components/Header.astro', 'shared'],
  ['types', 'tsconfig.json', 'shared'],
  ['types', 'astro.config.mjs', 'shared'],
  ['types', 'README.md', undefined],
  ['model', 'src/records/status.ts', 'shared'],
  ['model', 'src/records/tsconfig.json', 'shared'],
  ['model', 'tsconfig.json', 'shared'],
  ['model', 'src/rules/index.ts', undefined],
  ['site-links', 'lychee.toml', 'shared'],
  ['markdown', '.markdownlint-cli2.jsonc', 'shared'],
  ['markdown', '.sdd/specification/template.md', 'alone'],
  ['markdown', 'src/content/docs/index.mdx', 'alone'],
  ['spelling', 'project-words.txt', 'shared'],
  ['spelling', 'cspell.config.yaml', 'shared'],
  ['spelling', 'README.md', 'alone'],
  ['spelling', 'src/records/status.ts', undefined],
])('%s reads %s: %s', (name, file, how) => {
  const { reads, each } = reader(name);
  const found = reads(file) ? (each?.(file) ? 'alone' : 'shared') : undefined;
  expect(found).toBe(how);
});

test('a check that judges some files alone judges every one of them that it reads', () => {
  for (const { name, inputs } of tasks) {
    const { reads, each } = inputs ?? {};
    if (!reads || !each) continue;
    const alone = files.filter(each);
    expect(alone.length, name).toBeGreaterThan(0);
    expect(
      alone.filter((file) => !reads(file)),
      name,
    ).toEqual([]);
  }
});

test('Biome looks at every file again where one comes or goes, since imports name files', () => {
  expect(reader('code').knowsNames).toBe(true);
});

test('every file that gives the content its types makes them anew', () => {
  const sources = files.filter((file) => /^(?:src\/.*\.[cm]?[jt]s|astro\.config\..*)$/.test(file));
  const declaring = sources.filter((file) =>
    /\b(?:defineCollection|defineLiveCollection|injectTypes|createSchema|AstroIntegration|StarlightPlugin|Loader)\b/.test(
      readFileSync(file, 'utf8'),
    ),
  );
  expect(declaring).toContain('src/content.config.ts');
  expect(declaring.filter((file) => !declaresContent(file))).toEqual([]);
});
