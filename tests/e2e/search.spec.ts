import { expect, type Page, test } from 'playwright/test';

async function search(page: Page, words: string) {
  await page.goto('');
  await page.keyboard.press('/');
  const dialog = page.getByRole('dialog', { name: 'Search' });
  await expect(dialog).toBeVisible();
  await dialog.getByRole('searchbox').fill(words);
  await expect(dialog.locator('#search-results > .hit').first()).toBeVisible();
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
  await expect.poll(() => results.count()).toBeLessThan(all);
});

test('search works from the keyboard alone', async ({ page }) => {
  await search(page, 'Sealed Secrets');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.locator('h1')).toBeVisible();
  await expect(page).toHaveURL(/\/(adr|specs|provenance)\//);
  await page.waitForLoadState();
  await page.keyboard.press('/');
  await expect(page.getByRole('dialog', { name: 'Search' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Search' })).toBeHidden();
});

for (const typed of ['018', 'ADR-18', 'adr 018']) {
  test(`typing ${typed} and Enter goes straight to the record`, async ({ page }) => {
    await page.goto('');
    await page.keyboard.press('Control+k');
    await page.keyboard.type(typed);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/adr\/adr-018-/);
  });
}

test('a result shows its status and its outcome, and what replaced a decision comes before it', async ({
  page,
}) => {
  const dialog = await search(page, 'PostgreSQL on Azure Database Flexible Server');
  const results = dialog.locator('#search-results > .hit');
  const ids = async () => {
    const texts = await results.allTextContents();
    return texts.flatMap((text) => /^ADR-(?:007|017)/.exec(text) ?? []);
  };
  await expect.poll(ids).toEqual(['ADR-017', 'ADR-007']);
  const texts = await results.allTextContents();
  const place = (id: string) => texts.findIndex((text) => text.startsWith(id));
  await expect(results.nth(place('ADR-007'))).toContainText('Superseded');
  await expect(results.nth(place('ADR-017'))).toContainText('Accepted');
  await expect(results.nth(place('ADR-017')).locator('.outcome')).not.toBeEmpty();
});

test('the palette goes to pages, filters the log and changes the theme', async ({ page }) => {
  await page.goto('');
  const commands = page.getByRole('list', { name: 'Commands' });
  const open = async () => {
    // The scripts of a page listen once it is loaded.
    await page.waitForLoadState('load');
    await page.keyboard.press('Control+k');
    await expect(commands.getByRole('listitem').first()).toBeVisible();
  };
  await open();
  await expect.poll(() => commands.getByRole('listitem').count()).toBeGreaterThan(15);
  await page.keyboard.type('superseded');
  await expect(commands.getByRole('listitem').first()).toContainText('Show superseded decisions');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/log\/\?status=Superseded$/);

  await open();
  await page.keyboard.type('> dark');
  await expect(commands.getByRole('listitem')).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Search' })).toBeHidden();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.getByRole('radio', { name: 'Dark' }).first()).toBeChecked();

  await open();
  await page.getByRole('searchbox', { name: 'Search' }).fill('trace');
  await expect(commands.getByRole('link', { name: /^From order to proof/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/trace\/$/);
});

test('nothing of the search is loaded before it is opened', async ({ page }) => {
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(request.url()));
  const isSearch = (url: string) => /pagefind|search-panel/.test(url);
  await page.goto('');
  await page.waitForLoadState('networkidle');
  expect(loaded.length).toBeGreaterThan(2);
  expect(loaded.filter(isSearch)).toEqual([]);
  await page.keyboard.press('/');
  await expect(page.getByRole('list', { name: 'Commands' }).first()).toBeVisible();
  await expect.poll(() => loaded.filter(isSearch).length).toBeGreaterThan(1);
});
