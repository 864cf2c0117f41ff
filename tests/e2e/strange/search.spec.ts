import { expect, test } from 'playwright/test';
import { SCRIPTS } from './texts.ts';

const RECORD = new RegExp(SCRIPTS.japanese.title);

for (const [script, { words }] of Object.entries(SCRIPTS)) {
  for (const word of words) {
    test(`finds the record with the ${script} word ${word}`, async ({ page }) => {
      await page.goto('');
      await page.keyboard.press('/');
      await page.getByRole('dialog').getByRole('searchbox').fill(word);
      const found = page.locator('#search-results .hit').filter({ hasText: RECORD });
      await expect(found).toHaveCount(1);
      await expect(found.locator('mark').first()).toBeVisible();
      const text = await found.textContent();
      expect(text, 'shown as it was written').toContain(word);
      expect(text).not.toContain('\u200c');
    });
  }
}

test('does not find a word of which only the letters stand there', async ({ page }) => {
  await page.goto('');
  await page.keyboard.press('/');
  await page.getByRole('dialog').getByRole('searchbox').fill('本文测试');
  await expect(page.getByText('Nothing found')).toBeVisible();
});
