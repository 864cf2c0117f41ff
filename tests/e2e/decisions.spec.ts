import { expect, test } from 'playwright/test';

test('every decision reads on a phone: no sideways scroll, tables and diagrams in their own frames', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 375, height: 800 });
  await page.goto('log/');
  const addresses = await page
    .locator('docket-log tbody a[href*="/adr/adr-"]')
    .evaluateAll((links) => [...new Set(links.map((link) => (link as HTMLAnchorElement).href))]);
  expect(addresses.length).toBeGreaterThanOrEqual(18);

  const faults: string[] = [];
  let diagrams = 0;
  for (const address of addresses) {
    await page.goto(address);
    const found = await page.evaluate(() => {
      const width = document.documentElement.clientWidth;
      const isInside = (element: Element): boolean => {
        const frame = element.closest('[role="region"], figure') ?? element;
        return frame.getBoundingClientRect().right <= width + 0.5;
      };
      const all = (selector: string) => [
        ...document.querySelectorAll(`main .sl-markdown-content :is(${selector})`),
      ];
      const framed = all('table, svg[role="img"], pre');
      return {
        overflow: document.documentElement.scrollWidth - width,
        diagrams: all('svg[role="img"]').length,
        outside: framed.filter((element) => !isInside(element)).length,
        tiny: all('svg[role="img"] text').filter((text) => text.getBoundingClientRect().height < 8)
          .length,
      };
    });
    diagrams += found.diagrams;
    const bad = Object.entries(found).filter(([key, value]) => key !== 'diagrams' && value > 0);
    if (bad.length > 0) faults.push(`${new URL(address).pathname}: ${JSON.stringify(bad)}`);
  }
  expect(faults).toEqual([]);
  expect(diagrams).toBeGreaterThanOrEqual(18);
});
