import { expect, test } from 'vitest';
import { sitemapFilter } from '../../src/site/sitemap.ts';
import { exampleContext } from './site-context.ts';

test('a sitemap lists pages, and no address that only leads to one', () => {
  const isListed = sitemapFilter(() => exampleContext());
  const site = 'https://docs.example.org/base';
  expect(isListed(`${site}/adr/001/`)).toBe(false);
  expect(isListed(`${site}/specs/0001/`)).toBe(false);
  expect(isListed(`${site}/adr/adr-001-keep-sessions-in-memory/`)).toBe(true);
  expect(isListed(`${site}/adr/999/`)).toBe(true);
  expect(isListed(`${site}/`)).toBe(true);
});
