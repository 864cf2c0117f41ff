import { expect, test } from 'playwright/test';
import { watch } from '../watch.ts';

test('every link of the site stays below the base and leads somewhere', async ({
  request,
  baseURL,
}) => {
  const home = new URL(baseURL ?? '');
  const waiting = [home.href];
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
  expect(seen.size).toBeGreaterThan(50);
});

test('redirects and search work under a base', async ({ page, baseURL }) => {
  const { faults } = watch(page, new URL(baseURL ?? '').host);
  await page.goto('adr/018/');
  await expect(page).toHaveURL(/\/team\/decisions\/adr\/adr-018-[a-z-]+\/$/);
  await page.waitForLoadState();
  await page.keyboard.press('/');
  const dialog = page.getByRole('dialog', { name: 'Search' });
  await dialog.getByRole('searchbox').fill('Promtail');
  await dialog
    .getByRole('link', { name: /Observability with Grafana/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/team\/decisions\/adr\/adr-006-/);
  expect(faults).toEqual([]);
});
