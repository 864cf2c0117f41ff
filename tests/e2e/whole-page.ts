import { expect, type Page } from 'playwright/test';
import { violationsOn } from './axe.ts';
import { WIDTHS } from './pages.ts';
import { watch } from './watch.ts';

/** What differs from page to page. */
interface PageOptions {
  /** Whether the page answers 404, as it should. */
  readonly isMissing?: boolean;
  /** Whether it has styles of its own for forced colours. */
  readonly hasForced?: boolean;
}

/**
 * Opens a page and holds it to what every page must be: accessible in each look, quiet, on its host, and as wide as its
 * window. One visit for all, because most of a visit is opening the page.
 * @param baseURL of the site
 * @param path below it
 */
export async function expectWhole(
  page: Page,
  baseURL: string | undefined,
  path: string,
  { isMissing = false, hasForced = false }: PageOptions = {},
): Promise<void> {
  const { faults } = watch(page, new URL(baseURL ?? '').host, isMissing ? path : undefined);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(path);
  // Blocks of code that scroll are made to take the focus by a script.
  await page.waitForLoadState('networkidle');
  expect.soft(faults).toEqual([]);
  await expect(page.locator('h1')).toHaveCount(1);
  expect.soft(await violationsOn(page, hasForced)).toEqual([]);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect.soft(overflow, `at ${width} px`).toBeLessThanOrEqual(0);
  }
}
