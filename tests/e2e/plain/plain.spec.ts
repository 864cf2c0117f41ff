import { expect, test } from 'playwright/test';
import { expectWhole } from '../whole-page.ts';

/* The site of somebody who has six decisions and typed one command. */

const PAGES = {
  home: '',
  log: 'log/',
  graph: 'graph/',
  'a superseded record': 'adr/0002-pay-in-cash/',
  'a record with code, a table and a diagram': 'adr/0003-pay-by-card/',
  'files of decisions': 'trace/files/',
  'a record without a status': 'adr/0004-open-on-sundays/',
  'a record with days and an adoption': 'adr/0006-rent-a-van/',
  'what is due': 'due/',
  'the trace of all specifications': 'trace/',
  'a specification of another tool': 'specs/spec-kit/001-pay-by-card/',
  'a contract of it': 'specs/spec-kit/001-pay-by-card/contracts/till-yaml/',
  'the trace of it': 'specs/spec-kit/001-pay-by-card/trace/',
  'what is missing': 'trace/gaps/',
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

test('a reader with a keyboard goes from the home to a decision by its name', async ({ page }) => {
  await page.goto('');
  await page.keyboard.press('/');
  await page.keyboard.type('card');
  await expect(page.getByRole('dialog').getByRole('link').first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.locator('h1')).toContainText('Pay by card');
});

test('a reader with a keyboard goes from what is due to the decision and its facts', async ({
  page,
}) => {
  await page.goto('due/');
  const link = page.getByRole('region', { name: 'Overdue' }).getByRole('link');
  for (let step = 0; step < 60; step += 1) {
    await page.keyboard.press('Tab');
    if (await link.evaluate((element) => element === document.activeElement)) break;
  }
  await expect(link).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('h1')).toContainText('Rent a van');
  await expect(page.locator('.record-line')).toContainText(/Accepted\s*Adopted in part/);
  const fact = (label: string) =>
    page.locator('.fact', { has: page.getByText(label, { exact: true }) }).locator('dd');
  await expect(fact('Adoption')).toHaveText(/In part\s*,\s*since 1 May 2019/);
  await expect(fact('Review by')).toHaveText('31 January 2020');
  await expect(fact('Revisit when')).toHaveText('vans cost double');
});

test('a reader with a keyboard goes from one text of a specification to another', async ({
  page,
}) => {
  await page.goto('specs/spec-kit/001-pay-by-card/');
  const tabs = page.getByRole('navigation', { name: 'Parts of the specification' });
  await expect(tabs.getByRole('link', { name: 'Specification' })).toHaveAttribute(
    'aria-current',
    'page',
  );
  await tabs.getByRole('link', { name: 'Specification' }).focus();
  await page.keyboard.press('Tab');
  await expect(tabs.getByRole('link', { name: 'Plan' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('h1')).toHaveText('Implementation Plan: Pay by card');
});

test('a specification is printed without its tabs', async ({ page }) => {
  await page.goto('specs/spec-kit/001-pay-by-card/');
  const tabs = page.getByRole('navigation', { name: 'Parts of the specification' });
  await expect(tabs).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(tabs).toBeHidden();
  await expect(page.getByText('The till MUST take cards.')).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the home tells what is overdue, and the page of it leads to a calendar', async ({
    page,
    request,
  }) => {
    await page.goto('');
    const attention = page.getByRole('region', { name: 'Needs attention' });
    await expect(attention).toContainText('review that was due on 2020-01-31');
    await page.goto('due/');
    await expect(page.getByRole('region', { name: 'Overdue' }).getByRole('listitem')).toHaveText([
      /31 January 2020\s*0?6?.*Rent a van/,
    ]);
    await expect(page.getByRole('region', { name: 'Coming up' })).toContainText('31 December 2999');
    await expect(page.getByRole('region', { name: 'When something happens' })).toContainText(
      'vans cost double',
    );
    const address = await page.getByRole('link', { name: /calendar/ }).getAttribute('href');
    const calendar = await request.get(address ?? '');
    expect(calendar.headers()['content-type']).toMatch(/^text\/calendar/);
    expect(await calendar.text()).toContain('DTSTART;VALUE=DATE:20200131');
  });

  test('the log leads to every decision, and a diagram is there as its source', async ({
    page,
  }) => {
    await page.goto('');
    await page.getByRole('link', { name: 'Decisions' }).first().click();
    await expect(page.locator('docket-log .what a')).toHaveCount(6);
    await page.getByRole('link', { name: 'Pay by card' }).first().click();
    await expect(page.locator('h1')).toContainText('Pay by card');
    await expect(page.locator('.diagram-source')).toContainText('"Card" : 80');
    await expect(page.locator('.diagram-source')).toBeVisible();
  });

  test('a decision leads to the code that names it, and a path to its decisions', async ({
    page,
  }) => {
    await page.goto('adr/0003-pay-by-card/');
    const code = page.getByRole('region', { name: 'Code' });
    await expect(code).toContainText('shop/till.ts:1');
    await expect(code).toContainText('Governs: 1 file');
    await code.getByRole('link', { name: 'All files that decisions speak of' }).click();
    const row = page.getByRole('row', { name: /till\.ts/ });
    await row.getByRole('link', { name: /0003/ }).first().click();
    await expect(page.locator('h1')).toContainText('Pay by card');
  });

  test('a specification of another tool leads to its texts, its picture, the decision and the code', async ({
    page,
  }) => {
    await page.goto('');
    await page
      .getByRole('region', { name: 'Specifications' })
      .getByRole('link', { name: 'Pay by card' })
      .click();
    await expect(page.locator('h1')).toHaveText('Feature Specification: Pay by card');
    await page.getByRole('link', { name: 'the plan' }).click();
    await expect(page).toHaveURL(/\/specs\/spec-kit\/001-pay-by-card\/plan\/#how$/);
    const picture = page.getByRole('img', { name: 'The till' });
    expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(40);
    await expect(page.getByText('the till', { exact: true })).toHaveAttribute(
      'title',
      'shop/till.ts, a file of the repository',
    );
    await page.getByRole('link', { name: 'contract', exact: true }).click();
    await expect(page.locator('pre')).toContainText('openapi: 3.1.0');
    const parts = page.getByRole('navigation', { name: 'Contracts' });
    await parts.getByRole('link', { name: 'Bank' }).click();
    await expect(page.locator('h1')).toHaveText('The bank');
  });

  test('the trace leads from a requirement to its task, and names the one that has none', async ({
    page,
  }) => {
    await page.goto('trace/');
    const row = page.getByRole('row', { name: /Pay by card/ });
    await expect(row).toContainText('2 of 3 tasks done');
    await row.getByRole('link', { name: '1 requirement that no task names' }).click();
    await expect(page.locator('h1')).toHaveText('Pay by card: trace');
    await expect(page.locator('#requirement-fr-002')).toContainText('No task names it');
    await page.locator('#requirement-fr-001').getByRole('link', { name: 'T001' }).click();
    await expect(page).toHaveURL(/#task-t001$/);
    await expect(page.locator('#task-t001')).toContainText('Take cards in shop/till.ts');
  });
});

test('every record tells a search engine what it is about', async ({ page }) => {
  const described = async (path: string) => {
    await page.goto(path);
    return page.locator('meta[name="description"]').getAttribute('content');
  };
  expect(await described('adr/0003-pay-by-card/')).toBe('We do so.');
});
