import { gzipSync } from 'node:zlib';
import { expect, test } from 'playwright/test';
import { PAGES } from './pages.ts';

/** What a decision may weigh in KB, gzipped, before the search is opened. */
const LIMIT = 60;

test('a decision is light: HTML, styles and scripts together', async ({ page }) => {
  const weights: Record<string, number> = { document: 0, stylesheet: 0, script: 0 };
  const reading: Promise<void>[] = [];
  page.on('response', (response) => {
    const kind = response.request().resourceType();
    if (!(kind in weights)) return;
    reading.push(
      response.body().then((body) => {
        weights[kind] = (weights[kind] ?? 0) + gzipSync(body, { level: 9 }).length / 1000;
      }),
    );
  });
  await page.goto(PAGES.decision);
  await page.waitForLoadState('networkidle');
  await Promise.all(reading);
  for (const weight of Object.values(weights)) expect(weight).toBeGreaterThan(0.5);
  const total = Object.values(weights).reduce((sum, weight) => sum + weight, 0);
  test.info().annotations.push({ type: 'weight', description: JSON.stringify(weights) });
  expect(total, JSON.stringify(weights)).toBeLessThanOrEqual(LIMIT);
});
