import { expect, type Locator, type Page, test } from 'playwright/test';
import { expectWhole } from '../whole-page.ts';

/* The site of a repository with pages of its own, the log of another one, and a decision that a person has signed. */

const PAGES = {
  'the home of two logs': '',
  'the log of two logs': 'log/',
  'the timeline of a log': 'till/timeline/',
  'a record of another repository': 'till/adr/0001-take-cards/',
  'a decision that is ratified': 'adr/0001-open-late/',
  'a page of the repository': 'pages/lights/',
  'the page of a folder': 'pages/',
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

/** Goes on with the Tab key until an element has the focus, and opens it. */
async function openByKey(page: Page, link: Locator): Promise<void> {
  for (let step = 0; step < 80; step += 1) {
    await page.keyboard.press('Tab');
    if (await link.evaluate((element) => element === document.activeElement)) break;
  }
  await expect(link).toBeFocused();
  await page.keyboard.press('Enter');
}

test('a reader with a keyboard goes from a page of the repository to the decision it names', async ({
  page,
}) => {
  await page.goto('pages/lights/');
  await openByKey(page, page.getByRole('main').getByRole('link', { name: 'decided' }));
  await expect(page.locator('h1')).toContainText('Open late');
  await openByKey(page, page.getByRole('main').getByRole('link', { name: 'how', exact: true }));
  await expect(page.locator('h1')).toContainText('Turn on the lights');
});

test('a reader with a keyboard goes from the log of both to that of one, and to its record', async ({
  page,
}) => {
  await page.goto('timeline/');
  await openByKey(page, page.getByRole('main').getByRole('link', { name: 'Till', exact: true }));
  await expect(page.locator('h1')).toContainText('Till');
  await openByKey(
    page,
    page
      .getByRole('main')
      .getByRole('link', { name: /Take cards/ })
      .first(),
  );
  await expect(page).toHaveURL(/\/till\/adr\/0001-take-cards\/$/);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a decision says who has signed it, and another that nobody has', async ({ page }) => {
    await page.goto('adr/0001-open-late/');
    const block = page.getByRole('region', { name: 'Ratified' });
    await expect(block).toContainText('anna@example.org');
    await expect(block).toContainText('The text is the one that was signed.');
    await page.goto('adr/0002-take-cards-too/');
    await expect(page.locator('.record-line')).toContainText('Accepted, not ratified');
  });

  test('pages, records and logs of both lead to each other', async ({ page }) => {
    await page.goto('pages/');
    await page.getByRole('main').getByRole('link', { name: 'lights', exact: true }).click();
    const plan = page.getByRole('main').getByRole('link', { name: 'Where they are' });
    await expect(plan).toHaveAttribute('href', 'https://elsewhere.example.org/plan.png');
    await page.goto('adr/0002-take-cards-too/');
    await page
      .getByRole('main')
      .getByRole('link', { name: /Take cards$/ })
      .first()
      .click();
    await expect(page).toHaveURL(/\/till\/adr\/0001-take-cards\/$/);
  });
});
