import { expect, test } from 'playwright/test';

const ADR = 'adr/adr-018-secret-management-keyvault-eso/';

test('the options of a decision are named at once and compared when opened', async ({ page }) => {
  await page.goto(ADR);
  const compared = page.locator('details').filter({ hasText: 'Compare 4 options' });
  await expect(compared.getByText('(chosen)').first()).toBeAttached();
  const table = compared.getByRole('table');
  await expect(table).toBeHidden();
  await compared.locator('summary').press('Enter');
  await expect(table.getByRole('columnheader')).toHaveCount(4);
  await expect(table.getByRole('rowheader')).toHaveText(['For', 'Against']);
  await expect(table.getByRole('columnheader', { name: /^B: External Secrets/ })).toContainText(
    'chosen',
  );
  await table.getByRole('link', { name: /^C: Sealed Secrets/ }).click();
  await expect(page).toHaveURL(/#option-c-/);
});

test('the address of a record is copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${ADR}#decision`);
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByText('Copied')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(page.url());
  expect(copied).toContain('#decision');
});

test('a record says how long it takes to read', async ({ page }) => {
  await page.goto(ADR);
  await expect(page.getByText(/^\d+ minutes to read$/)).toBeVisible();
});

test('headings carry a link to themselves, and neighbours by number are one step away', async ({
  page,
}) => {
  await page.goto(ADR);
  await page.getByRole('heading', { name: 'Consequences' }).getByRole('link').focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#consequences$/);
  const neighbours = page.getByRole('navigation', { name: 'Neighbouring records' });
  // It is the last of its log.
  await expect(neighbours.getByRole('link')).toHaveCount(1);
  await neighbours.getByRole('link', { name: /Earlier/ }).click();
  await expect(page.locator('h1')).toContainText('ADR-017');
  await expect(neighbours.getByRole('link')).toHaveCount(2);
});
