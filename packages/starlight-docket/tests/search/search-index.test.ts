import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { openSearchIndex } from '../../build/search/search-index.ts';

const page = (title: string, body: string, attributes = ' data-pagefind-body') =>
  `<!doctype html><html lang="en"><head><title>${title} · Site</title></head><body><nav>Menu</nav><main${attributes}><h1>${title}</h1>${body}<footer>Related</footer></main></body></html>`;

test('a page is found by what it says, and not by its menu or its footer', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'docket-search-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const index = await openSearchIndex();
  await index.add('/adr/one/', page('One', '<p>Keys are kept in a vault.</p>'));
  await index.add('/hidden/', page('Hidden', '<p>Nothing.</p>', ''));
  await index.add('/404', '<html><body><p>Gone</p></body></html>');
  expect(await index.write(path.join(folder, 'pagefind'))).toBe(1);

  const fragments = path.join(folder, 'pagefind/fragment');
  const [name = '', ...others] = await readdir(fragments);
  expect(others).toEqual([]);
  const text = gunzipSync(await readFile(path.join(fragments, name))).toString();
  const { url, content, meta } = JSON.parse(text.slice(text.indexOf('{'))) as {
    url: string;
    content: string;
    meta: { title: string };
  };
  expect({ url, content, title: meta.title }).toEqual({
    url: '/adr/one/',
    content: 'One. Keys are kept in a vault.',
    title: 'One',
  });
  expect(await readdir(path.join(folder, 'pagefind'))).not.toContain('pagefind-ui.js');
});
