import { expect, test } from 'playwright/test';
import { violationsOn } from './axe.ts';
import { PAGE_NAMES, PAGES, type PageName, WIDTHS } from './pages.ts';
import { watch } from './watch.ts';

/** The pages with styles of their own for forced colours; all others leave them to the browser. */
const FORCED: readonly PageName[] = ['home', 'log', 'graph', 'timeline', 'decision'];

for (const name of PAGE_NAMES) {
  const path = PAGES[name];

  // One visit for all, because most of a visit is opening the page.
  test(`${name} is accessible, quiet, on its host, and as wide as its window`, async ({
    page,
    baseURL,
  }) => {
    test.slow();
    const { faults } = watch(
      page,
      new URL(baseURL ?? '').host,
      name === 'missing' ? path : undefined,
    );
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(path);
    // Blocks of code that scroll are made to take the focus by a script.
    await page.waitForLoadState('networkidle');
    expect.soft(faults).toEqual([]);
    await expect(page.locator('h1')).toHaveCount(1);
    expect.soft(await violationsOn(page, FORCED.includes(name))).toEqual([]);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect.soft(overflow, `at ${width} px`).toBeLessThanOrEqual(0);
    }
  });
}

test('a page that does not exist answers 404 and leads back', async ({ page }) => {
  const response = await page.goto(PAGES.missing);
  expect(response?.status()).toBe(404);
  await page.getByRole('link', { name: 'Open the decision log' }).click();
  await expect(page).toHaveURL(/\/log\/$/);
});
