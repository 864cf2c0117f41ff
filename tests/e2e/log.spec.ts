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
  await expect(page).toHaveURL(/status=Superseded/);
  const shown = page.locator(rows);
  await expect(shown.filter({ hasText: 'ADR-007' })).toHaveCount(1);
  await expect(shown.filter({ hasNotText: 'Superseded' })).toHaveCount(0);
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

test('each choice says how many decisions it would show', async ({ page }) => {
  await page.goto('log/?tag=secrets');
  const accepted = page.locator('.chip').filter({ hasText: 'Accepted' });
  const shown = await page.locator(rows).count();
  const superseded = page.locator('.chip').filter({ hasText: 'Superseded' });
  await expect(superseded.locator('.amount')).toHaveText('0');
  await expect(accepted.locator('.amount')).toHaveText(String(shown));

  const year = page.getByLabel('Year', { exact: true });
  const [option = ''] = await year
    .locator('option:not([value=""]):not([disabled])')
    .allTextContents();
  const [, value = '', count = ''] = /^(\d{4}) \((\d+)\)$/.exec(option) ?? [];
  await year.selectOption(value);
  await expect(page.locator(rows)).toHaveCount(Number(count));
  await expect(page).toHaveURL(/year=\d{4}/);
});

test('the log shows what one decision maker decided', async ({ page }) => {
  await page.goto('log/');
  const all = await page.locator(rows).count();
  const maker = page.getByLabel('Decision maker');
  const options = await maker.locator('option:not([value=""])').allTextContents();
  expect(options.length).toBeGreaterThan(0);
  const [, name = '', count = ''] = /^(.+) \((\d+)\)$/.exec(options[0] ?? '') ?? [];
  await maker.selectOption(name);
  await expect(page.locator(rows)).toHaveCount(Number(count));
  expect(Number(count)).toBeLessThanOrEqual(all);
});

test('the log groups, and a decision stands under each of its tags', async ({ page }) => {
  await page.goto('log/');
  const all = await page.locator(rows).count();
  await page.getByLabel('Group').selectOption('status');
  await expect(page).toHaveURL(/group=status/);
  const headings = page.getByRole('rowheader');
  await expect(headings.first()).toHaveText(/^Accepted \d+$/);
  await expect(headings.last()).toHaveText(/^Superseded \d+$/);
  await expect(page.locator(`${rows}:not(.group)`)).toHaveCount(all);

  await page.getByLabel('Group').selectOption('tag');
  await expect
    .poll(() => page.locator(rows).filter({ hasText: 'ADR-018' }).count())
    .toBeGreaterThan(1);
  await page.getByLabel('Group').selectOption('');
  await expect(page.locator(rows)).toHaveCount(all);
  await expect(page).toHaveURL(/\/log\/$/);
});

test('the arrows lead from the field through the decisions', async ({ page }) => {
  await page.goto('log/');
  await page.getByLabel('Filter by words').fill('secret');
  const links = page.locator('docket-log .what a:visible');
  await page.keyboard.press('ArrowDown');
  await expect(links.first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(links.nth(1)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(page.getByLabel('Filter by words')).toBeFocused();
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
