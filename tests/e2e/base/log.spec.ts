import { expect, test } from 'playwright/test';

/* This site is built with ten decisions a page. */
const links = 'docket-log .what a:visible';

test('a log of several pages is searched as a whole, from any of its pages', async ({ page }) => {
  await page.goto('log/2/');
  await expect(page.getByRole('status').first()).toContainText('Decisions 11 to 20 of');
  await expect(page.locator(links)).toHaveCount(10);

  // ADR-001 stands on the last page.
  await page.getByLabel('Filter by words').fill('adr-001');
  await expect(page).toHaveURL(/\/log\/\?q=adr-001$/);
  await expect(page.locator(links)).toHaveCount(1);
  const row = page.locator('docket-log tbody tr');
  await expect(row).toContainText('ADR-001');
  await expect(row).toContainText('Accepted');
  await expect(row.locator('.topics a').first()).toHaveAttribute(
    'href',
    /^\/team\/decisions\/tags\/[a-z0-9-]+\/$/,
  );
  await expect(page.getByRole('navigation', { name: 'Pages of the log' })).toBeHidden();

  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await expect(page.locator(links)).toHaveCount(10);
  await expect(page.getByRole('navigation', { name: 'Pages of the log' })).toBeVisible();
});

test('a made row looks like one that the page brought', async ({ page }) => {
  await page.goto('log/2/');
  const first = page.locator('docket-log tbody tr').first();
  const id = (await first.locator('.number').first().textContent()) ?? '';
  const title = (await first.locator('.what a').first().textContent()) ?? '';
  const row = page
    .locator('docket-log tbody tr')
    .filter({ hasText: id })
    .filter({ hasText: title });
  const markup = () =>
    row.evaluate((element) => [...element.children].map((cell) => cell.innerHTML));
  const brought = await markup();
  await page.goto(`log/?q=${encodeURIComponent(`${id} ${title}`.trim())}`);
  await expect(row).toHaveCount(1);
  const made = await markup();
  const plain = (cells: readonly string[]) =>
    cells.map((cell) => cell.replace(/\s+(?=[<>])|(?<=>)\s+/g, ''));
  expect(plain(made)).toEqual(plain(brought));
});

test('a long result shows its beginning, and more when asked', async ({ page }) => {
  await page.goto('log/?sort=title-asc');
  await expect(page.locator(links)).toHaveCount(10);
  await page.getByRole('button', { name: 'Show more' }).click();
  await expect(page.locator(links)).toHaveCount(20);
  await expect(page.locator(links).nth(10)).toBeFocused();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the pages of the log lead to each other', async ({ page }) => {
    await page.goto('log/');
    await expect(page.locator(links)).toHaveCount(10);
    const first = await page.locator(links).first().textContent();
    await page.getByRole('link', { name: 'Earlier decisions' }).click();
    await expect(page).toHaveURL(/\/log\/2\/$/);
    await expect(page.locator(links).first()).not.toHaveText(first ?? '');
    await page.getByRole('link', { name: 'Page 1', exact: true }).click();
    await expect(page.locator(links).first()).toHaveText(first ?? '');
  });
});
