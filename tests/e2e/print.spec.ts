import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from 'playwright/test';

test('the whole log is one document whose links stay inside it', async ({ page }) => {
  test.slow();
  await page.goto('log/');
  const decisions = await page.locator('docket-log .what a').count();
  await page.getByRole('link', { name: 'The whole log as one document' }).click();
  await page.waitForURL('**/print/');
  const contents = page.getByRole('navigation', { name: 'Contents' });
  const links = contents.getByRole('link');
  expect(await links.count()).toBeGreaterThan(decisions);

  const faults = await page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    const known = new Set(ids);
    const broken = [...document.querySelectorAll<HTMLAnchorElement>('.document a[href^="#"]')]
      .map(({ hash }) => decodeURIComponent(hash.slice(1)))
      .filter((id) => !known.has(id));
    const outside = [...document.querySelectorAll<HTMLAnchorElement>('.document a')]
      .map((link) => new URL(link.href))
      .filter(({ origin, pathname }) => {
        return origin === location.origin && /^\/(adr|specs|provenance)\//.test(pathname);
      })
      .map(({ href }) => href);
    return { twice: ids.filter((id, index) => ids.indexOf(id) !== index), broken, outside };
  });
  expect(faults).toEqual({ twice: [], broken: [], outside: [] });

  await contents.getByRole('link', { name: /^Secret Management with Azure/ }).click();
  await expect(page).toHaveURL(/#adr--adr-018-/);
  // The rest is judged on the records' own pages, in a fraction of the time.
  const { violations, passes } = await new AxeBuilder({ page })
    .withRules(['landmark-unique', 'heading-order', 'duplicate-id-aria', 'region'])
    .analyze();
  expect(passes.length).toBeGreaterThan(2);
  expect(
    violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`)),
  ).toEqual([]);
});

test('on paper the document has a cover, contents, and each record on a new page', async ({
  page,
}) => {
  await page.goto('print/');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(page.getByRole('button', { name: /^Print/ })).toBeHidden();
  const breaks = await page
    .locator('.document-part, .contents')
    .evaluateAll((parts) => parts.map((part) => getComputedStyle(part).breakBefore));
  expect(breaks.length).toBeGreaterThan(20);
  expect(new Set(breaks)).toEqual(new Set(['page']));
});

test('a decision becomes a PDF with bookmarks', async () => {
  const out = test.info().outputPath('adr-018.pdf');
  await promisify(execFile)(process.execPath, ['scripts/pdf.ts', 'adr/018', '--out', out]);
  const pdf = await readFile(out, 'latin1');
  expect(pdf.slice(0, 5)).toBe('%PDF-');
  expect(pdf.match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(3);
  expect(pdf).toContain('/Outlines');
  expect(pdf).toContain('/StructTreeRoot');
});
