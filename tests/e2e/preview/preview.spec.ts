import AxeBuilder from '@axe-core/playwright';
import { expect, test } from 'playwright/test';
import { watch } from '../watch.ts';

const DECISION = 'adr/adr-002-keep-sessions-in-redis/';

test('a reviewer goes from the ribbon to the difference to the changed record', async ({
  page,
  baseURL,
}) => {
  const { faults } = watch(page, new URL(baseURL ?? '').host);
  await page.goto('adr/adr-001-keep-sessions-in-memory/');
  const ribbon = page.getByRole('complementary', { name: 'Preview' });
  await expect(ribbon).toContainText(/Preview of pull request 42 at [0-9a-f]{10}/);
  await expect(ribbon.getByRole('link', { name: 'pull request 42' })).toHaveAttribute(
    'href',
    'https://github.com/acme/shop/pull/42',
  );
  await ribbon.getByRole('link', { name: 'Changes in this preview' }).click();

  await expect(page).toHaveURL(/\/previews\/pr-42\/changes\/$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Changes in this preview');
  const main = page.getByRole('main');
  await expect(main).toContainText('1 record added, 2 records changed, 1 relation added');
  await expect(main).toContainText('Now: ADR-003 depends on ADR-002');
  const decision = page.locator('section', {
    has: page.getByRole('heading', { name: /^ADR-002/ }),
  });
  await expect(decision.locator('del')).toHaveText('24');
  await expect(decision.locator('ins')).toHaveText('12');

  await decision.getByRole('link', { name: 'Decision', exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/previews/pr-42/${DECISION}#decision$`));
  await expect(page.getByRole('main')).toContainText('every session for 12 hours');
  expect(faults).toEqual([]);
});

test('the page of changes says which decisions govern the files, and flags one that no longer holds', async ({
  page,
}) => {
  await page.goto('changes/');
  const governed = page.getByRole('region', {
    name: 'This change touches files governed by 2 decisions',
  });
  await expect(governed.locator('.governed > li')).toHaveCount(2);
  const [now, old] = [
    governed.locator('.governed > li').first(),
    governed.locator('.governed > li').last(),
  ];
  await expect(now).toContainText('src/session.ts');
  await expect(now).toContainText('the change speaks of it in docs/adr/adr-002');
  await expect(old).toContainText('superseded by ADR-002');
  await expect(old).toContainText(
    'Each web server keeps the sessions of its own visitors in memory.',
  );
  await now.getByRole('link', { name: /ADR-002/ }).click();
  await expect(page).toHaveURL(new RegExp(`/previews/pr-42/${DECISION}$`));
  const code = page.getByRole('region', { name: 'Code' });
  await expect(code).toContainText('changes have to name the decision');
  await expect(code.getByRole('link', { name: 'src/session.ts:1' })).toHaveAttribute(
    'href',
    /^https:\/\/github\.com\/acme\/shop\/blob\/[0-9a-f]{40}\/src\/session\.ts#L1$/,
  );
});

test('the log and the sidebar mark what is new and what changed', async ({ page }) => {
  await page.goto('log/');
  await expect(page.getByRole('row', { name: /ADR-003/ }).locator('.change-mark')).toHaveText(
    'new',
  );
  await expect(page.getByRole('row', { name: /ADR-002/ }).locator('.change-mark')).toHaveText(
    'changed',
  );
  await page.goto(DECISION);
  await expect(page.locator('.side .change-mark')).toHaveText(['changed', 'changed', 'new']);
});

test('no page of a preview is for search engines', async ({ request }) => {
  for (const path of ['', 'log/', DECISION, 'changes/', 'guides/write-an-adr/']) {
    const html = await (await request.get(path)).text();
    expect(html, path).toContain('<meta name="robots" content="noindex"');
  }
});

for (const scheme of ['light', 'dark'] as const) {
  test(`the page of changes is accessible and holds together, ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto('changes/');
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    for (const width of [320, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, `${width}`).toBe(0);
    }
  });
}
