import { expect, test } from 'playwright/test';

const rows = 'docket-log tbody tr:visible';

test('the log filters by status, tag and words, and its address keeps the filters', async ({
  page,
}) => {
  await page.goto('log/');
  const all = await page.locator(rows).count();
  expect(all).toBeGreaterThanOrEqual(18);

  await page.getByLabel('Tag', { exact: true }).selectOption('secrets');
  await expect(page).toHaveURL(/tag=secrets/);
  const tagged = await page.locator(rows).count();
  expect(tagged).toBeLessThan(all);
  await expect(page.locator(rows).filter({ hasText: 'ADR-018' })).toHaveCount(1);
  await expect(page.getByRole('status').first()).toContainText(String(tagged));

  await page.getByLabel('Filter by words').fill('key vault');
  await expect(page.locator(rows)).not.toHaveCount(tagged);
  const address = page.url();

  await page.goto(address);
  await expect(page.getByLabel('Filter by words')).toHaveValue('key vault');
  await expect(page.getByLabel('Tag', { exact: true })).toHaveValue('secrets');

  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(page.locator(rows)).toHaveCount(all);
});

test('a status from the home page opens the log filtered', async ({ page }) => {
  await page.goto('');
  await page.getByRole('main').getByRole('link', { name: 'Superseded', exact: true }).click();
  await expect(page.locator(rows)).toHaveCount(1);
  await expect(page.locator(rows)).toContainText('ADR-007');
});

test('the log sorts by its columns', async ({ page }) => {
  await page.goto('log/');
  const first = page.locator(rows).first();
  const newest = await first.textContent();
  await page.getByRole('button', { name: 'No.' }).click();
  await expect(first).toContainText('ADR-001');
  await page.getByRole('button', { name: 'No.' }).click();
  await expect(first).toHaveText(newest ?? '');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the log is a plain table of everything, without controls that do nothing', async ({
    page,
  }) => {
    await page.goto('log/');
    expect(await page.locator(rows).count()).toBeGreaterThanOrEqual(18);
    await expect(page.getByLabel('Filter by words')).toBeHidden();
    await expect(page.getByRole('button', { name: 'No.' })).toHaveCount(0);
    await page.getByRole('link', { name: /^Secret Management with Azure/ }).click();
    await expect(page.locator('h1')).toContainText('ADR-018');
  });

  test('a decision shows its header, its diagram and its trace', async ({ page }) => {
    await page.goto('adr/adr-018-secret-management-keyvault-eso/');
    await expect(page.getByText('Accepted', { exact: true }).first()).toBeVisible();
    await expect(page.getByRole('img', { name: /Path of a secret/ })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Trace' })).toBeVisible();
  });
});
