import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Patch } from '../../docket/src/engine/define.ts';
import { patchedFiles } from '../../docket/src/engine/examples.ts';
import { NEW_ADR, OLD_ADR } from '../../docket/src/rules/support/example-base.ts';
import { buildSite } from './support/site-build.ts';

const MINUTES = 60_000;

/** Builds the example repository, changed by patches, in a temporary folder. */
async function build(...patches: Patch[]) {
  const folder = await mkdtemp(path.join(tmpdir(), 'docket-site-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const root = path.join(folder, 'repository');
  for (const [name, text] of patchedFiles(patches)) {
    await mkdir(path.dirname(path.join(root, name)), { recursive: true });
    await writeFile(path.join(root, name), text);
  }
  return buildSite(root, { DOCKET_BASE: '/deep/base', DOCKET_SITE: 'https://docs.example.org' });
}

test('a repository of records becomes a site under its base', {
  timeout: 3 * MINUTES,
}, async () => {
  const { code, output, dist } = await build({
    change: NEW_ADR,
    from: '### What was tried\n',
    to: '```mermaid\nflowchart TD\n  Shop --> Redis\n```\n\n```mermaid\npie\n  "Redis" : 99.95\n```\n\n### What was tried\n',
  });
  expect(output).toContain('Complete!');
  expect(code).toBe(0);
  const page = (name: string) => readFile(path.join(dist, name, 'index.html'), 'utf8');

  const adr = await page('adr/adr-002-keep-sessions-in-redis');
  expect(adr).toContain('href="/deep/base/specs/spec-0001-session-store/#validation-steps"');
  expect(adr).toContain('href="/deep/base/tags/redis/"');
  // What cannot be drawn is no reason not to build.
  expect(adr).toContain('Flowchart: drawing');
  expect(adr).toContain('<code>pie\n  &quot;Redis&quot; : 99.95</code>');
  const addresses = [...adr.matchAll(/(?:href|src)="(\/[^"]*)"/g)].map((match) => match[1] ?? '');
  expect(addresses.length).toBeGreaterThan(20);
  expect(addresses.filter((address) => !address.startsWith('/deep/base/'))).toEqual([]);
  expect(await page('adr/001')).toContain('url=/deep/base/adr/adr-001-keep-sessions-in-memory/');
  expect(await page('provenance/0001')).toContain('/deep/base/provenance/spec-0001-session-store/');
  expect(await page('tags/sessions')).toContain('Keep Sessions in Memory');
  expect(existsSync(path.join(dist, 'pagefind/pagefind.js'))).toBe(true);

  // A site that knows its address says it to programs.
  const address = 'https://docs.example.org/deep/base/adr/adr-002-keep-sessions-in-redis/';
  expect(adr).toContain(`<link rel="canonical" href="${address}"`);
  expect(adr).toContain(`"url":"${address}"`);
  const image = adr.match(
    /property="og:image" content="https:\/\/docs\.example\.org\/deep\/base\/([^"]+)"/,
  )?.[1];
  expect(existsSync(path.join(dist, image ?? 'no image'))).toBe(true);
  const sitemap = await readFile(path.join(dist, 'sitemap-0.xml'), 'utf8');
  expect(sitemap).toContain(`<loc>${address}</loc>`);
  expect(sitemap).not.toContain('/adr/001/');
});

test('a repository with errors is not built, and every one is told', {
  timeout: 3 * MINUTES,
}, async () => {
  const { code, output, dist } = await build(
    { change: NEW_ADR, from: 'status: Accepted', to: 'status: Document' },
    {
      change: OLD_ADR,
      from: '## Decision Drivers\n\n- **Effort:** the shop opens in two weeks.\n\n',
      to: '',
    },
  );
  expect(code).toBe(1);
  expect(output).toContain('error[status-known]');
  expect(output).toContain(`${NEW_ADR}:4:9`);
  expect(output).toContain('error[section-missing]');
  expect(output).toContain('The site was not built');
  expect(output).not.toMatch(/^\s+at |Hint:|Stack trace:|Browser APIs|unhandled/m);
  expect(existsSync(path.join(dist, 'index.html'))).toBe(false);
});
