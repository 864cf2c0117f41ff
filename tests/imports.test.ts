import { globSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../packages/docket/tests/support/repository.ts';

const DOCKET = 'packages/docket/src';
const SITE = 'packages/starlight-docket';

/**
 * Who may import whom in `packages/docket/src`, as CONTRIBUTING.md says; what is not listed is forbidden. An entry is a
 * room or one file of it.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  records: [],
  rules: ['records', 'engine/define.ts'],
  engine: ['records', 'rules/index.ts'],
  evidence: ['records'],
  report: ['records'],
  io: ['records'],
  session: ['records', 'engine', 'rules', 'evidence', 'io'],
  exports: ['records', 'engine', 'evidence', 'report', 'io', 'session'],
  agents: ['session', 'report', 'records'],
  cli: ['session', 'report', 'records', 'agents'],
};

/** Rooms of the plugin; what stands beside them is what a user imports. */
const SITE_ROOMS = [
  'build',
  'client',
  'components',
  'markdown',
  'overrides',
  'project',
  'routes',
  'site',
  'styles',
  'views',
  'words',
];
/** Rooms that are tested without Astro, and so import only its types. */
const SITE_ROOMS_WITHOUT_ASTRO = ['views', 'client'];
/** Rooms that know Node, with the modules of it that they may import; `io` alone touches disk, processes and network. */
const NODE_MODULES: Readonly<Record<string, RegExp>> = {
  io: /^/,
  session: /^path$/,
  // Paths as text, streams as types, how text is styled, and the cache of what is compiled.
  cli: /^(?:path|stream|util|module)$/,
  // Streams as types.
  agents: /^stream$/,
};

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\b([^'"`;]*?)from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)\s*import\s*['"]([^'"]+)['"]/g;

interface Import {
  readonly file: string;
  readonly source: string;
  readonly typeOnly: boolean;
}

const docketFiles = filesOf(`${DOCKET}/**/*.ts`);
const siteFiles = filesOf(`${SITE}/{*.{ts,astro},{${SITE_ROOMS}}/**/*.{ts,astro}}`);
const docketImports = docketFiles.flatMap(importsIn);
const siteImports = siteFiles.flatMap(importsIn);

function filesOf(pattern: string): string[] {
  return globSync(pattern, { cwd: ROOT }).map((file) => file.split(path.sep).join('/'));
}

function importsIn(file: string): Import[] {
  return [...readFileSync(path.join(ROOT, file), 'utf8').matchAll(IMPORT)].map((match) => ({
    file,
    source: match[2] ?? match[3] ?? match[4] ?? '',
    typeOnly: /^\s*type\b/.test(match[1] ?? ''),
  }));
}

function roomOf(file: string, base: string): string {
  return file.slice(base.length + 1).split('/')[0] ?? '';
}

/** The file a relative import leads to, from the root of the repository; `undefined` for packages. */
function targetOf({ file, source }: Import): string | undefined {
  return source.startsWith('.')
    ? path.posix.join(path.posix.dirname(file), source.replace(/\?.*$/, ''))
    : undefined;
}

function told(imports: readonly Import[]): string[] {
  return imports.map(({ file, source }) => `${file} imports ${source}`);
}

function isAstro(source: string): boolean {
  return /^(?:astro|@astrojs\/)(?:[:/]|$)/.test(source) || source.startsWith('astro:');
}

test('every room is in its table, and was looked at', () => {
  const foldersOf = (base: string) =>
    readdirSync(path.join(ROOT, base), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !['node_modules', 'tests'].includes(entry.name))
      .map((entry) => entry.name);
  expect(foldersOf(DOCKET).sort()).toEqual(Object.keys(MAY_IMPORT).sort());
  expect(foldersOf(SITE).sort()).toEqual(SITE_ROOMS);
  for (const room of foldersOf(DOCKET)) {
    expect(docketFiles.some((file) => roomOf(file, DOCKET) === room)).toBe(true);
  }
  expect(docketImports.length).toBeGreaterThan(1000);
  expect(siteImports.length).toBeGreaterThan(500);
});

test('rooms import only whom they may', () => {
  const wrong = docketImports.filter((entry) => {
    const target = targetOf(entry);
    if (target === undefined || !target.startsWith(`${DOCKET}/`)) return false;
    const [from, to] = [roomOf(entry.file, DOCKET), roomOf(target, DOCKET)];
    const allowed = MAY_IMPORT[from] ?? [];
    return (
      from !== to && !allowed.includes(to) && !allowed.includes(target.slice(DOCKET.length + 1))
    );
  });
  expect(told(wrong)).toEqual([]);
});

test('rooms know only their part of Node, and no room of the command line knows Astro', () => {
  const wrong = docketImports.filter(
    ({ file, source }) =>
      isAstro(source) ||
      (source.startsWith('node:') &&
        NODE_MODULES[roomOf(file, DOCKET)]?.test(source.slice('node:'.length)) !== true),
  );
  expect(told(wrong)).toEqual([]);
});

test('what a page is made from knows no Astro', () => {
  const wrong = siteImports.filter(
    ({ file, source, typeOnly }) =>
      SITE_ROOMS_WITHOUT_ASTRO.includes(roomOf(file, SITE)) && isAstro(source) && !typeOnly,
  );
  expect(told(wrong)).toEqual([]);
});

test('a package leaves its folder only by the names of packages', () => {
  const leaves = (base: string) => (entry: Import) =>
    targetOf(entry)?.startsWith(`${base}/`) === false;
  expect(told(docketImports.filter(leaves(DOCKET)))).toEqual([
    `${DOCKET}/session/version.ts imports ../../package.json`,
  ]);
  expect(told(siteImports.filter(leaves(SITE)))).toEqual([]);
});

// Biome has a rule for this, which looks through all of `node_modules` and takes as long as all its others together.
test('a relative import names its file, with its ending', () => {
  const others = filesOf('{scripts,tests,bench,packages/*/tests}/**/*.ts');
  const all = [...docketImports, ...siteImports, ...others.flatMap(importsIn)];
  const relative = all.filter(({ source }) => /^\.{1,2}\//.test(source));
  const wrong = relative.filter((entry) => {
    const target = targetOf(entry);
    return !statSync(path.join(ROOT, target ?? ''), { throwIfNoEntry: false })?.isFile();
  });
  expect(told(wrong)).toEqual([]);
  expect(relative.length).toBeGreaterThan(1500);
});

test('there are no barrels', () => {
  const barrels = [...docketFiles, ...siteFiles].filter((file) =>
    /^export \* from/m.test(readFileSync(path.join(ROOT, file), 'utf8')),
  );
  expect(barrels).toEqual([]);
});
