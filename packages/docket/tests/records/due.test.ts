import { expect, test } from 'vitest';
import { daysBetween, duesOf } from '../../src/records/due.ts';
import { daysOf } from '../../src/records/time-span.ts';
import { corpusOfLogs } from '../support/log-corpus.ts';

const decision = (keys: string) => `---\n${keys}\n---\n\n# A\n\n## Decision\n\ntext\n`;

test('what falls due, the earliest first; what ended has nothing due', () => {
  const { adrs } = corpusOfLogs({
    'docs/adr/0001-a.md': decision('status: accepted\nreview-by: 2027-05-01'),
    'docs/adr/0002-b.md': decision('status: rejected\nreview-by: 2027-01-01'),
    'docs/adr/0003-c.md': decision('status: proposed\nprovisional-until: 2027-02-01'),
    'docs/adr/0004-d.md': decision('adopted: planned\nadopted-on: 2027-03-01'),
    'docs/adr/0005-e.md': decision('adopted: done\nadopted-on: 2027-03-01'),
  });
  expect(duesOf(adrs).map(({ adr, kind, day }) => `${day} ${adr.number} ${kind}`)).toEqual([
    '2027-02-01 0003 end',
    '2027-03-01 0004 adoption',
    '2027-05-01 0001 review',
  ]);
});

test('days across a leap day and a change of the clock', () => {
  expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
  expect(daysBetween('2026-04-01', '2026-03-01')).toBe(-31);
});

test.each([
  ['30d', 30],
  ['30', 30],
  ['2w', 14],
  ['3M', 90],
  ['1y', 365],
  ['soon', undefined],
  ['-3d', undefined],
  ['', undefined],
])('%s as days', (written, days) => {
  expect(daysOf(written)).toBe(days);
});
