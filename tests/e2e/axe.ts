import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from 'playwright/test';

/** The rules of axe that colours decide; all others find the same however a page is shown. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** The ways a page may be shown. */
const LOOKS = [
  { name: 'light', colorScheme: 'light', forcedColors: 'none' },
  { name: 'dark', colorScheme: 'dark', forcedColors: 'none' },
  { name: 'forced colours', colorScheme: 'dark', forcedColors: 'active' },
] as const;

/**
 * What axe finds on the open page in each look: the look, the rule, and the element.
 * @param hasForced whether forced colours are looked at, too, as on pages with styles of their own for them
 */
export async function violationsOn(page: Page, hasForced: boolean): Promise<string[]> {
  const found: string[] = [];
  for (const look of LOOKS) {
    if (look.forcedColors === 'active' && !hasForced) continue;
    await page.emulateMedia({ ...look, reducedMotion: 'reduce' });
    // The page learns of the change a moment later.
    await expect(page.locator('html')).toHaveAttribute('data-theme', look.colorScheme);
    const axe = new AxeBuilder({ page });
    const isFirst = look === LOOKS[0];
    if (!isFirst) axe.withRules(COLOUR_RULES);
    const { violations, passes } = await axe.analyze();
    expect(passes.length).toBeGreaterThan(isFirst ? 10 : 0);
    for (const { id, nodes } of violations) {
      found.push(...nodes.map(({ target }) => `${look.name}: ${id}: ${target.join(' ')}`));
    }
  }
  return found;
}
