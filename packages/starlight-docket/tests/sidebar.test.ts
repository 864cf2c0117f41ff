import { expect, test } from 'vitest';
import { corpusOfFiles } from '../../docket/src/engine/examples.ts';
import type { Corpus } from '../../docket/src/records/corpus.ts';
import { NEW_ADR } from '../../docket/src/rules/support/example-base.ts';
import type { NavigationGroup } from '../views/navigation.ts';
import { PARTS } from '../views/parts.ts';
import { sidebarFor } from '../views/sidebar.ts';
import { inEnglish } from '../words/english.ts';
import { exampleContext } from './site-context.ts';

function manyDecisions(count: number): Corpus {
  const files = Array.from({ length: count }, (_, index) => {
    const number = String(index + 1).padStart(3, '0');
    return [
      `docs/adr/adr-${number}-x.md`,
      `---\ntitle: "ADR-${number}: Decision ${number}"\nstatus: Accepted\ndate: 2026-01-01\n---\n`,
    ] as const;
  });
  return corpusOfFiles(new Map(files));
}

const show = (corpus: Corpus, pathname: string, path?: string, ownPages: NavigationGroup[] = []) =>
  sidebarFor({
    t: inEnglish,
    corpus,
    base: '/',
    held: new Set(PARTS),
    ownPages,
    pathname,
    record: path === undefined ? undefined : corpus.byPath(path),
  });

test('a page that is no record gets the fixed pages and the latest decisions', () => {
  const { corpus } = exampleContext();
  const groups = show(corpus, '/guides/write-a-spec/');
  expect(groups.map(({ label, links }) => [label, links.length])).toEqual([
    ['Records', 6],
    ['Latest decisions', 2],
    ['Trace', 5],
    ['Guides', 10],
    ['Reference', 9],
  ]);
  expect(groups.flatMap(({ links }) => links.filter(({ current }) => current))).toEqual([
    {
      label: 'Write a specification',
      url: '/guides/write-a-spec/',
      current: true,
      record: undefined,
    },
  ]);
});

test('hand-written pages stand in groups of their own, or with those of the same name', () => {
  const { corpus } = exampleContext();
  const own = (label: string) => ({ label, links: [{ label: 'Ours', path: '/ours/' }] });
  const groups = show(corpus, '/', undefined, [own('Runbooks'), own('Guides')]);
  expect(groups.map(({ label }) => label)).toEqual([
    ...['Records', 'Latest decisions', 'Trace', 'Runbooks', 'Guides', 'Reference'],
  ]);
  expect(groups.find(({ label }) => label === 'Guides')?.links.at(-1)?.url).toBe('/ours/');
});

test('a decision stands among its neighbours by number', () => {
  const groups = show(manyDecisions(9), '/adr/adr-004-x/', 'docs/adr/adr-004-x.md');
  const labels = (name: string) =>
    groups.find(({ label }) => label === name)?.links.map(({ record }) => record?.label);
  expect(labels('By number')).toEqual(['ADR-002', 'ADR-003', 'ADR-004', 'ADR-005', 'ADR-006']);
  expect(labels('Latest decisions')).toEqual(['ADR-009', 'ADR-008', 'ADR-007', 'ADR-001']);
  expect(groups.flatMap(({ links }) => links).filter(({ current }) => current)).toHaveLength(1);
  expect(groups.at(-1)).toMatchObject({
    label: 'Further',
    links: [
      { url: '/trace/' },
      { url: '/guides/write-an-adr/' },
      { url: '/reference/frontmatter/' },
    ],
  });
});

test('the sidebar does not grow with the number of records', () => {
  const size = (corpus: Corpus, path: string) =>
    show(corpus, '/adr/', path).reduce((total, { links }) => total + links.length, 0);
  const few = size(manyDecisions(30), 'docs/adr/adr-015-x.md');
  const many = size(manyDecisions(1000), 'docs/adr/adr-500-x.md');
  expect(few).toBe(19);
  expect(many).toBe(few);
});

test('one decision alone has no neighbours to show', () => {
  const { corpus } = exampleContext({ remove: 'docs/adr/adr-001-keep-sessions-in-memory.md' });
  const labels = show(corpus, '/adr/', NEW_ADR).map(({ label }) => label);
  expect(labels).toEqual(['Records', 'Further']);
});
