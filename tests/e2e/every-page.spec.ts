import { expect, test } from 'playwright/test';
import { PAGE_NAMES, PAGES, type PageName } from './pages.ts';
import { expectWhole } from './whole-page.ts';

/** The pages with styles of their own for forced colours; all others leave them to the browser. */
const FORCED: readonly PageName[] = ['home', 'log', 'graph', 'timeline', 'decision'];

for (const name of PAGE_NAMES) {
  test(`${name} is accessible, quiet, on its host, and as wide as its window`, async ({
    page,
    baseURL,
  }) => {
    test.slow();
    await expectWhole(page, baseURL, PAGES[name], {
      isMissing: name === 'missing',
      hasForced: FORCED.includes(name),
    });
  });
}

test('a page that does not exist answers 404 and leads back', async ({ page }) => {
  const response = await page.goto(PAGES.missing);
  expect(response?.status()).toBe(404);
  await page.getByRole('link', { name: 'Open the decision log' }).click();
  await expect(page).toHaveURL(/\/log\/$/);
});
