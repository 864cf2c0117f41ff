import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page, test } from 'playwright/test';
import { PAYLOADS } from '../../../packages/docket/tests/hostile/payload-texts.ts';
import { ROOT } from '../../../packages/docket/tests/support/repository.ts';

// The gate alone has to hold: neither header nor `<meta>` counts. Hundreds of pages are opened one after the other; a
// trace of them would take most of the time.
test.use({ trace: 'off', bypassCSP: true });

/** Every page that is made from a record's text or tells of many records. */
function pages(): string[] {
  return readdirSync(path.join(ROOT, '.cache/hostile-site'), { recursive: true })
    .map((file) => String(file).replaceAll(path.sep, '/'))
    .filter((file) =>
      /^(?:adr\/adr-\d+-\w|specs\/spec-kit|trace|findings|agent-decisions|log|graph|tags|timeline|print|since|index)/.test(
        file,
      ),
    )
    .filter((file) => file.endsWith('index.html'))
    .map((file) => file.replace(/index\.html$/, ''))
    .sort();
}

/** What a page did, or would do at a touch, that no record may make it do. */
async function deeds(page: Page, name: string): Promise<string[]> {
  const found: string[] = [];
  const told = (what: string) => found.push(`${name} ${what}`);
  page.removeAllListeners();
  page.on('dialog', (dialog) => {
    told('opened a dialog');
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (/^https?:$/.test(protocol) && hostname !== '127.0.0.1') told(`asked ${request.url()}`);
  });
  await page.goto(name);
  if (new URL(page.url()).pathname !== `/${name}`) told(`went to ${page.url()}`);
  const seen = await page.evaluate(() => {
    const list: string[] = [];
    if ('hit' in window) list.push('ran');
    for (const element of document.querySelectorAll('*')) {
      for (const { name, value } of element.attributes) {
        if (/^on|^(?:srcdoc|formaction|ping)$/.test(name)) list.push(`has ${name}`);
        if (element.matches('.diagram-canvas img') && value.startsWith('data:image/svg+xml,'))
          continue;
        const address = value.replace(/[\s\p{Cc}]/gu, '');
        if (/^(?:href|src|action|data|poster|xlink:href|background)$/.test(name))
          if (/^(?:javascript|vbscript|data|blob|view-source|feed|file):/i.test(address))
            list.push(`has ${name} ${value}`);
      }
    }
    const parts = [...document.querySelectorAll('.sl-markdown-content')];
    const isRecord = /^\/(?:adr|specs)\//.test(location.pathname);
    for (const element of isRecord
      ? parts.flatMap((part) => [...part.querySelectorAll('*')])
      : []) {
      // The styles and the script of highlighted code, which come after the gate.
      const isOwn = /^\/_astro\//.test(
        element.getAttribute('src') ?? element.getAttribute('href') ?? '',
      );
      // What draws diagrams, and what it draws.
      if (element.closest('docket-diagrams, .diagram-canvas')) continue;
      const loads = /^(?:iframe|object|embed|form|style|base|meta|link|script)$/;
      if (loads.test(element.localName) && !isOwn) list.push(`holds ${element.localName}`);
      const { position } = getComputedStyle(element);
      if (position === 'fixed') list.push(`covers with ${element.outerHTML.slice(0, 80)}`);
    }
    // What a reader finds the way with is what lies on top, at the start and further down.
    for (const top of [0, 400]) {
      scrollTo(0, top);
      const bar = document.querySelector('header.header .site-title') ?? document.body;
      const { left, top: y, width, height } = bar.getBoundingClientRect();
      const hit = document.elementFromPoint(left + width / 2, y + height / 2);
      if (y >= 0 && parts.some((part) => part.contains(hit))) list.push('is covered');
    }
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    for (const id of ['starlight__sidebar', 'starlight__on-this-page', '_top', 'search-results'])
      if (ids.filter((one) => one === id).length > 1) list.push(`has two ${id}`);
    return list;
  });
  if ((await page.locator('docket-diagrams').count()) > 0) {
    for (const figure of await page.locator('.diagram-mermaid').all()) {
      await figure.scrollIntoViewIfNeeded();
      await expect(figure).toHaveAttribute('data-state', /./, { timeout: 25_000 });
    }
    const [, frame, ...others] = page.frames();
    if (others.length > 0 || !frame?.url().includes('/_astro/diagrams.'))
      told(`holds a frame of ${frame?.url()}`);
    if (await frame?.evaluate(() => 'hit' in window)) told('ran in the frame of diagrams');
    if (await page.evaluate(() => 'hit' in window)) told('ran by a diagram');
  }
  return [...found, ...seen.map((one) => `${name} ${one}`)];
}

test('nothing runs, even without the policy', async ({ page }) => {
  test.setTimeout(600_000);
  const names = pages();
  expect(names.length).toBeGreaterThan(PAYLOADS.length);
  const all: string[] = [];
  for (const name of names) all.push(...(await deeds(page, name)));
  expect(all).toEqual([]);
});

test('every page states its policy before its first script', async ({ request }) => {
  for (const name of pages()) {
    const html = await (await request.get(name)).text();
    const policy = html.search(/<meta http-equiv="content-security-policy"/i);
    expect(policy, name).toBeGreaterThan(0);
    expect(html.search(/<script/i), name).toBeGreaterThan(policy);
    expect(html.slice(policy, policy + 800), name).not.toMatch(
      /(?:script|style|elem) [^;]*unsafe-inline/,
    );
  }
});

test('a hostile title is text in the head, in the search and in the list', async ({ page }) => {
  await page.goto('adr/adr-003-payload/');
  expect(await page.title()).toContain('</title></script>--><script>');
  await page.keyboard.press('/');
  await page.getByRole('dialog').getByRole('searchbox').fill('Ordinary');
  await expect(page.locator('#search-results .hit').first()).toContainText('<script>');
  expect(await page.evaluate(() => 'hit' in window)).toBe(false);
});

test('what GitHub allows is there to be seen', async ({ page }) => {
  await page.goto('adr/adr-003-payload/');
  const content = page.locator('.sl-markdown-content');
  for (const selector of [
    'details[open] > summary',
    'details kbd',
    'details sub',
    'details ins',
    'td[colspan="2"]',
    'th[align="right"]',
    'picture img[alt="A dot"]',
    'div[align="center"]',
    'input[type=checkbox]:disabled',
    'section.footnotes li',
    'a[href="#own-anchor"]',
  ])
    await expect(content.locator(selector).first(), selector).toBeVisible();
  await expect(content.locator('a[name="own-anchor"]')).toHaveCount(1);
});
