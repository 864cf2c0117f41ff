import { expect, type Page, test } from 'playwright/test';

async function search(page: Page, words: string) {
  await page.goto('');
  await page.keyboard.press('/');
  const dialog = page.getByRole('dialog', { name: 'Search' });
  await expect(dialog).toBeVisible();
  await dialog.getByRole('searchbox').fill(words);
  await expect(dialog.getByRole('listitem').first()).toBeVisible();
  return dialog;
}

test('search finds a decision by what it says', async ({ page }) => {
  const dialog = await search(page, 'External Secrets Operator');
  await dialog
    .getByRole('link', { name: /Secret Management with Azure Key Vault/ })
    .first()
    .click();
  await expect(page.locator('h1')).toContainText('ADR-018');
});

test('search filters by kind, status and tag', async ({ page }) => {
  const dialog = await search(page, 'PostgreSQL');
  const results = dialog.locator('#search-results > li');
  const all = await results.count();
  const choose = (name: RegExp) => dialog.locator('label').filter({ hasText: name }).click();
  await choose(/^Superseded/);
  await expect(results).toHaveCount(1);
  await expect(results.first()).toContainText('PostgreSQL on Azure Database Flexible Server');
  expect(all).toBeGreaterThan(1);
  await choose(/^Superseded/);
  await expect(results).toHaveCount(all);
  await choose(/^Specification/);
  await expect(results).toHaveCount(1);
  await expect(results.first()).toContainText('Spec 0000');
  await choose(/^Specification/);
  await choose(/^networking/);
  await expect(results.first()).toBeVisible();
  expect(await results.count()).toBeLessThan(all);
});

test('search works from the keyboard alone', async ({ page }) => {
  await search(page, 'Sealed Secrets');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.locator('h1')).toBeVisible();
  await expect(page).toHaveURL(/\/(adr|specs|provenance)\//);
  await page.keyboard.press('/');
  await expect(page.getByRole('dialog', { name: 'Search' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Search' })).toBeHidden();
});
