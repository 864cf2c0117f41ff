import { expect, test } from 'playwright/test';

/*
 * Several logs in one site: the platform's, whose addresses have no prefix, and Docket's own.
 */

const rows = 'docket-log tbody tr';
const OWN = 'adr-019-one-record-model';

test('the log can be narrowed to one log, which each row tells', async ({ page }) => {
  await page.goto('log/');
  const all = await page.locator(rows).count();
  await page.getByLabel('Log', { exact: true }).selectOption({ value: 'Platform' });
  await expect(page.locator(rows)).toHaveCount(18);
  await expect(page.locator(rows).filter({ hasNotText: 'Platform' })).toHaveCount(0);
  await expect(page).toHaveURL(/log\/\?log=Platform$/);
  await page.getByLabel('Log', { exact: true }).selectOption({ value: 'Docket' });
  await expect(page.locator(rows)).toHaveCount(all - 18);
  const own = page.locator(rows).filter({ hasText: 'ADR-019' });
  await expect(own.locator('.log-badge')).toHaveText('Docket');
  await own.locator('.what a').click();
  await expect(page).toHaveURL(new RegExp(`/docket/adr/${OWN}/$`));
  await expect(page.locator('.record-line .log-badge')).toHaveText('Docket');
});

for (const address of [`adr/${OWN}/`, 'adr/019/', `history/adr/${OWN}/`]) {
  test(`the former address ${address} leads to the record`, async ({ page }) => {
    await page.goto(address);
    await page.waitForURL(`**/docket/adr/${OWN}/`);
    await expect(page.locator('h1')).toContainText('One Pure Record Model');
  });
}

test('the folder of a log leads to its decisions', async ({ page }) => {
  await page.goto('docket/adr/');
  await page.waitForURL('**/log/?log=Docket');
  await expect(page.locator(rows).filter({ hasText: 'ADR-019' })).toHaveCount(1);
});

test('the page of a tag tells which logs decided about it', async ({ page }) => {
  await page.goto('tags/security/');
  await expect(page.getByText(/^(?:Platform|Docket) \(\d+\)/)).toBeVisible();
});

test('the search can be narrowed to one log', async ({ page }) => {
  await page.goto('log/');
  await page.keyboard.press('/');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('searchbox').fill('session');
  await expect(dialog.locator('#search-results > .hit').first()).toBeVisible();
  const log = dialog.getByRole('group', { name: 'Log' });
  await log.locator('label').filter({ hasText: 'Docket' }).click();
  const links = dialog.locator('a[href*="/adr/"]');
  await expect(links.first()).toBeVisible();
  const elsewhere = () =>
    links.evaluateAll((all) =>
      all
        .map((link) => String(link.getAttribute('href')))
        .filter((href) => !href.includes('/docket/adr/')),
    );
  // The list of before stands there until the next one is found.
  await expect.poll(elsewhere).toEqual([]);
  await expect(links.first()).toBeVisible();
});
