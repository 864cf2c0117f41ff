import { expect, test } from 'vitest';
import {
  groupLog,
  type LogEntry,
  type LogQuery,
  selectLog,
  WHOLE_LOG,
} from '../../src/records/log-query.ts';

function entry(number: string, parts: Partial<LogEntry> = {}): LogEntry {
  const whole = { number, title: number, status: 'Accepted', date: '2026-03-05', ...parts };
  const { tags = [], makers = [], log = '' } = parts;
  return { ...whole, tags, makers, log, text: `${number} ${whole.title}`.toLowerCase() };
}

const LOG = [
  entry('ADR-001', {
    title: 'Cache in Redis',
    status: 'Superseded',
    date: '2025-12-01',
    tags: ['cache', 'data'],
    makers: ['Human'],
  }),
  entry('ADR-002', { title: 'älter', tags: ['data'], makers: ['Human', 'Agent'] }),
  entry('ADR-010', { title: 'Zone', tags: ['network'], makers: ['Agent'], date: '2026-01-09' }),
  entry('ADR-1000', { title: 'Beta', status: '', date: '' }),
];

const ask = (query: Partial<LogQuery>) => selectLog(LOG, { ...WHOLE_LOG, ...query });
const numbers = (query: Partial<LogQuery>) => ask(query).entries.map(({ number }) => number);

test('every condition narrows; several statuses widen', () => {
  expect(numbers({})).toEqual(['ADR-1000', 'ADR-010', 'ADR-002', 'ADR-001']);
  expect(numbers({ tag: 'data' })).toEqual(['ADR-002', 'ADR-001']);
  expect(numbers({ tag: 'data', maker: 'Agent' })).toEqual(['ADR-002']);
  expect(numbers({ year: '2026' })).toEqual(['ADR-010', 'ADR-002']);
  expect(numbers({ status: ['Superseded'] })).toEqual(['ADR-001']);
  expect(numbers({ status: ['Superseded', 'Accepted'] })).toEqual([
    'ADR-010',
    'ADR-002',
    'ADR-001',
  ]);
  expect(numbers({ status: ['unknown', 'Superseded'] })).toEqual(['ADR-1000', 'ADR-001']);
  expect(ask({ year: '2025' }).counts.status.get('unknown')).toBeUndefined();
  expect(ask({ status: ['Superseded'] }).counts.status.get('unknown')).toBe(1);
  expect(numbers({ words: '  REDIS   adr-0 ' })).toEqual(['ADR-001']);
  expect(numbers({ tag: 'no-such' })).toEqual([]);
});

test('the log sorts by number as a number, by date, title and life cycle, with the number to decide', () => {
  expect(numbers({ descending: false })).toEqual(['ADR-001', 'ADR-002', 'ADR-010', 'ADR-1000']);
  expect(numbers({ sort: 'date' })).toEqual(['ADR-002', 'ADR-010', 'ADR-001', 'ADR-1000']);
  expect(numbers({ sort: 'title', descending: false })).toEqual([
    'ADR-002',
    'ADR-1000',
    'ADR-001',
    'ADR-010',
  ]);
  expect(numbers({ sort: 'status', descending: false })).toEqual([
    'ADR-010',
    'ADR-002',
    'ADR-001',
    'ADR-1000',
  ]);
});

test('a count says what its choice would show under all other conditions', () => {
  const { counts } = ask({ tag: 'data', maker: 'Human' });
  expect([...counts.status]).toEqual([
    ['Superseded', 1],
    ['Accepted', 1],
  ]);
  expect([...counts.maker].sort()).toEqual([
    ['Agent', 1],
    ['Human', 2],
  ]);
  expect([...counts.tag].sort()).toEqual([
    ['cache', 1],
    ['data', 2],
  ]);
  expect([...counts.year].sort()).toEqual([
    ['2025', 1],
    ['2026', 1],
  ]);
  expect(ask({ words: 'redis' }).counts.status.get('Accepted')).toBeUndefined();
});

test.each(['status', 'tag', 'maker', 'year'] as const)(
  'each count of %s is what choosing it finds',
  (facet) => {
    const query = { ...WHOLE_LOG, words: 'adr', maker: facet === 'maker' ? '' : 'Agent' };
    const { counts } = selectLog(LOG, query);
    expect(counts[facet].size).toBeGreaterThan(0);
    for (const [value, count] of counts[facet]) {
      const chosen = { ...query, [facet]: facet === 'status' ? [value] : value };
      expect(selectLog(LOG, chosen).entries).toHaveLength(count);
    }
  },
);

test('groups come in the order of the life cycle, of the alphabet, or of time; what has none comes last', () => {
  const sections = (group: LogQuery['group']) =>
    groupLog(ask({}).entries, group).map(({ heading, entries }) => [
      heading,
      ...entries.map(({ number }) => number),
    ]);
  expect(sections('')).toEqual([['', 'ADR-1000', 'ADR-010', 'ADR-002', 'ADR-001']]);
  expect(sections('status')).toEqual([
    ['Accepted', 'ADR-010', 'ADR-002'],
    ['Superseded', 'ADR-001'],
    ['No known status', 'ADR-1000'],
  ]);
  expect(sections('tag')).toEqual([
    ['cache', 'ADR-001'],
    ['data', 'ADR-002', 'ADR-001'],
    ['network', 'ADR-010'],
    ['No tag', 'ADR-1000'],
  ]);
  expect(sections('year')).toEqual([
    ['2026', 'ADR-010', 'ADR-002'],
    ['2025', 'ADR-001'],
    ['No date', 'ADR-1000'],
  ]);
});
