import { globSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../packages/docket/tests/support/repository.ts';

/** Who may import whom, as CONTRIBUTING.md says; what is not listed is forbidden. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  records: [],
  rules: ['records'],
  evidence: ['records', 'rules'],
  report: ['records'],
  io: ['records'],
  changes: ['records', 'rules', 'evidence', 'io'],
  cli: ['records', 'rules', 'evidence', 'report', 'io', 'changes'],
  site: ['records', 'rules', 'evidence', 'report', 'io', 'changes'],
  pages: ['records', 'io', 'site'],
};

const ROOMS_WITH_ASTRO = ['site', 'pages', 'content.config.ts'];
const ROOMS_WITH_NODE = ['io', 'cli', 'site', 'pages'];

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)\s*import\s*['"]([^'"]+)['"]/g;

interface Import {
  readonly file: string;
  readonly room: string;
  readonly source: string;
}

const files = filesOf('src/**/*.{ts,astro}');
const imports = files.flatMap(importsIn);

function filesOf(pattern: string): string[] {
  return globSync(pattern, { cwd: ROOT }).map((file) => file.split(path.sep).join('/'));
}

function importsIn(file: string): Import[] {
  return [...readFileSync(path.join(ROOT, file), 'utf8').matchAll(IMPORT)].map((match) => ({
    file,
    room: file.split('/')[1] ?? '',
    source: match[1] ?? match[2] ?? match[3] ?? '',
  }));
}

/** The room a relative import leads to; `undefined` for packages. */
function roomOf({ file, source }: Import): string | undefined {
  if (!source.startsWith('.')) return undefined;
  return path.posix.join(path.posix.dirname(file), source).split('/').slice(0, 2).join('/');
}

test('every room of src is in the table, and was looked at', () => {
  const folders = readdirSync(path.join(ROOT, 'src'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'content')
    .map((entry) => entry.name);
  const looked = new Set(imports.map(({ room }) => room));
  expect(folders.length).toBeGreaterThanOrEqual(7);
  for (const room of folders) {
    expect(Object.keys(MAY_IMPORT)).toContain(room);
    expect(looked).toContain(room);
  }
  expect(imports.length).toBeGreaterThan(300);
});

test('rooms import only whom they may', () => {
  const wrong = imports.filter((entry) => {
    const target = roomOf(entry);
    if (target === undefined || entry.room === 'content.config.ts') return false;
    const room = target.startsWith('src/') ? target.slice(4) : undefined;
    if (room === entry.room || room === undefined) return false;
    return !(MAY_IMPORT[entry.room] ?? []).includes(room);
  });
  expect(wrong.map(({ file, source }) => `${file} imports ${source}`)).toEqual([]);
});

test('the pure rooms know no Node and no Astro', () => {
  const wrong = imports.filter(({ room, source }) => {
    const isAstro = /^(?:astro|@astrojs\/)(?:[:/]|$)/.test(source) || source.startsWith('astro:');
    const isNode = source.startsWith('node:');
    return (
      (isAstro && !ROOMS_WITH_ASTRO.includes(room)) || (isNode && !ROOMS_WITH_NODE.includes(room))
    );
  });
  expect(wrong.map(({ file, source }) => `${file} imports ${source}`)).toEqual([]);
});

test('nothing leaves src for the rest of the repository, but the version', () => {
  const wrong = imports.filter((entry) => {
    const target = roomOf(entry);
    return target !== undefined && !target.startsWith('src/');
  });
  expect(wrong.map(({ file, source }) => `${file} imports ${source}`)).toEqual([
    'src/io/version.ts imports ../../package.json',
  ]);
});

// Biome has a rule for this, which looks through all of `node_modules` and takes as long as all its others together.
test('a relative import names its file, with its ending', () => {
  const others = filesOf('{scripts,tests,bench}/**/*.ts')
    // This one holds components as texts, which import one another in a folder that is not here.
    .filter((file) => file !== 'tests/scripts/types/components.ts');
  const all = [...imports, ...others.flatMap(importsIn)];
  const relative = all.filter(({ source }) => /^\.{1,2}\//.test(source));
  const wrong = relative.filter(
    ({ file, source }) =>
      !statSync(path.join(ROOT, path.dirname(file), source.replace(/\?.*$/, '')), {
        throwIfNoEntry: false,
      })?.isFile(),
  );
  expect(wrong.map(({ file, source }) => `${file} imports ${source}`)).toEqual([]);
  expect(relative.length).toBeGreaterThan(1500);
});

test('there are no barrels', () => {
  const barrels = files.filter((file) => {
    const text = readFileSync(path.join(ROOT, file), 'utf8');
    return /^export \* from/m.test(text);
  });
  expect(barrels).toEqual([]);
});
