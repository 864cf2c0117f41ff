import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from 'playwright/test';
import { PAGE_NAMES, PAGES, WIDTHS } from './pages.ts';
import { watch } from './watch.ts';

for (const name of PAGE_NAMES) {
  const path = PAGES[name];

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`${name} has no accessibility violation in ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.goto(path);
      await expect(page.locator('h1')).toHaveCount(1);
      const { violations, passes } = await new AxeBuilder({ page }).analyze();
      expect(passes.length).toBeGreaterThan(10);
      const found = violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target }) => `${id}: ${target.join(' ')}`),
      );
      expect(found).toEqual([]);
    });
  }

  test(`${name} is quiet and stays on its host`, async ({ page, baseURL }) => {
    const { faults } = watch(
      page,
      new URL(baseURL ?? '').host,
      name === 'missing' ? path : undefined,
    );
    await page.goto(path);
    await page.waitForLoadState('networkidle');
    expect(faults).toEqual([]);
  });

  test(`${name} never scrolls sideways`, async ({ page }) => {
    await page.goto(path);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, `at ${width} px`).toBeLessThanOrEqual(0);
    }
  });
}

test('a page that does not exist answers 404 and leads back', async ({ page }) => {
  const response = await page.goto(PAGES.missing);
  expect(response?.status()).toBe(404);
  await page.getByRole('link', { name: 'Open the decision log' }).click();
  await expect(page).toHaveURL(/\/log\/$/);
});
