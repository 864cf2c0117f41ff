import { expect, test } from 'vitest';
import { NEW_ADR, PROVENANCE, SPEC } from '../../docket/src/rules/support/example-base.ts';
import { redirectsOf } from '../views/redirects.ts';
import {
  belowBase,
  docketBase,
  normaliseBase,
  recordUrl,
  sourceUrl,
  tagUrl,
  withBase,
} from '../views/urls.ts';
import { exampleContext } from './site-context.ts';

test.each([
  ['/', '/'],
  ['', '/'],
  ['/docs', '/docs/'],
  ['docs/adr/', '/docs/adr/'],
])('the base %j becomes %j', (given, expected) => {
  expect(normaliseBase(given)).toBe(expected);
});

test.each([
  ['', '/docs/'],
  ['decisions', '/docs/decisions/'],
  ['a/b', '/docs/a/b/'],
])('the pages of Docket with the prefix %j stand below %s', (prefix, expected) => {
  expect(docketBase('/docs', prefix)).toBe(expected);
});

test('each kind of record has its folder, and provenance goes by the name of its specification', () => {
  const { corpus, base } = exampleContext();
  const url = (path: string, fragment?: string) => {
    const record = corpus.byPath(path);
    return record && recordUrl(base, record, fragment);
  };
  expect(url(NEW_ADR)).toBe('/base/adr/adr-002-keep-sessions-in-redis/');
  expect(url(NEW_ADR, 'decision')).toBe('/base/adr/adr-002-keep-sessions-in-redis/#decision');
  expect(url(SPEC)).toBe('/base/specs/spec-0001-session-store/');
  expect(url(PROVENANCE)).toBe('/base/provenance/spec-0001-session-store/');
  expect(tagUrl(base, 'redis')).toBe('/base/tags/redis/');
  expect(withBase(base, '/log/')).toBe('/base/log/');
});

test('a file has an address in the web view only where a repository is configured', () => {
  expect(sourceUrl(undefined, 'README.md')).toBeUndefined();
  expect(sourceUrl('https://example.com/a/b', 'docs/a b.md')).toBe(
    'https://example.com/a/b/blob/HEAD/docs/a%20b.md',
  );
});

test('every numbered record has a short address', () => {
  const { corpus, base } = exampleContext();
  expect(redirectsOf(corpus, base).map(({ path, target }) => [path, target.url])).toEqual([
    ['adr/001', '/base/adr/adr-001-keep-sessions-in-memory/'],
    ['adr/002', '/base/adr/adr-002-keep-sessions-in-redis/'],
    ['specs/0001', '/base/specs/spec-0001-session-store/'],
    ['provenance/0001', '/base/provenance/spec-0001-session-store/'],
  ]);
});

test('where two records claim a number, the short address leads to the first', () => {
  const { corpus, base } = exampleContext({
    rename: 'docs/adr/adr-001-keep-sessions-in-memory.md',
    to: 'docs/adr/adr-002-a.md',
  });
  expect(
    redirectsOf(corpus, base)
      .filter(({ path }) => path.startsWith('adr/'))
      .map(({ path, target }) => [path, target.url]),
  ).toEqual([['adr/002', '/base/adr/adr-002-a/']]);
});

test('an address below the base is decoded where it can be', () => {
  expect(belowBase('/team/', '/team/adr/%C3%A9/')).toBe('adr/é/');
  expect(belowBase('/team/', '/elsewhere/')).toBe('elsewhere/');
  expect(belowBase('/', '/adr/%E0%A4%A/')).toBe('adr/%E0%A4%A/');
});

test('the addresses that a record had before it was moved to another log lead to it', () => {
  const { corpus, base } = exampleContext();
  const own = corpus.byPath(NEW_ADR);
  const past = (path: string) => ({ path }) as never;
  const files = new Map([
    [
      NEW_ADR,
      {
        isUncommitted: false,
        revisions: [
          past('notes/sessions.md'),
          past('docs/adr/adr-003-keep-sessions.md'),
          // The page of another record stands there now.
          past('docs/adr/adr-001-keep-sessions-in-memory.md'),
          past(NEW_ADR),
        ],
      },
    ],
  ]);
  expect(
    redirectsOf(corpus, base, files)
      .filter(({ target }) => own && target.url === recordUrl(base, own))
      .map(({ path }) => path),
  ).toEqual([
    'adr/002',
    'adr/adr-003-keep-sessions',
    'history/adr/adr-003-keep-sessions',
    'adr/003',
  ]);
});
