import { XMLValidator } from 'fast-xml-parser';
import { parseFeed } from 'feedsmith';
import { expect, test } from 'vitest';
import { NEW_ADR } from '../../docket/src/rules/support/example-base.ts';
import { FEED_FORMATS, FEEDS, type FeedFormat, type FeedName, feedXml } from '../views/feeds.ts';
import { exampleContext } from './site-context.ts';

const site = new URL('https://docs.example.org');
const patched = exampleContext({
  change: NEW_ADR,
  from: 'title: "ADR-002: ',
  to: 'title: "ADR-002: R&D <b>of</b> ',
});
const context = { ...patched, name: 'Shop', lives: patched.history.lives, site };

for (const name of Object.keys(FEEDS) as FeedName[]) {
  for (const format of Object.keys(FEED_FORMATS) as FeedFormat[]) {
    test(`${name} as ${format} is well-formed, and stable from build to build`, () => {
      const xml = feedXml(context, name, format);
      expect(XMLValidator.validate(xml)).toBe(true);
      expect(feedXml(context, name, format)).toBe(xml);
      expect(parseFeed(xml).format).toBe(format);
    });
  }
}

test('the decisions come latest first, with absolute links', () => {
  const parsed = parseFeed(feedXml(context, 'decisions', 'atom'));
  if (parsed.format !== 'atom') throw new Error('it is Atom');
  const { entries = [], updated, links } = parsed.feed;
  expect(entries.map(({ title }) => title?.value)).toEqual([
    expect.stringMatching(/^ADR-002: R&D <b>of<\/b> /),
    expect.stringMatching(/^ADR-001: /),
  ]);
  expect(entries[0]?.links?.[0]?.href).toBe(
    'https://docs.example.org/base/adr/adr-002-keep-sessions-in-redis/',
  );
  expect(entries[0]?.updated).toBe(updated);
  expect(links?.map(({ href }) => href)).toContain(
    'https://docs.example.org/base/feeds/decisions.atom.xml',
  );
  for (const { id } of entries) {
    expect(id).toMatch(
      /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  }
});

test('changes of status are entries of their own', () => {
  const parsed = parseFeed(feedXml(context, 'statuses', 'rss'));
  if (parsed.format !== 'rss') throw new Error('it is RSS');
  const titles = (parsed.feed.items ?? []).map(({ title }) => title?.replace(/,.*/, ''));
  expect(titles).toEqual(['Accepted: ADR-002', 'Superseded: ADR-001', 'Accepted: ADR-001']);
  expect(new Set(parsed.feed.items?.map(({ guid }) => guid?.value)).size).toBe(3);
});

test('without an address of its own the site links from the root of its host', () => {
  const xml = feedXml({ ...context, site: undefined }, 'decisions', 'rss');
  expect(xml).toContain('<link>/base/adr/adr-002-keep-sessions-in-redis/</link>');
});
