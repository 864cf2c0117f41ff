import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ownPages } from '../../site/own-pages.ts';

test('hand-written pages are listed by their folders, as their frontmatter says', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'docket-own-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const page = (frontmatter: string) => `---\n${frontmatter}\n---\n\nText.\n`;
  const files = {
    'index.md': page('title: Home'),
    '404.md': page('title: Lost'),
    'about.mdx': page('title: About us'),
    'on-call/Restart.md': page('title: Restart a node'),
    'on-call/index.md': page('title: On call\nsidebar:\n  order: 1\n  label: Start here'),
    'on-call/draft.md': page('title: Draft\ndraft: true'),
    'on-call/hidden.md': page('title: Hidden\nsidebar: { hidden: true }'),
    'on-call/_part.md': page('title: Part'),
    'on-call/odd.md': 'No frontmatter.\n',
    'guides/write-an-adr.md': page('title: Listed anyway'),
    'guides/ours.md': page('title: Ours\nslug: guides/our-own'),
  };
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, 'content/docs', name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  expect(ownPages(folder)).toEqual([
    { label: 'Guides', links: [{ label: 'Ours', path: '/guides/our-own/' }] },
    {
      label: 'On call',
      links: [
        { label: 'Start here', path: '/on-call/' },
        { label: 'Restart a node', path: '/on-call/restart/' },
      ],
    },
    { label: 'Pages', links: [{ label: 'About us', path: '/about/' }] },
  ]);
  expect(ownPages(path.join(folder, 'nowhere'))).toEqual([]);
});
