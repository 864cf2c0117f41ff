import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openSession } from 'docket/session';
import { expect, onTestFinished, test } from 'vitest';
import { replaceOutput } from '../../../docket/src/io/output-folder.ts';
import { repositoryPages } from '../../site/repository-pages.ts';
import { linkTo, resolveLink, resolveShown } from '../../views/references.ts';
import { inEnglish } from '../../words/english.ts';

const RECORD =
  '# 1. Use Redis\n\nDate: 2026-01-02\n\n## Status\n\nAccepted\n\n## Context\n\nSlow.\n\n## Decision\n\nRedis.\n';

async function repository(files: Readonly<Record<string, string>>): Promise<string> {
  const root = await mkdtemp(path.join(tmpdir(), 'docket-pages-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  for (const [name, text] of Object.entries({ 'docs/adr/0001-use-redis.md': RECORD, ...files })) {
    await mkdir(path.dirname(path.join(root, name)), { recursive: true });
    await writeFile(path.join(root, name), text);
  }
  return root;
}

async function pagesOf(files: Readonly<Record<string, string>>, folder = 'docs') {
  const root = await repository(files);
  return repositoryPages(await openSession({ root, runsCode: false }), folder);
}

test('Markdown that is no record has an address below `pages`, each file its own', async () => {
  const pages = await pagesOf({
    'docs/README.md': '# The *handbook*\n\nWords.\n',
    'docs/on-call/index.md': '---\ntitle: On call\n---\n\nWords.\n',
    'docs/on-call/README.md': 'Words.\n',
    'docs/on-call/Restart a node.md': 'Words.\n',
    'docs/on-call/restart-a-node.md': '# Restart\n',
    'docs/on-call.md': '# Calls\n',
    'docs/Größe (v1.2).md': '',
    'docs/..md': '',
    'docs/adr/README.md': '# What we decided\n',
    'docs/draft.md': '---\ndraft: true\n---\n',
    'docs/_part.md': '# Part\n',
    'docs/.hidden/a.md': '# Hidden\n',
    'docs/page.mdx': '# Code\n',
    'README.md': '# Outside the folder\n',
  });
  expect(
    Object.fromEntries(
      [...pages.byPath.values()].map(({ path, slug, title }) => [path, [slug, title]]),
    ),
  ).toEqual({
    'docs/README.md': ['pages', 'The handbook'],
    'docs/Größe (v1.2).md': ['pages/größe-v1-2', 'Größe (v1.2)'],
    'docs/adr/README.md': ['pages/adr', 'What we decided'],
    'docs/on-call.md': ['pages/on-call-2', 'Calls'],
    'docs/on-call/README.md': ['pages/on-call/readme', 'On call'],
    'docs/on-call/Restart a node.md': ['pages/on-call/restart-a-node', 'Restart a node'],
    'docs/on-call/index.md': ['pages/on-call', 'On call'],
    'docs/on-call/restart-a-node.md': ['pages/on-call/restart-a-node-2', 'Restart'],
  });
  expect(pages.byPath.get('docs/README.md')?.body.trim()).toBe('Words.');
});

test('menus list pages by folder, as their frontmatter says', async () => {
  const { menu } = await pagesOf({
    'docs/about.md': '# About\n',
    'docs/on-call/b.md': '---\ntitle: Z\nsidebar: { order: 1 }\n---\n',
    'docs/on-call/a.md': '---\ntitle: A long title\nsidebar:\n  label: A\n---\n',
    'docs/on-call/c.md': '---\ntitle: C\nsidebar: { hidden: true }\n---\n',
    'docs/on-call/odd.md': '---\ntitle: [1]\nsidebar: 7\n---\n',
  });
  expect(menu).toEqual([
    {
      label: 'On call',
      links: [
        { label: 'Z', path: '/pages/on-call/b/' },
        { label: 'A', path: '/pages/on-call/a/' },
        { label: 'Odd', path: '/pages/on-call/odd/' },
      ],
    },
    { label: 'Pages', links: [{ label: 'About', path: '/pages/about/' }] },
  ]);
});

test('links between pages and records lead to each other, and what a page shows is held', async () => {
  const root = await repository({
    'docs/README.md': '# Home\n\n![Map](art/map.png) [Sheet](costs.xlsx) [gone](none.md)\n',
    'docs/guides/deploy.md': '# Deploy\n\n<img src="../art/logo.svg">\n',
    'docs/art/map.png': '',
    'docs/art/logo.svg': '',
    'docs/art/unused.png': '',
    'docs/costs.xlsx': '',
  });
  const session = await openSession({ root, runsCode: false });
  const pages = repositoryPages(session, './docs/');
  const corpus = pages.around(session.corpus);
  const context = { corpus, pages, base: '/base/', repository: undefined, t: inEnglish };
  const record = corpus.byPath('docs/adr/0001-use-redis.md');
  const to = (url: string, from: string) => resolveLink(context, url, from);
  expect(to('../guides/deploy.md#a', 'docs/adr/0001-use-redis.md')).toEqual({
    kind: 'url',
    url: '/base/pages/guides/deploy/#a',
  });
  expect(to('../README.md', 'docs/guides/deploy.md')).toEqual({ kind: 'url', url: '/base/pages/' });
  expect(record && to('adr/0001-use-redis.md', 'docs/README.md')).toEqual({
    kind: 'record',
    link: record && linkTo('/base/', record),
  });
  expect([...(corpus.surroundings.shown ?? [])].sort()).toEqual([
    'docs/art/logo.svg',
    'docs/art/map.png',
  ]);
  expect(to('costs.xlsx', 'docs/README.md')).toEqual({
    kind: 'url',
    url: '/base/files/docs/costs.xlsx',
  });
  expect(resolveShown(context, '../art/logo.svg', 'docs/guides/deploy.md')).toEqual({
    kind: 'url',
    url: '/base/files/docs/art/logo.svg',
  });
});

test('the pages of a site that stands in the folder are none', async () => {
  const root = await repository({
    'docs/a.md': '# A\n',
    'built/b.md': '# B\n',
    'built/c/d.md': '',
  });
  replaceOutput(path.join(root, 'built'), path.join(root, 'docs/site'));
  const session = await openSession({ root, runsCode: false });
  expect([...repositoryPages(session, 'docs').byPath.keys()]).toEqual(['docs/a.md']);
});

test('nothing outside the repository becomes a page', async () => {
  const [root, outside] = [
    await repository({ 'docs/a.md': '# A\n\n![](link/b.png)\n' }),
    await repository({ 'secret.md': '# Secret\n', 'b.png': '' }),
  ];
  await symlink(path.join(outside, 'secret.md'), path.join(root, 'docs/secret.md'));
  await symlink(outside, path.join(root, 'docs/link'), 'junction');
  const session = await openSession({ root, runsCode: false });
  const pages = repositoryPages(session, 'docs');
  expect([...pages.byPath.keys()]).toEqual(['docs/a.md']);
  expect(pages.unread).toContain('docs/secret.md');
  expect(pages.around(session.corpus).surroundings.shown?.size).toBe(0);
  for (const folder of ['../elsewhere', 'docs/link', 'docs/a.md', 'nowhere']) {
    expect(() => repositoryPages(session, folder)).toThrow(
      `There is no folder \`${folder}\` inside`,
    );
  }
});
