import { expect, test } from 'playwright/test';
import { violationsOn } from '../axe.ts';
import { WIDTHS } from '../pages.ts';
import { watch } from '../watch.ts';

/* The site of somebody who has five decisions and typed one command. */

const PAGES = {
  home: '',
  log: 'log/',
  graph: 'graph/',
  'a superseded record': 'adr/0002-pay-in-cash/',
  'a record with code, a table and a diagram': 'adr/0003-pay-by-card/',
  'a record without a status': 'adr/0004-open-on-sundays/',
} as const;

for (const [name, path] of Object.entries(PAGES)) {
  test(`${name} is accessible, quiet, on its host, and as wide as its window`, async ({
    page,
    baseURL,
  }) => {
    test.slow();
    const { faults } = watch(page, new URL(baseURL ?? '').host);
    await page.goto(path);
    await page.waitForLoadState('networkidle');
    expect.soft(faults).toEqual([]);
    await expect(page.locator('h1')).toHaveCount(1);
    expect.soft(await violationsOn(page, false)).toEqual([]);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect.soft(overflow, `at ${width} px`).toBeLessThanOrEqual(0);
    }
  });
}

test('a reader with a keyboard goes from the home to a decision by its name', async ({ page }) => {
  await page.goto('');
  await page.keyboard.press('/');
  await page.keyboard.type('card');
  await expect(page.getByRole('dialog').getByRole('link').first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.locator('h1')).toContainText('Pay by card');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the log leads to every decision, and a diagram is there as its source', async ({
    page,
  }) => {
    await page.goto('');
    await page.getByRole('link', { name: 'Decisions' }).first().click();
    await expect(page.locator('docket-log .what a')).toHaveCount(5);
    await page.getByRole('link', { name: 'Pay by card' }).first().click();
    await expect(page.locator('h1')).toContainText('Pay by card');
    await expect(page.locator('.diagram-source')).toContainText('"Card" : 80');
    await expect(page.locator('.diagram-source')).toBeVisible();
  });
});
