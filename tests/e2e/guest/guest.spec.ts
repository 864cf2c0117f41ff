import { execFile } from 'node:child_process';
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import { ROOT } from '../../../packages/docket/tests/support/repository.ts';
import { watch } from '../watch.ts';

const SITE = path.join(ROOT, '.cache/guest-site');
const ADR = 'decisions/adr/adr-002-keep-sessions-in-redis/';
const read = (file: string) => readFileSync(path.join(SITE, file), 'utf8');

/** What Docket said in a build, once each. */
function said(log: string): string[] {
  return [...read(`${log}.log`).matchAll(/\[starlight-docket\] (.*)/g)].map(
    ([, text = '']) => text,
  );
}

test.describe('a site with pages, a sidebar, a component and a Markdown processor of its own', () => {
  test('is told where Docket steps back', () => {
    expect(said('astro')).toEqual([
      'Your `Footer` component stays; what Docket shows there appears in the text of its pages.',
      "Your sidebar stays on your own pages; Docket's pages have Docket's.",
    ]);
  });

  test('keeps its pages as they were', async ({ page, baseURL }) => {
    const { faults } = watch(page, new URL(baseURL ?? '').host);
    await page.goto('guides/example/');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Open the shop');
    await expect(page.getByText('Run by the shop')).toBeVisible();
    await expect(page.getByRole('complementary', { name: 'Tip' })).toBeVisible();
    const sidebar = page.getByRole('navigation', { name: 'Main' });
    await expect(sidebar.getByRole('link')).toHaveText([
      'Open the shop',
      'Opening hours',
      'At a glance',
      'Decision log',
      'Graph',
      'What changed',
    ]);
    await expect(page.locator('p.of-the-shop').first()).toContainText('Turn on the light');
    // A class that Docket has a style for.
    const press = page.getByText('Press', { exact: true });
    expect(await press.evaluate((element) => getComputedStyle(element).display)).toBe('inline');
    await page.goto('reference/example/');
    await expect(page.getByText('Closed on Sundays.')).toBeVisible();
    await page.goto('');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Welcome to the shop');
    expect(faults).toEqual([]);
  });

  test('has its own page for addresses that lead nowhere', async ({ page }) => {
    await page.goto('nowhere/');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This shelf is empty');
  });

  test('has the log, the graph and each record below the prefix', async ({ page, baseURL }) => {
    const { faults } = watch(page, new URL(baseURL ?? '').host);
    await page.goto('guides/example/');
    await page.getByRole('link', { name: 'At a glance' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Architecture decisions');
    await expect(page.getByRole('heading', { name: 'In force, by topic' })).toBeVisible();
    await expect(page.getByText('Docket', { exact: false })).toHaveCount(0);
    const ways = page.getByRole('navigation', { name: 'Decision records' });
    await expect(ways.getByRole('link')).toHaveText(['Decisions', 'Graph', 'Trace', 'Tags']);
    await ways.getByRole('link', { name: 'Decisions' }).click();
    const rows = page.locator('docket-log tbody tr:visible');
    await expect(rows).toHaveCount(2);
    await page.getByLabel('Tag', { exact: true }).selectOption('redis');
    await expect(rows).toHaveText([/ADR-002/]);

    await ways.getByRole('link', { name: 'Graph' }).click();
    const graph = page.getByRole('group', { name: 'Graph of all decisions' });
    await graph.getByRole('link', { name: /ADR-001.*Superseded/i }).click();
    await expect(page).toHaveURL(/\/decisions\/adr\/adr-001-/);

    await page.goto('decisions/adr/002/');
    await expect(page).toHaveURL(new RegExp(`/docs/${ADR}$`));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Keep Sessions in Redis$/);
    await expect(page.locator('.status-accepted').first()).toBeVisible();
    // The code of records is shown as that of the site is, and their text is not changed by its processor.
    await expect(page.locator('.expressive-code')).toContainText('redis-cli ping');
    await expect(page.locator('.of-the-shop')).toHaveCount(0);
    // The footer is the site's, and what Docket has for it stands in the text.
    await expect(page.getByText('Run by the shop')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'History' })).toBeVisible();
    expect(faults).toEqual([]);
  });

  test('finds records with its own search, and shows them in its theme', async ({ page }) => {
    await page.goto('guides/example/');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByRole('textbox', { name: 'Search' }).fill('sticky routing');
    await page
      .getByRole('link', { name: /Keep Sessions in Redis/ })
      .first()
      .click();
    await expect(page).toHaveURL(new RegExp(ADR));
    const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const badge = () =>
      page
        .locator('.status-accepted')
        .first()
        .evaluate((element) => getComputedStyle(element).color);
    const themes = page.getByLabel('Select theme').first();
    await themes.selectOption('light');
    const light = [await paper(), await badge()];
    await themes.selectOption('dark');
    const dark = [await paper(), await badge()];
    expect(dark[0]).not.toBe(light[0]);
    expect(dark[1]).not.toBe(light[1]);
  });

  test("states its order of layers before Docket's, and its styles win", async ({ page }) => {
    for (const address of ['decisions/log/', 'decisions/', ADR]) {
      await page.goto(address);
      const lead = page.locator('.lead').first();
      expect(await lead.evaluate((element) => getComputedStyle(element).fontStyle)).toBe('italic');
      // In a layer below Starlight's, whatever Docket's pages load first.
      const link = page.locator('main a').first();
      expect(await link.evaluate((element) => getComputedStyle(element).color)).not.toBe(
        'rgb(255, 0, 0)',
      );
    }
  });

  test('leads from every page of Docket to addresses that are there', async ({
    request,
    baseURL,
  }) => {
    const home = new URL(baseURL ?? '');
    const waiting = [new URL('decisions/', home).href];
    const seen = new Set(waiting);
    const broken: string[] = [];
    for (let address = waiting.pop(); address !== undefined; address = waiting.pop()) {
      const response = await request.get(address);
      if (!response.ok()) broken.push(`${response.status()} ${address}`);
      if (!response.headers()['content-type']?.includes('text/html')) continue;
      for (const [, link = ''] of (await response.text()).matchAll(
        /\s(?:href|src)="([^"#][^"]*)"/g,
      )) {
        const url = new URL(link.replaceAll('&amp;', '&'), address);
        url.hash = '';
        if (url.origin !== home.origin || seen.has(url.href)) continue;
        seen.add(url.href);
        if (url.pathname.startsWith(home.pathname)) waiting.push(url.href);
        else broken.push(`outside the base: ${url.pathname} on ${address}`);
      }
    }
    expect(broken).toEqual([]);
    expect(seen.size).toBeGreaterThan(40);
  });

  test('has nothing of Docket outside the prefix', () => {
    const outside = globSync('**/*.{html,md,json,txt,xml}', { cwd: path.join(SITE, 'dist') })
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => !/^(?:decisions|pagefind)\//.test(file));
    expect(outside.sort()).toEqual([
      '404.html',
      'guides/example/index.html',
      'index.html',
      'reference/example/index.html',
    ]);
  });

  test('passes the type check of Astro', async () => {
    test.setTimeout(120_000);
    const astro = path.join(SITE, 'node_modules/astro/bin/astro.mjs');
    const output = await new Promise<string>((resolve) => {
      const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' };
      execFile(process.execPath, [astro, 'check'], { cwd: SITE, env }, (_, stdout, stderr) =>
        resolve(stdout + stderr),
      );
    });
    expect(output).toContain('- 0 errors');
  });
});

test.describe('a site without a prefix and without a search', () => {
  test('keeps its home, its page for lost readers, and has no index', () => {
    expect(said('bare')).toEqual(["Your page `/` takes the place of Docket's."]);
    expect(read('dist-bare/index.html')).toContain('Welcome to the shop');
    expect(read('dist-bare/404.html')).toContain('This shelf is empty');
    expect(read('dist-bare/adr/adr-002-keep-sessions-in-redis/index.html')).toContain(
      'Keep Sessions in Redis',
    );
    expect(existsSync(path.join(SITE, 'dist-bare/pagefind'))).toBe(false);
    expect(existsSync(path.join(SITE, 'dist-bare/_headers'))).toBe(false);
  });

  test('has a sidebar of its pages alone on its own pages', () => {
    const page = read('dist-bare/guides/example/index.html');
    expect(page).toContain('href="/reference/example/"');
    expect(page).not.toContain('href="/adr/');
  });
});

test.describe("a site of Docket's look", () => {
  test('keeps its sidebar and the search of Starlight', () => {
    expect(said('docket')).toEqual([
      "Your sidebar stays on your own pages; Docket's pages have Docket's.",
      'Your `pagefind` setting stays, so Docket adds no search of its own.',
      "Your page `/404` takes the place of Docket's.",
      "Your page `/` takes the place of Docket's.",
    ]);
    const page = read('dist-docket/guides/example/index.html');
    expect(page).toContain('class="site-bar"');
    expect(page).toContain('<site-search');
    expect(page).toContain('data-translations');
    expect(existsSync(path.join(SITE, 'dist-docket/pagefind/pagefind.js'))).toBe(true);
    expect(existsSync(path.join(SITE, 'dist-docket/guides/example.md'))).toBe(true);
    // Guides to Docket are no pages of this site.
    expect(read('dist-docket/log/index.html')).not.toContain('/guides/write-an-adr/');
  });
});

test.describe('a folder that is no Astro project', () => {
  const pages = () =>
    globSync('**/*.html', { cwd: path.join(SITE, 'plain/docket-site') }).map((file) =>
      file.replaceAll('\\', '/'),
    );

  test('becomes a site with one command, under its own name', () => {
    expect(readFileSync(path.join(SITE, 'plain.log'), 'utf8')).toMatch(
      /^docket-site: \d+ pages, \d+\.\d MB, built in \d+ s\n$/,
    );
    const home = read('plain/docket-site/index.html');
    expect(home).toContain('<title>Decisions · Corner shop</title>');
    expect(home).toContain('Open proposals');
    expect(pages()).toContain('adr/0002-pay-in-cash/index.html');
    expect(
      pages().filter((file) => /^(?:trace|specs|provenance|tags|reference)\//.test(file)),
    ).toEqual([]);
    expect(read('plain/docket-site/.gitignore')).toContain('\n*\n');
    expect(readdirSync(path.join(SITE, 'plain')).sort()).toEqual([
      'README.md',
      'doc',
      'docket-site',
    ]);
  });

  test('shows AsciiDoc in full where its converter is installed', () => {
    const page = read('plain/docket-site/adr/0003-open-late/index.html');
    expect(page).toContain('We open <strong>late</strong>.');
    expect(page).not.toContain('as it was written');
  });

  test('names Docket in one small line of a page, and nowhere else', () => {
    for (const file of pages()) {
      const words = read(`plain/docket-site/${file}`)
        .replaceAll(/<(script|style)\b.*?<\/\1>/gs, '')
        .replaceAll(/<[^>]+>/g, ' ')
        .match(/[^\n]*\bDocket\b[^\n]*/g);
      expect(
        (words ?? []).map((line) => line.trim().replace(/.*(Made with Docket).*/, '$1')),
        file,
      ).toEqual(words ? ['Made with Docket'] : []);
    }
  });
});
