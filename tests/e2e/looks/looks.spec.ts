import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page, test } from 'playwright/test';
import { ROOT } from '../../../packages/docket/tests/support/repository.ts';
import { COMMON_PAGES } from '../pages.ts';

/*
 * What each type of page looks like, held pixel by pixel. The records are those of the rules' examples, and the letters
 * come from one font that is a dependency, so that only a change of design changes a picture. After one, look at the
 * pictures and take them over: `pnpm test:e2e --project looks --update-snapshots`.
 */

// The pictures are taken with a style of the test's own, which the policy of the site refuses.
test.use({ bypassCSP: true });

const PAGES = {
  ...COMMON_PAGES,
  'graph-of-a-tag': 'graph/sessions/',
  history: 'history/adr/adr-002-keep-sessions-in-redis/',
  tag: 'tags/sessions/',
  decision: 'adr/adr-002-keep-sessions-in-redis/',
  superseded: 'adr/adr-001-keep-sessions-in-memory/',
  spec: 'specs/spec-0001-session-store/',
  provenance: 'provenance/spec-0001-session-store/',
  print: 'print/',
  statuses: 'reference/statuses/',
} as const;
type Name = keyof typeof PAGES;

/** Those where colours carry the most. */
const ALSO_DARK: readonly Name[] = ['home', 'log', 'graph', 'trace', 'superseded', 'provenance'];
/** Those whose layout changes most on a phone. */
const ALSO_NARROW: readonly Name[] = ['home', 'log', 'timeline', 'trace', 'decision'];

const LETTERS = [400, 600, 700].map((weight) => {
  const file = `packages/starlight-docket/node_modules/@fontsource/inter/files/inter-latin-${weight}-normal.woff2`;
  const data = readFileSync(path.join(ROOT, file)).toString('base64');
  return `@font-face{font-family:Looks;font-weight:${weight};src:url(data:font/woff2;base64,${data})}`;
});

async function picture(page: Page, name: Name, file: string): Promise<void> {
  const response = await page.goto(PAGES[name]);
  expect(response?.status()).toBe(name === 'missing' ? 404 : 200);
  await compare(page, file);
}

async function compare(page: Page, file: string): Promise<void> {
  await page.addStyleTag({
    content: `${LETTERS.join('')} *,*::before,*::after{font-family:Looks!important}`,
  });
  await page.evaluate(() => document.fonts.ready);
  await expect(page).toHaveScreenshot(`${file}.png`, { maxDiffPixelRatio: 0.01 });
}

for (const name of Object.keys(PAGES) as Name[]) {
  test(`${name}, light`, async ({ page }) => {
    await picture(page, name, name);
  });
}

test.describe('dark', () => {
  test.use({ colorScheme: 'dark' });
  for (const name of ALSO_DARK) {
    test(`${name}, dark`, async ({ page }) => {
      await picture(page, name, `${name}-dark`);
    });
  }
});

test.describe('narrow', () => {
  test.use({ viewport: { width: 375, height: 812 } });
  for (const name of ALSO_NARROW) {
    test(`${name}, on a phone`, async ({ page }) => {
      await picture(page, name, `${name}-narrow`);
    });
  }
});

test('the search, open', async ({ page }) => {
  await page.goto('');
  await page.keyboard.press('/');
  await page.keyboard.type('Redis');
  await expect(page.getByRole('dialog').getByRole('link').first()).toBeVisible();
  await compare(page, 'search');
});
