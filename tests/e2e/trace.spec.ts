import { expect, test } from 'playwright/test';

test('from the log to the proof, by clicking', async ({ page }) => {
  await page.goto('');
  await page.getByRole('banner').getByRole('link', { name: 'Decisions', exact: true }).click();
  await expect(page).toHaveURL(/\/log\/$/);

  await page.getByRole('link', { name: /^Secret Management with Azure Key Vault/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('ADR-018');

  const trace = page.getByRole('region', { name: 'Trace' });
  await trace
    .getByRole('link', { name: /Spec 0000/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/specs\/spec-0000-adr-018-secret-management\/$/);
  const validation = page.getByRole('region', { name: /^Validation/ });
  await expect(validation.getByRole('row')).toHaveCount(11);

  await page
    .getByRole('link', { name: /Provenance 0000/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/provenance\/spec-0000-adr-018-secret-management\/$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Provenance');

  await page
    .getByRole('main')
    .getByRole('link', { name: /adr-018-secret-management-keyvault-eso\.md/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/adr\/adr-018-secret-management-keyvault-eso\/$/);
});

test('the matrix leads to every corner of the trace', async ({ page }) => {
  for (const [name, address] of [
    [/^Spec 0000/, /\/specs\/spec-0000-/],
    [/^ADR-018/, /\/adr\/adr-018-/],
    [/^Provenance 0000/, /\/provenance\/spec-0000-/],
  ] as const) {
    await page.goto('trace/');
    const table = page.getByRole('table').first();
    await table.getByRole('link', { name }).first().click();
    await expect(page).toHaveURL(address);
  }
});

test('a superseded decision says so first and leads to what stands', async ({ page }) => {
  await page.goto('adr/adr-007-postgresql-azure-flexible-server/');
  const banner = page.getByRole('complementary', { name: /Superseded/ });
  await expect(banner).toContainText('no longer stands');
  const [bannerBox, titleBox] = [
    await banner.boundingBox(),
    await page.locator('h1').boundingBox(),
  ];
  expect(bannerBox?.y ?? Number.NaN).toBeLessThan(titleBox?.y ?? Number.NaN);
  await banner.getByRole('link', { name: /ADR-017/ }).click();
  await expect(page.locator('h1')).toContainText('ADR-017');
});

test('short addresses redirect', async ({ page }) => {
  for (const [short, long] of [
    ['adr/018/', /\/adr\/adr-018-secret-management-keyvault-eso\/$/],
    ['specs/0000/', /\/specs\/spec-0000-adr-018-secret-management\/$/],
    ['provenance/0000/', /\/provenance\/spec-0000-adr-018-secret-management\/$/],
  ] as const) {
    await page.goto(short);
    await expect(page).toHaveURL(long);
  }
});

test('a relative link of a record leads to the page and its heading', async ({ page }) => {
  await page.goto('platform/disagreements/');
  const link = page.getByRole('main').getByRole('link', { name: 'ADR-014', exact: true }).last();
  const address = await link.getAttribute('href');
  expect(address).toMatch(/\/adr\/adr-014-[a-z0-9-]+\/(#.+)?$/);
  await link.click();
  const { hash } = new URL(page.url());
  if (hash !== '') await expect(page.locator(hash)).toBeVisible();
  await expect(page.locator('h1')).toContainText('ADR-014');
});

test('a record that is not here is named in words, not linked', async ({ page }) => {
  await page.goto('adr/adr-018-secret-management-keyvault-eso/');
  const missing = page.locator('.missing-record').first();
  await expect(missing).toContainText('Spec 0001');
  await expect(missing.locator('a')).toHaveCount(0);
  await expect(missing).toContainText(/not in this repository/);
});
