import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from 'playwright/test';
import { PAGE_NAMES, PAGES, type PageName, WIDTHS } from './pages.ts';
import { watch } from './watch.ts';

/** The rules of axe that colours decide; all others find the same however a page is shown. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** The pages with styles of their own for forced colours; all others leave them to the browser. */
const FORCED: readonly PageName[] = ['home', 'log', 'graph', 'timeline', 'decision'];

/** The ways a page may be shown. */
const LOOKS = [
  { name: 'light', colorScheme: 'light', forcedColors: 'none' },
  { name: 'dark', colorScheme: 'dark', forcedColors: 'none' },
  { name: 'forced colours', colorScheme: 'dark', forcedColors: 'active' },
] as const;

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
    expect.soft(await violations(page, name)).toEqual([]);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect.soft(overflow, `at ${width} px`).toBeLessThanOrEqual(0);
    }
  });
}

/** What axe finds on a page in each look. */
async function violations(page: Page, name: PageName): Promise<string[]> {
  const found: string[] = [];
  for (const look of LOOKS) {
    if (look.forcedColors === 'active' && !FORCED.includes(name)) continue;
    await page.emulateMedia(look);
    // The page learns of the change a moment later.
    await expect(page.locator('html')).toHaveAttribute('data-theme', look.colorScheme);
    const axe = new AxeBuilder({ page });
    const isFirst = look === LOOKS[0];
    if (!isFirst) axe.withRules(COLOUR_RULES);
    const { violations, passes } = await axe.analyze();
    expect(passes.length).toBeGreaterThan(isFirst ? 10 : 0);
    for (const { id, nodes } of violations) {
      found.push(...nodes.map(({ target }) => `${look.name}: ${id}: ${target.join(' ')}`));
    }
  }
  return found;
}

test('a page that does not exist answers 404 and leads back', async ({ page }) => {
  const response = await page.goto(PAGES.missing);
  expect(response?.status()).toBe(404);
  await page.getByRole('link', { name: 'Open the decision log' }).click();
  await expect(page).toHaveURL(/\/log\/$/);
});
