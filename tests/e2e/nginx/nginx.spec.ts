import { createConnection } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { type APIRequestContext, expect, test } from 'playwright/test';
import { PAGE_NAMES, PAGES } from '../pages.ts';
import { watch } from '../watch.ts';

// Node's own client would decode the body and tidy the path; these tests want both as they are on the wire.
function raw(baseURL: string | undefined, path: string, headers: readonly string[] = []) {
  const { hostname, port } = new URL(baseURL ?? '');
  return new Promise<{ head: string; body: Buffer }>((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = createConnection(Number(port), hostname, () => {
      socket.write(
        [`GET ${path} HTTP/1.1`, 'Host: docs', 'Connection: close', ...headers, '', ''].join(
          '\r\n',
        ),
      );
    });
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', reject);
    socket.on('end', () => {
      const answer = Buffer.concat(chunks);
      const end = answer.indexOf('\r\n\r\n');
      resolve({ head: answer.subarray(0, end).toString(), body: answer.subarray(end + 4) });
    });
  });
}

async function stylesheetOf(request: APIRequestContext): Promise<string> {
  const html = await (await request.get('')).text();
  return /href="(\/_astro\/[^"]+\.css)"/.exec(html)?.[1] ?? 'no style sheet';
}

test('every answer carries the strict headers, errors too', async ({ request }) => {
  const sheet = await stylesheetOf(request);
  for (const [path, status] of [
    ['', 200],
    [sheet, 200],
    ['healthz', 200],
    ['no-such-page/', 404],
    ['_astro/gone.js', 404],
    ['log', 200],
  ] as const) {
    const answer = await request.get(path);
    const headers = answer.headers();
    expect(answer.status(), path).toBe(status);
    expect(headers, path).toMatchObject({
      server: 'nginx',
      'strict-transport-security': 'max-age=63072000',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
    });
    const policy = headers['content-security-policy'] ?? '';
    const scripts = /script-src ([^;]*)/.exec(policy)?.[1];
    expect(scripts).toMatch(/^'self' 'wasm-unsafe-eval'( 'sha256-[\w+/]{43}=')+$/);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
  }
});

test('what carries a hash in its name is kept for ever, and all else asked for again', async ({
  request,
}) => {
  const cacheOf = async (path: string) => (await request.get(path)).headers()['cache-control'];
  expect(await cacheOf(await stylesheetOf(request))).toBe('public, max-age=31536000, immutable');
  for (const path of ['', 'log/', 'favicon.svg', 'pagefind/pagefind.js', '_astro/gone.js']) {
    expect(await cacheOf(path), path).toBe('no-cache');
  }
  const page = await request.get('log/');
  const etag = page.headers()['etag'] ?? '';
  const again = await request.get('log/', { headers: { 'If-None-Match': etag } });
  expect(again.status()).toBe(304);
});

test('pages and assets come in the compression the browser takes', async ({ request, baseURL }) => {
  for (const path of ['/', await stylesheetOf(request)]) {
    const plain = await raw(baseURL, path);
    const brotli = await raw(baseURL, path, ['Accept-Encoding: gzip, deflate, br']);
    const gzip = await raw(baseURL, path, ['Accept-Encoding: gzip']);
    expect(plain.head).not.toMatch(/content-encoding/i);
    expect(brotli.head).toMatch(/content-encoding: br/i);
    expect(gzip.head).toMatch(/content-encoding: gzip/i);
    for (const { head } of [plain, brotli, gzip]) expect(head).toMatch(/vary: accept-encoding/i);
    expect(brotliDecompressSync(brotli.body).equals(plain.body)).toBe(true);
    expect(gunzipSync(gzip.body).equals(plain.body)).toBe(true);
    expect(brotli.body.length).toBeLessThan(gzip.body.length);
    expect(gzip.body.length).toBeLessThan(plain.body.length / 2);
  }
});

test('an address that is not there gets the page that says so', async ({ page, request }) => {
  const answer = await request.get('adr/no-such-record/');
  expect(answer.status()).toBe(404);
  expect(answer.headers()['content-type']).toBe('text/html; charset=utf-8');
  await page.goto('adr/no-such-record/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('nothing outside the site and nothing hidden is served', async ({ request, baseURL }) => {
  for (const path of [
    '/../package.json',
    '/..%2fpackage.json',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/_astro/../../package.json',
    '//etc/passwd',
    '/adr/..%5c..%5cpackage.json',
    '/.git/config',
    '/%2egit/config',
    '/_headers',
    '/staticwebapp.config.json',
    '/index.html.br',
    '/index.html%00.txt',
  ]) {
    const { head, body } = await raw(baseURL, path);
    expect(head.split('\r\n')[0], path).toMatch(/ (?:400 Bad Request|404 Not Found)$/);
    expect(body.toString(), path).not.toMatch(/root:|"dependencies"/);
  }
  expect((await request.post('')).status()).toBe(405);
  expect((await request.get('log', { maxRedirects: 0 })).headers()['location']).toBe('/log/');
});

test('every page works under the policy', async ({ page, baseURL }) => {
  const { faults } = watch(page, new URL(baseURL ?? '').host, PAGES.missing);
  for (const name of PAGE_NAMES) await page.goto(PAGES[name]);
  await page.goto(PAGES.decision);
  await page.keyboard.press('/');
  const dialog = page.getByRole('dialog', { name: 'Search' });
  await dialog.getByRole('searchbox').fill('Promtail');
  await expect(dialog.getByRole('link', { name: /Observability/ }).first()).toBeVisible();
  expect(faults).toEqual([]);
});

test('the policy stops a script that was not there at the build', async ({ page }) => {
  await page.goto('');
  const stopped = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        document.addEventListener('securitypolicyviolation', (event) =>
          resolve(event.effectiveDirective),
        );
        const script = document.createElement('script');
        script.textContent = 'document.title = "taken over"';
        document.body.append(script);
      }),
  );
  expect(stopped).toBe('script-src-elem');
  await expect(page).not.toHaveTitle('taken over');
});

test('every file has its type', async ({ request }) => {
  for (const [path, type] of [
    ['trace.csv', 'text/csv; charset=utf-8'],
    ['trace.json', 'application/json; charset=utf-8'],
    ['log/', 'text/html; charset=utf-8'],
    ['llms.txt', 'text/plain; charset=utf-8'],
    ['adr/adr-018-secret-management-keyvault-eso.md', 'text/markdown; charset=utf-8'],
  ] as const) {
    expect((await request.get(path)).headers()['content-type'], path).toBe(type);
  }
});

test('a folder of records leads to where they are listed, and a folder without a page to none', async ({
  page,
  request,
}) => {
  await page.goto('adr/');
  await expect(page).toHaveURL(/\/log\/$/);
  for (const path of ['specs/', 'provenance/']) {
    await page.goto(path);
    await expect(page).toHaveURL(/\/trace\/$/);
  }
  for (const path of ['history/', 'history/adr/', '_astro/', 'api/']) {
    const answer = await request.get(path);
    expect(answer.status(), path).toBe(404);
    expect(await answer.text(), path).toContain('Open the decision log');
  }
});
