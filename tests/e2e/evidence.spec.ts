import { expect, test } from 'playwright/test';

const RECORD = 'provenance/spec-0000-adr-018-secret-management/';

test('a verdict stands beside its claim and unfolds by keyboard', async ({ page }) => {
  await page.goto(RECORD);
  const row = page
    .getByRole('row')
    .filter({ hasText: 'docs/adr/adr-018-secret-management-keyvault-eso.md' })
    .filter({ hasText: 'Created' });
  const verdict = row.getByText('Verified', { exact: true });
  await expect(verdict).toBeVisible();
  await expect(row.getByText(/added in/)).toBeHidden();
  await row.locator('summary').focus();
  await page.keyboard.press('Enter');
  await expect(row.getByText(/added in/)).toBeVisible();
  await page.getByRole('link', { name: /claims verified/ }).click();
  await expect(page.getByRole('heading', { name: 'Checked against Git' })).toBeInViewport();
});

test('the pages of the trace lead to each other, and the data is there', async ({
  page,
  request,
}) => {
  await page.goto('trace/');
  const tabs = page.getByRole('navigation', { name: 'Trace', exact: true });
  for (const name of ['Gaps', 'By file', 'Findings', 'Agent decisions'] as const) {
    await tabs.getByRole('link', { name, exact: true }).click();
    await expect(tabs.getByRole('link', { name, exact: true })).toHaveAttribute(
      'aria-current',
      'page',
    );
  }
  await page.goto('trace/');
  await page.getByText(/10 of 10 steps claimed/).click();
  await expect(
    page.getByRole('table', { name: /Steps of Spec 0000/ }).getByRole('row'),
  ).toHaveCount(11);
  const json = await (await request.get('trace.json')).json();
  expect(json.specifications[0].id).toBe('SPEC-0000');
  const csv = await (await request.get('trace.csv')).text();
  expect(csv.split('\r\n').length).toBeGreaterThan(10);
});

const rows = 'docket-ledger tbody tr:visible';

test('the ledger filters, keeps its filters in the address and leads to the place', async ({
  page,
}) => {
  await page.goto('agent-decisions/');
  const all = await page.locator(rows).count();
  expect(all).toBeGreaterThan(20);
  await expect(page.locator(rows).first()).toContainText('Review');
  await page.getByRole('checkbox', { name: /Review/ }).check({ force: true });
  await expect(page).toHaveURL(/acceptable=Review/);
  const open = await page.locator(rows).count();
  expect(open).toBeLessThan(all);
  await page.reload();
  await expect(page.locator(rows)).toHaveCount(open);
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await page.getByLabel('Record', { exact: true }).selectOption('Provenance 0000');
  await page.getByLabel('to', { exact: true }).fill('2026-01-01');
  await expect(page.getByText('No decision matches.')).toBeVisible();
  await page.getByLabel('to', { exact: true }).fill('');
  await page.getByRole('link', { name: 'Deviation' }).first().click();
  await expect(page).toHaveURL(/\/provenance\/spec-0000-.*#deviations-from-spec$/);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the ledger is a table, and a verdict still unfolds', async ({ page }) => {
    await page.goto('agent-decisions/');
    expect(await page.locator(rows).count()).toBeGreaterThan(20);
    await expect(page.getByLabel('Filter by words')).toBeHidden();
    await page.goto(RECORD);
    const claim = page.locator('#claim-step-1');
    await claim.locator('summary').click();
    await expect(claim.locator('.verdict-why')).toBeVisible();
  });
});
