import { expect, type Page, test } from 'playwright/test';

const background = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.body).backgroundColor);

test('the theme follows the system, and a choice is kept', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('');
  const light = await background(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await background(page);
  expect(dark).not.toBe(light);

  await page.getByRole('radio', { name: /light/i }).check({ force: true });
  expect(await background(page)).toBe(light);
  await page.goto('log/');
  expect(await background(page)).toBe(light);
});

test('nothing moves while a page loads', async ({ page }) => {
  await page.addInitScript(() => {
    const record = { shift: 0 };
    Object.assign(window, { layoutShift: record });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        record.shift += (entry as PerformanceEntry & { value: number }).value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  for (const path of ['', 'log/', 'adr/adr-018-secret-management-keyvault-eso/']) {
    await page.goto(path);
    await page.waitForLoadState('networkidle');
    const shift = await page.evaluate(
      () => (window as unknown as { layoutShift: { shift: number } }).layoutShift.shift,
    );
    expect(shift, path).toBeLessThan(0.001);
  }
});

test('a decision prints as a document, without the chrome', async ({ page }) => {
  await page.goto('adr/adr-018-secret-management-keyvault-eso/');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('h1')).toBeVisible();
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden();
});
