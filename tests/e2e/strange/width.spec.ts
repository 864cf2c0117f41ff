import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import { ROOT } from '../../../packages/docket/tests/support/repository.ts';

/** Every page of the site but those that lead elsewhere. */
function pages(): string[] {
  const site = path.join(ROOT, '.cache/strange-site');
  return readdirSync(site, { recursive: true })
    .map((file) => String(file).replaceAll(path.sep, '/'))
    .filter((file) => file.endsWith('.html'))
    .filter((file) => !readFileSync(path.join(site, file), 'utf8').includes('http-equiv="refresh"'))
    .map((file) => file.replace(/(?:^|\/)index\.html$/, ''))
    .sort();
}

for (const width of [320, 360]) {
  test(`no page scrolls sideways at ${width} px`, async ({ page }) => {
    test.setTimeout(180_000);
    const names = pages();
    expect(names.length).toBeGreaterThan(30);
    await page.setViewportSize({ width, height: 800 });
    const wide: string[] = [];
    for (const name of names) {
      await page.goto(name);
      const found = await page.evaluate(() => {
        const { clientWidth, scrollWidth } = document.documentElement;
        if (scrollWidth <= clientWidth) return undefined;
        const most = [...document.querySelectorAll('body *')]
          .filter((one) => one.getBoundingClientRect().right > clientWidth)
          .filter((one) => {
            for (let up = one.parentElement; up; up = up.parentElement)
              if (getComputedStyle(up).overflowX !== 'visible') return false;
            return true;
          });
        const name = (one: Element) => `${one.localName}.${[...one.classList].join('.')}`;
        return `${scrollWidth}: ${most.slice(-3).map(name).join(' ')}`;
      });
      if (found) wide.push(`${name} ${found}`);
    }
    expect(wide).toEqual([]);
  });
}
