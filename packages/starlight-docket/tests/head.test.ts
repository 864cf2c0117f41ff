import { expect, test } from 'vitest';
import { NEW_ADR } from '../../docket/src/rules/support/example-base.ts';
import { headOf } from '../views/head.ts';
import { pageContext } from '../views/page-context.ts';
import { exampleModel } from './site-context.ts';

const model = exampleModel({
  change: NEW_ADR,
  from: 'description: "',
  to: 'description: "</script> ',
});
const site = new URL('https://docs.example.org');
const head = (path: string, at?: URL) => headOf(pageContext(model, path), at);

test('a record says in its head what it is and where its Markdown is', () => {
  const elements = head('/base/adr/adr-002-keep-sessions-in-redis/', site);
  expect(elements[0]?.attrs).toEqual({
    property: 'og:image',
    content: 'https://docs.example.org/base/social/adr/adr-002-keep-sessions-in-redis.png',
  });
  const others = elements.filter(({ tag }) => tag !== 'meta');
  expect(others.map(({ attrs }) => attrs['type'])).toEqual([
    'application/atom+xml',
    'application/atom+xml',
    'text/markdown',
    'application/ld+json',
  ]);
  expect(others[2]?.attrs['href']).toBe(
    'https://docs.example.org/base/adr/adr-002-keep-sessions-in-redis.md',
  );
  const json = others[3]?.content ?? '';
  expect(json).not.toContain('</script>');
  expect(JSON.parse(json)).toMatchObject({
    '@type': 'TechArticle',
    headline: expect.stringMatching(/^ADR-002: /),
    identifier: 'ADR-002',
    creativeWorkStatus: 'Accepted',
    url: 'https://docs.example.org/base/adr/adr-002-keep-sessions-in-redis/',
  });
});

test('other pages carry no record; a site without an address keeps to its root', () => {
  expect(head('/base/guides/write-an-adr/')).toEqual([]);
  expect(head('/base/').map(({ attrs }) => attrs['href'])).toEqual([
    '/base/feeds/decisions.atom.xml',
    '/base/feeds/statuses.atom.xml',
  ]);
});
