import { expect, type Page, test } from 'playwright/test';
import { slowSite } from './slow-site.ts';

const background = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.body).backgroundColor);

test('the theme follows the system, and a choice is kept', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('');
  const light = await background(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await background(page);
  expect(dark).not.toBe(light);

  await page.getByRole('radio', { name: /light/i }).check({ force: true });
  expect(await background(page)).toBe(light);
  await page.goto('log/');
  expect(await background(page)).toBe(light);
});

interface Moved {
  readonly value: number;
  /** What moved, from where to where. */
  readonly what: readonly string[];
}

/** Everything that moved since the page was opened. */
async function moved(page: Page, path: string): Promise<readonly Moved[]> {
  await page.goto(path);
  await page.waitForLoadState('networkidle');
  return page.evaluate(() => (window as unknown as { moved: Moved[] }).moved);
}

test.describe('layout', () => {
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() => {
      const all: Moved[] = [];
      Object.assign(window, { moved: all });
      interface Shift extends PerformanceEntry {
        value: number;
        sources: { node?: Element; previousRect: DOMRect; currentRect: DOMRect }[];
      }
      new PerformanceObserver((list) => {
        for (const { value, sources } of list.getEntries() as Shift[]) {
          const what = sources.map(({ node, previousRect: from, currentRect: to }) =>
            [node?.outerHTML?.slice(0, 80), JSON.stringify(from), JSON.stringify(to)].join(' '),
          );
          all.push({ value, what });
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
  });

  const paths = ['', 'log/', 'adr/adr-018-secret-management-keyvault-eso/'];
  for (const path of paths) {
    test(`nothing moves while /${path} loads`, async ({ page }) => {
      const all = await moved(page, path);
      const sum = all.reduce((total, { value }) => total + value, 0);
      expect(sum, JSON.stringify(all, null, 2)).toBeLessThan(0.001);
    });
  }

  test('nothing moves while a page arrives piece by piece', async ({ page, baseURL }) => {
    const slow = await slowSite(baseURL ?? '');
    try {
      for (const path of paths) {
        const all = await moved(page, `${slow.url}/${path}`);
        const sum = all.reduce((total, { value }) => total + value, 0);
        expect(sum, JSON.stringify(all, null, 2)).toBeLessThan(0.001);
      }
    } finally {
      await slow.close();
    }
  });
});

test('a decision prints as a document, without the chrome', async ({ page }) => {
  await page.goto('adr/adr-018-secret-management-keyvault-eso/');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('h1')).toBeVisible();
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden();
});
