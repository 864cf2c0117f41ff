import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { type DecisionRow, type Log, logOf } from '../views/log.ts';
import { LOG_ROWS, pagePath, pagesOf, wireRow } from '../views/log-pages.ts';
import type { Qualified } from '../views/qualified.ts';
import { exampleContext } from './site-context.ts';

const NONE: Qualified = new Map();

const { corpus, base } = exampleContext();

function logOfRows(rows: readonly DecisionRow[]): Log {
  return { rows, statuses: [], tags: [], makers: [], years: [], logs: [] };
}

function row(number: number): DecisionRow {
  const label = `ADR-${number}`;
  return {
    ref: {
      label,
      isNumbered: true,
      title: `T${number}`,
      url: `/adr/${number}/`,
      status: 'Accepted',
      lapsed: false,
    },
    log: undefined,
    description: undefined,
    date: undefined,
    tags: [],
    makers: [],
    spec: undefined,
    executions: [],
  };
}

test('the log is cut into pages that together hold every row once, in order', () => {
  const rows = Array.from({ length: 450 }, (_, index) => row(index));
  const pages = pagesOf(logOfRows(rows), LOG_ROWS);
  expect(
    pages.map(({ number, from, path, rows: own }) => [number, from, path, own.length]),
  ).toEqual([
    [1, 1, 'log/', 200],
    [2, 201, 'log/2/', 200],
    [3, 401, 'log/3/', 50],
  ]);
  expect(pages.flatMap((page) => page.rows)).toEqual(rows);
  expect(pagePath(1)).toBe('log/');
});

test('an empty log has one empty page', () => {
  expect(pagesOf(logOfRows([]), LOG_ROWS)).toEqual([
    { number: 1, rows: [], from: 1, path: 'log/' },
  ]);
});

test('a row travels with all it shows and nothing that is empty', () => {
  const [newest, oldest] = logOf(corpus, base).rows;
  expect(newest && wireRow(newest, NONE)).toEqual({
    label: 'ADR-002',
    title: 'Keep Sessions in Redis',
    url: '/base/adr/adr-002-keep-sessions-in-redis/',
    status: 'Accepted',
    date: '2026-02-03',
    description: 'Sessions live in one Redis instance that both web servers share.',
    tags: ['sessions', 'redis'],
    makers: ['Team', 'Agent'],
    spec: ['Spec 0001', '/base/specs/spec-0001-session-store/', 'Write ADR-002'],
    executions: [
      ['Provenance 0001', '/base/provenance/spec-0001-session-store/', 'Spec 0001 — Write ADR-002'],
    ],
  });
  expect(oldest && wireRow(oldest, NONE).lapsed).toBe(true);
  expect(JSON.stringify(wireRow(row(7), NONE))).toBe(
    '{"label":"ADR-7","title":"T7","url":"/adr/7/","status":"Accepted"}',
  );
});

test('ten thousand rows travel in less than a megabyte', () => {
  const [newest] = logOf(corpus, base).rows;
  if (!newest) throw new Error('Expected a row');
  // Words drawn at random compress worse than prose does.
  let seed = 7;
  const word = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return (seed % 46_656).toString(36);
  };
  const rows = Array.from({ length: 10_000 }, (_, index) => ({
    ...newest,
    ref: { ...newest.ref, label: `ADR-${index}`, url: `/adr/adr-${index}-${word()}/` },
    description: Array.from({ length: 18 }, word).join(' '),
  }));
  const text = JSON.stringify(rows.map((one) => wireRow(one, NONE)));
  expect(gzipSync(text).length).toBeLessThan(1_000_000);
});
