import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from 'playwright/test';
import { watch } from '../watch.ts';

const PAGE = 'adr/adr-004-draw-sessions/';

// Mermaid takes a while to start where two browsers share a machine.
test.setTimeout(90_000);

/** Opens the page and reads on until every diagram was drawn or refused. */
async function read(page: Page): Promise<void> {
  await page.goto(PAGE);
  for (const figure of await page.locator('.diagram-mermaid').all()) {
    await figure.scrollIntoViewIfNeeded();
    await expect(figure).toHaveAttribute('data-state', /./, { timeout: 20_000 });
  }
}

test('a browser draws under the policy what only Mermaid can, and nothing moves', async ({
  page,
  baseURL,
}) => {
  await page.addInitScript(() => {
    const moved: number[] = [];
    Object.assign(window, { moved });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) moved.push((entry as { value?: number }).value ?? 0);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const { faults } = watch(page, new URL(baseURL ?? '').host);
  await read(page);
  const figures = page.locator('.diagram-mermaid');
  await expect(figures).toHaveCount(4);
  const pie = figures.first().getByRole('img', { name: 'Where sessions are' });
  await expect(pie).toBeVisible();
  expect(await pie.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(300);
  expect(decodeURIComponent((await pie.getAttribute('src')) ?? '')).toContain('Redis');
  await expect(figures.nth(1).getByRole('img', { name: 'Class diagram' })).toBeVisible();
  await expect(figures.nth(2).getByRole('img', { name: 'Mind map' })).toBeVisible();
  expect(await page.evaluate(() => (window as unknown as { moved: number[] }).moved)).toEqual([]);
  expect(faults).toEqual([]);
});

test('the frame has no origin, and its policy lets it ask for nothing', async ({ page }) => {
  await read(page);
  const frame = page.frames().find((one) => one.url().includes('/_astro/diagrams.'));
  const seen = await frame?.evaluate(async () => ({
    origin: window.origin,
    asked: await fetch(location.href).then(
      () => 'an answer',
      () => 'nothing',
    ),
  }));
  expect(seen).toEqual({ origin: 'null', asked: 'nothing' });
  await expect(page.locator('iframe')).toHaveAttribute('sandbox', 'allow-scripts');
  await expect(page.locator('iframe')).toHaveCount(1);
});

test('a diagram has its description and its source, and one that Mermaid refuses says why', async ({
  page,
}) => {
  await read(page);
  const [first, last] = [
    page.locator('.diagram-mermaid').first(),
    page.locator('.diagram-mermaid').last(),
  ];
  await first.getByText('Where sessions are', { exact: true }).click();
  await expect(first).toContainText('Most are in Redis & few in files.');
  await expect(first.locator('code')).toContainText('"Files" : 10');
  await expect(last).toContainText('Mermaid could not draw this diagram: Parse error on line 2');
  await expect(last.locator('code')).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
});

test('a drawing follows the theme, and paper is light', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await read(page);
  const [light, dark] = [
    page.locator('.diagram-mermaid .diagram-light').first(),
    page.locator('.diagram-mermaid .diagram-dark').first(),
  ];
  await expect(dark).toBeVisible();
  await expect(light).toBeHidden();
  await page.emulateMedia({ colorScheme: 'light' });
  await expect(light).toBeVisible();
  await expect(dark).toBeHidden();
  await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
  await expect(light).toBeVisible();
  await expect(dark).toBeHidden();
});

test.describe('without scripting', () => {
  test.use({ javaScriptEnabled: false });

  test('a diagram is its source', async ({ page }) => {
    await page.goto(PAGE);
    await expect(page.locator('.diagram-source').first()).toContainText('"Redis" : 90');
    await expect(page.locator('.diagram-mermaid').first()).toBeHidden();
  });
});

test('a page without such a diagram loads nothing for one', async ({ page }) => {
  await page.goto('adr/adr-001-keep-sessions-in-memory/');
  expect(await page.locator('docket-diagrams, iframe').count()).toBe(0);
});
