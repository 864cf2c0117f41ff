import { expect, test } from 'vitest';
import { corpusOfFiles } from '../../docket/src/engine/examples.ts';
import { decisionsByTag, latestDecisions, logOf } from '../views/log.ts';
import { wireRow } from '../views/log-pages.ts';
import type { Qualified } from '../views/qualified.ts';
import { corpusInAnyForm, exampleContext, only } from './site-context.ts';

const NONE: Qualified = new Map();

const { corpus, base } = exampleContext();

test('the log lists decisions from the highest number, with what they can be filtered by', () => {
  const log = logOf(corpus, base);
  expect(log.rows.map(({ ref }) => ref.label)).toEqual(['ADR-002', 'ADR-001']);
  expect(log.statuses).toEqual([
    { status: 'Accepted', value: 'Accepted', name: 'accepted', count: 1 },
    { status: 'Superseded', value: 'Superseded', name: 'superseded', count: 1 },
  ]);
  expect(log.tags).toEqual([
    { value: 'redis', count: 1 },
    { value: 'sessions', count: 2 },
  ]);
  expect(log.makers).toEqual([
    { value: 'Agent', count: 1 },
    { value: 'Team', count: 2 },
  ]);
  expect(log.years).toEqual([{ value: '2026', count: 2 }]);
});

test('a log without numbers lists the newest decision first, and calls none by its file', () => {
  const dated = (name: string, date: string) =>
    [`docs/adr/${name}.md`, `---\ntitle: ${name}\nstatus: Accepted\ndate: ${date}\n---\n`] as const;
  const files = [dated('b-first', '2026-01-01'), dated('a-second', '2026-01-02')];
  const { rows } = logOf(corpusOfFiles(new Map(files)), base);
  expect(rows.map(({ ref }) => [ref.title, ref.isNumbered])).toEqual([
    ['a-second', false],
    ['b-first', false],
  ]);
});

test('decisions without a known status can be chosen too, and keep their words', () => {
  const stated = (number: number, status: string) =>
    [`doc/adr/000${number}-x.md`, `# ${number}. X\n\n## Status\n\n${status}\n`] as const;
  const files = [stated(1, 'Accepted'), stated(2, 'On ice until May.'), stated(3, '')];
  const corpus = corpusInAnyForm(Object.fromEntries(files));
  const log = logOf(corpus, base);
  expect(log.statuses.map(({ value, count }) => [value, count])).toEqual([
    ['Accepted', 1],
    ['unknown', 2],
  ]);
  expect(log.rows.map(({ ref }) => ref.statusWritten)).toEqual([
    undefined,
    'On ice until May',
    undefined,
  ]);
  expect(
    log.rows.map((one) => wireRow(one, NONE)).map(({ statusWritten }) => statusWritten),
  ).toEqual([undefined, 'On ice until May', undefined]);
});

test('a row names the specification and the provenance of its decision', () => {
  const [row] = logOf(corpus, base).rows;
  expect(row?.spec?.url).toBe('/base/specs/spec-0001-session-store/');
  expect(row?.executions.map(({ url }) => url)).toEqual([
    '/base/provenance/spec-0001-session-store/',
  ]);
  expect(row?.description).toBe('Sessions live in one Redis instance that both web servers share.');
});

test('the latest decisions come by date', () => {
  expect(only(latestDecisions(corpus, base, 1)).ref.label).toBe('ADR-002');
});

test('a tag lists its decisions in order', () => {
  const tags = decisionsByTag(corpus, base);
  expect([...tags.keys()]).toEqual(['redis', 'sessions']);
  expect(tags.get('sessions')?.map(({ ref }) => ref.label)).toEqual(['ADR-001', 'ADR-002']);
});
