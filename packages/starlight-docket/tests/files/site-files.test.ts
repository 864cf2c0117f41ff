import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Published, publishedText } from 'docket/records';
import { digestText } from 'docket/session';
import { expect, onTestFinished, test } from 'vitest';
import { redirectHtml } from '../../build/files/redirect-html.ts';
import { serveFiles } from '../../build/files/serve-files.ts';
import { siteFiles } from '../../build/files/site-files.ts';
import { writeFiles } from '../../build/files/write-files.ts';
import { inEnglish } from '../../words/english.ts';
import { exampleContext } from '../site-context.ts';

const site = new URL('https://docs.example.org');

test('each record has its Markdown, its JSON and its short address', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'docket-files-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const model = exampleContext();
  const files = siteFiles(model, site);
  expect(files).toHaveLength(model.corpus.records.length * 3 + 3);
  expect(new Set(files.map((file) => file.path)).size).toBe(files.length);

  writeFiles(files, folder);
  const read = (file: string) => readFile(path.join(folder, file), 'utf8');
  expect(await read('adr/adr-001-keep-sessions-in-memory.md')).toContain('## Context');
  expect(JSON.parse(await read('api/records/ADR-001.json'))).toMatchObject({
    record: {
      id: 'ADR-001',
      url: 'https://docs.example.org/base/adr/adr-001-keep-sessions-in-memory/',
    },
  });
  expect(await read('adr/index.html')).toContain('content="0;url=/base/log/"');
  expect(await read('specs/index.html')).toContain('content="0;url=/base/trace/"');
  expect(await read('provenance/index.html')).toContain('content="0;url=/base/trace/"');
  expect(await read('adr/001/index.html')).toContain(
    'content="0;url=/base/adr/adr-001-keep-sessions-in-memory/"',
  );
});

test('the text of a decision stands on the site once, unless links in it had to be changed', () => {
  const files = siteFiles({ ...exampleContext(), findings: [] }, site);
  const read = (name: string) => String(files.find((file) => file.path === name)?.content());
  const { records } = JSON.parse(read('api/published.json')) as Published;
  for (const { sha256, text } of records)
    expect(digestText(read(text ?? publishedText(sha256)))).toBe(sha256);
  const changed = records.filter(({ text }) => text === undefined).map(({ path }) => path);
  expect(changed).toEqual(['docs/adr/adr-002-keep-sessions-in-redis.md']);
  expect(records.length).toBeGreaterThan(1);
  expect(files.filter((file) => file.path.startsWith('api/texts/'))).toHaveLength(1);
});

test('folders of records that there are none of have no page', () => {
  const { corpus, ...model } = exampleContext();
  const records = corpus.records.filter(({ kind }) => kind === 'adr');
  const paths = siteFiles({ ...model, corpus: { ...corpus, records } }, site).map(
    (file) => file.path,
  );
  expect(paths).toContain('adr/index.html');
  expect(paths).not.toContain('specs/index.html');
  expect(paths).not.toContain('provenance/index.html');
});

test('a title cannot break out of the page of a short address', () => {
  const target = { name: 'ADR-001: </title><script>"&', url: '/adr/a"b/' };
  const html = redirectHtml(inEnglish, target, '/team/', undefined);
  expect(html).not.toContain('<script>');
  expect(html).toContain('<title>ADR-001: &lt;/title&gt;&lt;script&gt;&quot;&amp;</title>');
  expect(html).toContain('href="/adr/a&quot;b/"');
  expect(html).toContain('<link rel="icon" href="/team/favicon.svg">');
});

test('the development server serves what a build would write, and leaves the rest to others', async () => {
  const serve = serveFiles(() => siteFiles(exampleContext(), site), '/base/');
  const server = createServer((request, response) =>
    serve(request, response, () => response.writeHead(404).end()),
  ).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const get = (address: string) => fetch(`http://127.0.0.1:${port}${address}`);

  const json = await get('/base/api/records/ADR-001.json?x=1');
  expect(json.headers.get('content-type')).toBe('application/json');
  expect(await json.json()).toMatchObject({ version: 1 });
  const short = await get('/base/adr/001/');
  expect(short.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect((await get('/base/adr/999/')).status).toBe(404);
  expect((await get('/base/adr/%E0%A4%A/')).status).toBe(404);
  expect((await get('/base/')).status).toBe(404);
});
