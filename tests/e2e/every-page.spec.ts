import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from 'playwright/test';
import { PAGE_NAMES, PAGES, WIDTHS } from './pages.ts';
import { watch } from './watch.ts';

/** The rules of axe that colours decide; all others find the same however a page is shown. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** The ways a page may be shown. */
const LOOKS = [
  { name: 'light', colorScheme: 'light', forcedColors: 'none' },
  { name: 'dark', colorScheme: 'dark', forcedColors: 'none' },
  { name: 'forced colours', colorScheme: 'dark', forcedColors: 'active' },
] as const;

for (const name of PAGE_NAMES) {
  const path = PAGES[name];

  test(`${name} has no accessibility violation, in light, dark and forced colours`, async ({
    page,
  }) => {
    test.slow();
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(path);
    // Blocks of code that scroll are made to take the focus by a script.
    await page.waitForLoadState('networkidle');
    await expect(page.locator('h1')).toHaveCount(1);
    const found: string[] = [];
    for (const look of LOOKS) {
      await page.emulateMedia(look);
      const axe = new AxeBuilder({ page });
      const isFirst = look === LOOKS[0];
      if (!isFirst) axe.withRules(COLOUR_RULES);
      const { violations, passes } = await axe.analyze();
      expect(passes.length).toBeGreaterThan(isFirst ? 10 : 0);
      for (const { id, nodes } of violations) {
        found.push(...nodes.map(({ target }) => `${look.name}: ${id}: ${target.join(' ')}`));
      }
    }
    expect(found).toEqual([]);
  });

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
