import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page, test } from 'playwright/test';
import { ROOT } from '../../../packages/docket/tests/support/repository.ts';
import { foreign } from './made-up.ts';

const SITE = path.join(ROOT, '.cache/words-site');
const DECISION = 'adr/adr-002-keep-sessions-in-redis/';

/** What is said in Latin letters in every language: ids, statuses, paths, and the words that the format of records fixes. */
const ALLOWED = new RegExp(
  [
    '⟦[^⟦⟧]*⟧',
    'No (?:autonomous|deviations|agent)[^|⟦⟧]*|session:',
    String.raw`\b(?:ADR|SPEC|Spec|Provenance)[- ]?\d+\b|\bProvenance:`,
    // What another tool is called, its ids, and a verb by which a task says what it made.
    String.raw`\bSpec Kit\b|\bT002 Create\b|\b(?:T|US|FR-|SC-)\d+\b`,
    String.raw`\b(?:proposed|accepted|rejected|deprecated|superseded)\b`,
    // Paths, but no key of a word that nobody said.
    String.raw`(?!docket\.)[\w.*-]*[/.][\w./*-]+|\b[0-9a-f]{7,40}\b`,
    String.raw`\b(?:UTC|A\. Author|C\. Committer|Option [AB]|[AB]|pass|Created|Yes|No)\b`,
    'Decision, Rationale, Acceptable|File, Status|#, Step, Result, Details|Mitigation:|Not applicable',
  ].join('|'),
  'gi',
);

/** Every page but those that lead elsewhere. */
const PAGES = readdirSync(SITE, { recursive: true })
  .map((file) => String(file).replaceAll(path.sep, '/'))
  .filter((file) => file.endsWith('.html'))
  .filter((file) => !/http-equiv="refresh"/.test(readFileSync(path.join(SITE, file), 'utf8')))
  .map((file) => file.replace(/(?:^|\/)index\.html$/, ''))
  .sort();

/** Words of the page in Latin letters that are no words of the made-up language. */
async function strays(page: Page): Promise<string[]> {
  const said = await page.evaluate(() => {
    const said: string[] = [];
    const ATTRIBUTES = ['aria-label', 'title', 'placeholder', 'alt', 'data-label', 'label'];
    // Headings and other names that the format of records fixes, the text of a record as it is in its file, and what
    // Git and the linter found, which is English like the names of rules.
    const FIXED =
      '.sl-markdown-content :is(h1, h2, h3, h4, th, p > strong, li > strong), .difference, .evidence-text, .attention li > span, .hit .excerpt';
    const headings = new Set(
      [...document.querySelectorAll('.sl-markdown-content :is(h1, h2, h3, h4)')].map((one) =>
        one.textContent?.trim().replace(/\s*#$/, ''),
      ),
    );
    const isFixed = (parent: Element | null) =>
      parent?.matches('.verdict-why p') || (parent?.closest(FIXED) && !parent.closest('.verdict'));
    const visit = (node: Node): void => {
      if (node instanceof Text) {
        const text = node.data.trim();
        if (text === '' || isFixed(node.parentElement)) return;
        if (node.parentElement?.closest('nav, [role=dialog], dialog') && headings.has(text)) return;
        said.push(node.data);
        return;
      }
      if (node instanceof Element) {
        if (node.matches('script, style, link')) return;
        for (const name of ATTRIBUTES) said.push(node.getAttribute(name) ?? '');
        if (
          node.matches(
            'meta[name=description], meta[property^="og:"]:not([property$=url], [property$=type], [property$=locale], [property*="image"])',
          )
        )
          said.push(node.getAttribute('content') ?? '');
        if (node.matches('code, pre, kbd, samp')) return;
        if (node instanceof HTMLTemplateElement) visit(node.content);
      }
      for (const child of node.childNodes) visit(child);
    };
    visit(document.documentElement);
    return said;
  });
  return [...new Set(said)].filter((text) => /\p{Script=Latin}/u.test(text.replace(ALLOWED, '')));
}

test('no page says a word that a site could not say otherwise', async ({ page }) => {
  test.setTimeout(180_000);
  expect(PAGES.length).toBeGreaterThan(20);
  // Each with the first page that says it.
  const found: Record<string, string> = {};
  for (const name of PAGES) {
    await page.goto(name);
    for (const words of await strays(page)) found[words] ??= name;
  }
  expect(found).toEqual({});
});

test('the log says what scripts find in words of the page', async ({ page }) => {
  await page.goto('log/');
  const count = page.locator('.count');
  await page.getByRole('searchbox').first().fill(foreign('redis'));
  await expect(count).toHaveText(/^2⟦ of ⟧3⟦ decisions⟧$/);
  expect(await strays(page)).toEqual([]);
  await page.locator('select[name=group]').selectOption('year');
  await expect(page.locator('tr.group')).not.toHaveCount(0);
  expect(await strays(page)).toEqual([]);
});

test('so do the other pages that change as they are used', async ({ page }) => {
  await page.goto('timeline/');
  await page.locator('input[name=on]').fill('2026-02-10');
  await expect(page.locator('docket-as-of .said')).toHaveText(/⟦On ⟧2026-02-10⟦, ⟧/);
  expect(await strays(page)).toEqual([]);
  await page.goto('since/?since=2026-04-02');
  await expect(page.locator('docket-since .said')).toHaveText(/⟦Since ⟧2026-04-02⟦: ⟧/);
  expect(await strays(page)).toEqual([]);
  await page.goto('agent-decisions/?q=zzz');
  await expect(page.locator('docket-ledger .count')).toHaveText(/^0⟦ of ⟧/);
  expect(await strays(page)).toEqual([]);
  await page.goto(`history/${DECISION}?from=1&to=3`);
  await expect(page.locator('docket-compare .said')).toHaveText(/⟦From state ⟧1⟦ to state ⟧3/);
  expect(await strays(page)).toEqual([]);
});

test('so does the search', async ({ page }) => {
  await page.goto('');
  await page.keyboard.press('/');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  expect(await strays(page)).toEqual([]);
  for (const asked of [foreign('redis'), 'zzz', '002']) {
    await dialog.getByRole('searchbox').fill(asked);
    await expect(dialog.locator('#search-results > *').first()).toBeVisible();
    await page.waitForTimeout(300);
    expect(await strays(page)).toEqual([]);
  }
});

test('feeds and the calendar say their names in words of the site', () => {
  for (const file of ['feeds/decisions.atom.xml', 'feeds/statuses.rss.xml', 'feeds/due.ics']) {
    const text = readFileSync(path.join(SITE, file), 'utf8');
    const said = [
      ...text.matchAll(
        /<(?:title|subtitle|description|summary)[^>]*>([^<]*)<|^(?:SUMMARY|NAME|X-WR-CALNAME):(.*)$/gm,
      ),
    ];
    expect(said.length).toBeGreaterThan(1);
    const words = said.map(([, xml, line]) => xml ?? line ?? '');
    expect(words.filter((word) => /\p{Script=Latin}/u.test(word.replace(ALLOWED, '')))).toEqual([]);
  }
});
