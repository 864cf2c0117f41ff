import { expect, test } from 'vitest';
import { formatDay, formatInstant } from '../views/dates.ts';

test.each([
  ['2026-03-05', '5 March 2026'],
  ['2026-12-31', '31 December 2026'],
  ['2026-13-01', '2026-13-01'],
  ['2026-02-31', '2026-02-31'],
  ['soon', 'soon'],
])('the day %s reads %s', (day, words) => {
  expect(formatDay(day, 'en')).toBe(words);
});

test.each([
  ['2026-03-05T14:30:00Z', '5 March 2026, 14:30 UTC'],
  ['2026-03-05T14:30:00.123+01:00', '5 March 2026, 14:30 UTC+01:00'],
  ['2026-03-05T14:30:00+00:00', '5 March 2026, 14:30 UTC'],
  ['2026-03-05 14:30Z', '5 March 2026, 14:30 UTC'],
  ['2026-03-05', '2026-03-05'],
  ['yesterday', 'yesterday'],
])('the instant %s reads %s', (instant, words) => {
  expect(formatInstant(instant, 'en')).toBe(words);
});

test('a day reads as the language writes it', () => {
  const readings = ['en-US', 'de', 'ja'].map((lang) => formatDay('2026-03-05', lang));
  expect(readings).toEqual(['March 5, 2026', '5. März 2026', '2026年3月5日']);
});
