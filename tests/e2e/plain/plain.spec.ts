import { expect, test } from 'playwright/test';
import { expectWhole } from '../whole-page.ts';

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
    await expectWhole(page, baseURL, path);
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
