import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { company } from '../../docket/tests/support/company.ts';
import { GitRepo } from '../../docket/tests/support/git-repo.ts';
import { servedEnvironment } from '../../docket/tests/support/served-repository.ts';
import { buildSite } from './support/site-build.ts';

test('a site shows the logs of other repositories, and says which it cannot', {
  timeout: 180_000,
}, async () => {
  const { main, cache, served } = await company();
  await main.git('remote', 'add', 'origin', 'git@github.com:acme/platform.git');
  const redisFile = 'docs/adr/adr-002-keep-sessions-in-redis.md';
  const redisText = readFileSync(path.join(main.root, redisFile), 'utf8');
  await main.commit('Show where sessions go', {
    [redisFile]: `${redisText}\n![Where sessions go](img/sessions.png) ![And if not](img/what%3F.png)\n`,
    'docs/adr/img/sessions.png': 'png',
    'docs/adr/img/what?.png': 'png',
  });
  const { code, output, dist } = await buildSite(main.root, {
    XDG_CACHE_HOME: cache,
    DOCKET_SITE: 'https://docs.example.org',
    ...servedEnvironment(served),
  });
  expect(output).toMatch(/Log 3 of 3: /);
  expect(output).toMatch(
    /The log “gone” is left out: ssh:\/\/git\.example\.org\/gone\.git cannot be fetched/,
  );
  expect(code).toBe(0);
  const page = (name: string) => readFileSync(path.join(dist, name, 'index.html'), 'utf8');

  // Its own record, by its own rules, with its source, its past and its picture where they are.
  const round = page('billing/adr/0001-round');
  expect(round).toContain(
    'href="https://github.com/acme/billing/blob/main/docs/decisions/0001-round.md"',
  );
  expect(round).toContain('href="https://github.com/acme/billing/blob/main/src/pay.ts"');
  expect(round).toContain('src="/billing/files/docs/decisions/img/pay.png"');
  expect(existsSync(path.join(dist, 'billing/files/docs/decisions/img/pay.png'))).toBe(true);
  // Relations across logs, from both sides.
  expect(page('payments/adr/0002-bill')).toContain('href="/billing/adr/0001-round/"');
  expect(round).toContain('href="/payments/adr/0002-bill/"');
  expect(round).toContain('href="/billing-web/adr/0001-draw/"');
  // Of two with one number, each has its own page, and the short address of the main log is not theirs.
  expect(page('adr/001')).toContain('url=/adr/adr-001-');
  expect(page('payments/adr/0001')).toContain('url=/payments/adr/0001-take-cards/');

  for (const title of ['Platform', 'payments', 'Billing', 'Billing: web'])
    expect(page('log')).toContain(title);
  expect(readFileSync(path.join(dist, 'payments/feeds/decisions.atom.xml'), 'utf8')).toContain(
    'Take cards',
  );
  expect(page('payments/timeline')).toContain('Take cards');
  const lives = JSON.parse(readFileSync(path.join(dist, 'payments/timeline/lives.json'), 'utf8'));
  expect(lives.map(([, label]: string[]) => label)).toEqual([
    'payments/ADR-0001',
    'payments/ADR-0002',
  ]);
  const records = JSON.parse(readFileSync(path.join(dist, 'api/records.json'), 'utf8')) as {
    records: { id: string; path: string }[];
  };
  expect(records.records.map(({ id }) => id)).toContain('billing/ADR-0001');

  // Another site joins what this one publishes, without its history, and has no decisions of its own.
  const published = JSON.parse(readFileSync(path.join(dist, 'api/published.json'), 'utf8'));
  expect(published.site).toBe('https://docs.example.org/');
  // Some systems have no place for the other one, which stays here.
  expect(published.pictures.map(({ path }: { path: string }) => path)).toEqual([
    'docs/adr/img/sessions.png',
  ]);
  const server = createServer((request, response) => {
    const file = path.join(dist, request.url ?? '');
    if (existsSync(file)) response.end(readFileSync(file));
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const hub = await GitRepo.create();
  const logs = [{ id: 'platform', published: `http://127.0.0.1:${port}/` }];
  await hub.commit('Name a log', { 'docket.config.json': JSON.stringify({ logs }) });
  const joined = await buildSite(hub.root, { XDG_CACHE_HOME: cache });
  expect(joined.output).toMatch(/The log “platform” is unsigned: nothing tells who published it\./);
  expect(joined.code).toBe(0);
  const redis = readFileSync(
    path.join(joined.dist, 'platform/adr/adr-002-keep-sessions-in-redis/index.html'),
    'utf8',
  );
  expect(redis).toContain('href="/platform/adr/adr-001-keep-sessions-in-memory/"');
  expect(redis).toContain('its own site</a> publishes it, unsigned');
  const picture = 'platform/files/docs/adr/img/sessions.png';
  expect(redis).toContain(`src="/${picture}"`);
  expect(readFileSync(path.join(joined.dist, picture), 'utf8')).toBe('png');
  // The commit whose records these are.
  expect(redis).toMatch(
    /https:\/\/github\.com\/acme\/platform\/blob\/[0-9a-f]{40}\/docs\/adr\/adr-002/,
  );
});
