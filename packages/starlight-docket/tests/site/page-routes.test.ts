import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { hostPages } from '../../site/host-pages.ts';
import { pageRoutes } from '../../site/page-routes.ts';

const NONE: ReadonlySet<string> = new Set();
const PREVIEW = { number: '42', base: 'main' };
const SHOP = { prefix: '', look: 'starlight', preview: undefined, reference: false } as const;
const DOCKET = { ...SHOP, look: 'docket' } as const;

const patterns = (...given: Parameters<typeof pageRoutes>) =>
  pageRoutes(...given).routes.map(({ pattern }) => pattern);

test('every page of Docket stands below the prefix', () => {
  const routes = patterns({ ...SHOP, prefix: 'decisions' }, NONE);
  expect(routes).toContain('/decisions');
  expect(routes).toContain('/decisions/log/[page]');
  expect(routes).toContain('/decisions/llms.txt');
  expect(routes.filter((route) => !/^\/decisions(?:\/|$)/.test(route))).toEqual([]);
  expect(routes.length).toBeGreaterThan(30);
});

test('the files of the routes are there', () => {
  for (const { entrypoint } of pageRoutes(DOCKET, NONE).routes)
    expect(existsSync(entrypoint.toString())).toBe(true);
});

test("only a site of Docket's look has a page for lost readers, and pages as Markdown", () => {
  const [shop, docket] = [patterns(SHOP, NONE), patterns({ ...DOCKET, prefix: 'd' }, NONE)];
  for (const pattern of ['/404', '/[...page].md']) {
    expect(shop).not.toContain(pattern);
    expect(docket).toContain(pattern);
  }
});

test('a preview has a page of its changes', () => {
  expect(patterns(SHOP, NONE)).not.toContain('/changes');
  expect(patterns({ ...SHOP, preview: PREVIEW }, NONE)).toContain('/changes');
});

test('a development server has a page of what the linter finds', () => {
  expect(patterns(SHOP, NONE)).not.toContain('/lint');
  expect(patterns({ ...SHOP, prefix: 'd', isDevelopment: true }, NONE)).toContain('/d/lint');
});

test('only a site that asks for them has pages of frontmatter and rules', () => {
  expect(patterns(SHOP, NONE).filter((pattern) => pattern.includes('reference'))).toEqual([]);
  expect(patterns({ ...SHOP, reference: true }, NONE)).toContain('/reference/rules/[rule]');
});

test('pages about what a site need not have say so', () => {
  const needs = new Map(
    pageRoutes(SHOP, NONE).routes.map((route) => [route.pattern, route.needs] as const),
  );
  expect([...new Set(needs.values())].sort()).toEqual([
    'agent-decisions',
    'calendar',
    'claims',
    'dates',
    'due',
    'files',
    'logs',
    'spec-folders',
    'tags',
    'trace',
    undefined,
  ]);
  expect([needs.get('/trace/[...page]'), needs.get('/log'), needs.get('/tags')]).toEqual([
    'trace',
    undefined,
    'tags',
  ]);
});

test('a page of the site wins, and is told', () => {
  const { routes, replaced } = pageRoutes(DOCKET, new Set(['', 'log', '404', 'about']));
  expect([...replaced].sort()).toEqual(['', '404', 'log']);
  const left = routes.map(({ pattern }) => pattern);
  expect(left).toContain('/log/[page]');
  expect(left).not.toContain('/');
  expect(pageRoutes({ ...SHOP, prefix: 'd' }, new Set(['', 'log'])).replaced).toEqual([]);
});

test('the pages of a site are found in its content and its routes', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'docket-host-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const file of [
    'content/docs/index.mdx',
    'content/docs/guides/Example.md',
    'content/docs/guides/index.md',
    'content/docs/_draft.md',
    'content/docs/picture.png',
    'content/i18n/en.json',
    'pages/404.astro',
    'pages/llms.txt.ts',
    'pages/[...slug].astro',
    'pages/_parts/list.astro',
  ]) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), '');
  }
  expect([...hostPages(folder)].sort()).toEqual([
    '',
    '404',
    'guides',
    'guides/example',
    'llms.txt',
  ]);
  expect(hostPages(path.join(folder, 'nowhere')).size).toBe(0);
});
