import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { ROOT } from '../../docket/tests/support/repository.ts';
import { startDevServer } from './support/dev-server.ts';

const DOCKET = path.join(ROOT, 'packages/docket/src/cli/bin.ts');
const RECORD =
  '# 1. Use Redis\n\nDate: 2026-01-02\n\n## Status\n\nAccepted\n\n## Context\n\nSlow: [pages](../../guide/about.md).\n\n## Decision\n\nRedis.\n';

test('pages of the repository, and menus, follow each change while it is served', {
  timeout: 120_000,
}, async () => {
  const root = await mkdtemp(path.join(tmpdir(), 'docket-pages-dev-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const write = (name: string, text: string) => writeFile(path.join(root, name), text);
  await mkdir(path.join(root, 'docs/adr'), { recursive: true });
  await write('docs/adr/0001-use-redis.md', RECORD);
  await mkdir(path.join(root, 'guide'));
  await write('guide/about.md', '# About us\n\nSee [it](../docs/adr/0001-use-redis.md).\n');
  await write('docket.config.json', '{ "pages": "guide" }');
  const server = await startDevServer(root, [DOCKET, 'dev', '--root', root, '--port', '4471']);
  onTestFinished(() => server.stop());
  const eventually = (check: () => Promise<void>) =>
    vi.waitFor(check, { timeout: 20_000, interval: 100 });
  const textOf = async (address: string) => (await server.get(address)).text;

  const about = await textOf('/pages/about/');
  expect(about).toMatch(/<h1[^>]*>About us</);
  expect(about).toContain('<a href="/adr/0001-use-redis/" title="Use Redis">it</a>');
  expect(await textOf('/adr/0001-use-redis/')).toContain('href="/pages/about/"');

  // A page tells of the records that it names.
  await write('docs/adr/0001-use-redis.md', RECORD.replace('Use Redis', 'Use Valkey'));
  await eventually(async () =>
    expect(await textOf('/pages/about/')).toContain('title="Use Valkey">it</a>'),
  );

  await write('guide/about.md', '# About them\n');
  await write('guide/new.md', '# New here\n');
  await eventually(async () => {
    expect(await textOf('/pages/about/')).toMatch(/<h1[^>]*>About them</);
    expect(await textOf('/pages/new/')).toMatch(/<h1[^>]*>New here</);
    expect(await textOf('/log/')).toContain('href="/pages/new/"');
  });
  await rm(path.join(root, 'guide/new.md'));
  await eventually(async () => {
    expect((await server.get('/pages/new/')).status).toBe(404);
    expect(await textOf('/log/')).not.toContain('href="/pages/new/"');
  });
});
