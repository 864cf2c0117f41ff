import { expect, test } from 'playwright/test';

test('the graph leads to decisions, hides a kind of relation, and says the same in words', async ({
  page,
}) => {
  await page.goto('graph/');
  const graph = page.getByRole('group', { name: 'Graph of the decisions of Platform' });
  await expect(graph.getByRole('link')).not.toHaveCount(0);
  const lines = graph.locator('.line.k-amends path');
  await expect(lines.first()).toBeVisible();
  await page.getByRole('checkbox', { name: 'amends' }).first().uncheck();
  await expect(lines.first()).toBeHidden();

  const words = page.getByRole('listitem').filter({ hasText: 'Managed PostgreSQL' });
  await expect(words.first()).toContainText(/supersedes\s+ADR-007/);
  await graph.getByRole('link', { name: /ADR-007.*Superseded/i }).click();
  await expect(page).toHaveURL(/\/adr\/adr-007-/);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a decision shows its neighbours, what rests on it, and its chain', async ({ page }) => {
    await page.goto('adr/adr-007-postgresql-azure-flexible-server/');
    const impact = page.getByRole('region', { name: 'Relations and impact' });
    await expect(
      impact.getByRole('group', { name: /^ADR-007 and the decisions/ }).getByRole('link'),
    ).not.toHaveCount(0);
    await expect(impact.locator('.succession li')).toHaveText([/ADR-007/, /ADR-017/]);
    await expect(impact.locator('.succession [aria-current]')).toContainText('ADR-007');

    await page.goto('adr/adr-017-managed-postgresql-shared-database/');
    await expect(
      page
        .getByRole('listitem')
        .filter({ hasText: /depends on\s+ADR-007\s+\(superseded\), which this replaced/ }),
    ).toContainText('ADR-008');
  });
});

test('a phone shows a graph in a frame of its own', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 800 });
  await page.goto('graph/secrets/');
  const frame = page.getByRole('region', { name: /drawn$/ });
  expect(await frame.evaluate((element) => element.scrollWidth > element.clientWidth)).toBe(true);
  await frame.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => frame.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
});
