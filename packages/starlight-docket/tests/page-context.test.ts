import { expect, test } from 'vitest';
import { headerLinkFor, labelOf } from '../views/navigation.ts';
import { neighboursOf } from '../views/neighbours.ts';
import { pageContext } from '../views/page-context.ts';
import { inEnglish } from '../words/english.ts';
import { exampleModel } from './site-context.ts';

const model = exampleModel();

test.each([
  ['/base/', '/', true, undefined],
  ['/base/log/', '/log/', false, undefined],
  [
    '/base/adr/adr-002-keep-sessions-in-redis/',
    '/adr/adr-002-keep-sessions-in-redis/',
    false,
    'ADR-002',
  ],
  ['/base/specs/spec-0001-session-store/', '/specs/spec-0001-session-store/', false, 'Spec 0001'],
])('the page %s is known', (path, pathname, isHome, label) => {
  const page = pageContext(model, path);
  expect([page.pathname, page.isHome, page.view?.label]).toEqual([pathname, isHome, label]);
});

test('lists are wide, pages to read are not', () => {
  const isWide = (path: string) => pageContext(model, path).isWide;
  expect(['/base/', '/base/log/', '/base/tags/'].map(isWide)).toEqual([true, true, true]);
  expect(['/base/tags/redis/', '/base/guides/write-an-adr/'].map(isWide)).toEqual([false, false]);
});

test('a decision knows its neighbours', () => {
  const page = pageContext(model, '/base/adr/adr-002-keep-sessions-in-redis/');
  expect([page.previous?.label, page.next]).toEqual(['ADR-001', undefined]);
});

test.each([
  ['/base/guides/write-an-adr/', 'Guide'],
  ['/base/reference/rules/', 'Reference'],
  ['/base/runbooks/restart/', 'Runbooks'],
  ['/base/log/', 'List'],
  ['/base/tags/redis/', 'List'],
  ['/base/', undefined],
])('the search calls %s a %s', (path, kind) => {
  const restart = { label: 'Restart', path: '/runbooks/restart/' };
  const site = { ...model, ownPages: [{ label: 'Runbooks', links: [restart] }] };
  expect(pageContext(site, path).kindFilter).toBe(kind);
});

test.each([
  ['/adr/adr-001-x/', 'Decisions'],
  ['/log/', 'Decisions'],
  ['/provenance/spec-0001-x/', 'Trace'],
  ['/tags/redis/', 'Tags'],
  ['/reference/rules/', 'Reference'],
  ['/guides/record-provenance/', 'Guides'],
  ['/', undefined],
])('the header marks the part of the site that %s belongs to', (pathname, label) => {
  const link = headerLinkFor(pathname);
  expect(link && labelOf(inEnglish, link)).toBe(label);
});

test('neighbours end where the list ends', () => {
  expect(neighboursOf([1, 2, 3, 4, 5], 2, 2)).toEqual({
    previous: 1,
    next: 3,
    around: [1, 2, 3, 4],
  });
  expect(neighboursOf([1], 1, 2)).toEqual({ previous: undefined, next: undefined, around: [1] });
  expect(neighboursOf([1, 2], 3, 2)).toEqual({ previous: undefined, next: undefined, around: [] });
});

test('a page of the site is none of Docket, whatever its path is called', () => {
  const guest = { ...model, look: 'starlight', base: '/base/decisions/' } as const;
  for (const path of ['/base/', '/base/log/', '/base/guides/write-an-adr/']) {
    const page = pageContext(guest, path, false);
    expect([page.isDocket, page.isHome, page.isWide]).toEqual([false, false, false]);
  }
  const home = pageContext(guest, '/base/decisions/');
  expect([home.isDocket, home.isHome, home.pathname]).toEqual([true, true, '/']);
});
