import { expect, test } from 'playwright/test';

test('a reader with a keyboard reaches a decision and skips the navigation', async ({ page }) => {
  await page.goto('log/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: /^Skip to/ })).toBeFocused();
  await page.keyboard.press('Enter');

  const target = page.getByRole('link', { name: /^Secret Management with Azure/ });
  for (let presses = 0; presses < 300; presses += 1) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) break;
  }
  await expect(target).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('h1')).toContainText('ADR-018');
});

test('whatever takes the focus shows it', async ({ page }) => {
  await page.goto('adr/adr-018-secret-management-keyvault-eso/');
  const unseen: string[] = [];
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return undefined;
      const style = getComputedStyle(element);
      const isSeen =
        (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0) ||
        style.boxShadow !== 'none';
      return isSeen ? undefined : element.outerHTML.slice(0, 120);
    });
    if (found !== undefined) unseen.push(found);
  }
  expect(unseen).toEqual([]);
});

test('a wide table and a diagram scroll inside themselves, with the keyboard too', async ({
  page,
}) => {
  await page.setViewportSize({ width: 375, height: 800 });
  await page.goto('adr/adr-018-secret-management-keyvault-eso/');
  const regions = page.locator('main [role="region"][tabindex="0"]');
  expect(await regions.count()).toBeGreaterThan(2);
  const wide = await regions.evaluateAll((elements) =>
    elements.findIndex(
      (element) => element.checkVisibility() && element.scrollWidth > element.clientWidth,
    ),
  );
  expect(wide).toBeGreaterThanOrEqual(0);
  const region = regions.nth(wide);
  await region.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => region.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
});
