import { expect, test } from 'playwright/test';

const DECISION = 'docket/adr/adr-044-one-gate-for-html/';

test('a reader with a keyboard opens a folder of governed files and goes on to the decisions of a path', async ({
  page,
}) => {
  await page.goto(DECISION);
  const code = page.getByRole('region', { name: 'Code' });
  await expect(code).toContainText(/Governs: \d+ files/);
  const folder = code.locator('details', { hasText: 'starlight-docket/markdown/' }).last();
  const isOpen = async () => (await folder.getAttribute('open')) !== null;
  const before = await isOpen();
  await folder.locator('summary').first().focus();
  await page.keyboard.press('Enter');
  expect(await isOpen()).toBe(!before);

  const link = code.getByRole('link', { name: 'All files that decisions speak of' });
  await link.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Trace by file');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the folders of governed files open, and every governed path has a row', async ({
    page,
  }) => {
    await page.goto('docket/adr/adr-062-what-a-decision-has-lost/');
    const code = page.getByRole('region', { name: 'Code' });
    await expect(code.getByText('governs-gone.ts', { exact: true })).toBeVisible();
    const summary = code.locator('summary').first();
    await summary.click();
    await expect(code.getByText('governs-gone.ts', { exact: true })).toBeHidden();

    for (let number = 1; ; number += 1) {
      const path = number === 1 ? 'trace/files/' : `trace/files/${number}/`;
      expect((await page.goto(path))?.status(), 'no page has the file').toBe(200);
      const row = page.getByRole('row', { name: /governs-gone\.ts/ });
      if ((await row.count()) === 0) continue;
      await row.getByRole('link', { name: /ADR-062/ }).click();
      break;
    }
    await expect(page).toHaveURL(/\/docket\/adr\/adr-062-/);
  });
});
