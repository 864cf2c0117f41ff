import { expect, test } from 'playwright/test';

test('a reader asks which decisions stood on a day, and can pass the answer on', async ({
  page,
}) => {
  await page.goto('timeline/');
  await page.getByLabel('The architecture as of').fill('2026-03-04');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page).toHaveURL(/\/timeline\/\?on=2026-03-04$/);
  const answer = page.locator('docket-as-of .answer');
  await expect(answer.getByRole('link', { name: /ADR-007/ })).toBeVisible();
  await expect(answer.getByRole('link', { name: /ADR-017/ })).toHaveCount(0);

  await page.goto('timeline/?on=2026-03-05');
  await expect(page.getByRole('status').first()).toContainText(/decisions were in force/);
  await expect(answer.getByRole('link', { name: /ADR-017/ })).toBeVisible();
  await expect(answer.getByRole('link', { name: /ADR-007/ })).toHaveCount(0);
});

test('a reader sees what changed since a day', async ({ page }) => {
  await page.goto('since/');
  await page.getByLabel('Since').fill('2026-03-02');
  await page.getByLabel('Since').blur();
  await expect(page).toHaveURL(/\/since\/\?since=2026-03-02$/);
  await expect(page.getByRole('status').first()).toContainText(/[1-9]\d* superseded/);
  await expect(page.getByRole('heading', { name: '1 March 2026' })).toBeHidden();
  await expect(page.getByRole('heading', { name: '2 March 2026' })).toBeVisible();
  await page.getByRole('button', { name: 'All' }).click();
  await expect(page.getByRole('heading', { name: '1 March 2026' })).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('days of change have pages, and a changed record shows its words', async ({ page }) => {
    await page.goto('timeline/');
    await page.getByRole('link', { name: '3 March 2026' }).click();
    await expect(page.locator('main').getByRole('link', { name: /ADR-007/ })).toBeVisible();
    await expect(page.locator('main').getByRole('link', { name: /ADR-017/ })).toHaveCount(0);

    await page.goto('adr/adr-017-managed-postgresql-shared-database/');
    await page.getByRole('link', { name: 'What changed, word by word' }).click();
    await expect(page.locator('.difference ins').first()).toBeVisible();
  });
});

test('programs find feeds, Markdown, JSON and schemas', async ({ page, request }) => {
  await page.goto('adr/adr-018-secret-management-keyvault-eso/');
  const linked = (type: string) =>
    page.locator(`head link[type="${type}"]`).first().getAttribute('href');
  const feed = await request.get((await linked('application/atom+xml')) ?? '');
  expect(await feed.text()).toContain('<feed xmlns="http://www.w3.org/2005/Atom"');
  const markdown = await request.get((await linked('text/markdown')) ?? '');
  expect(await markdown.text()).toMatch(/^---\ntitle: "ADR-018: /);
  for (const path of ['api/records.json', 'api/graph.json', 'api/records/ADR-018.json']) {
    expect((await (await request.get(path)).json()).version, path).toBe(1);
  }
  expect((await request.get('api/schemas/record.schema.json')).ok()).toBe(true);
  expect(await (await request.get('llms.txt')).text()).toMatch(/^# Docket\n/);
  const article = await page.locator('script[type="application/ld+json"]').textContent();
  expect(JSON.parse(article ?? '')['@type']).toBe('TechArticle');
});
