import { expect, test } from 'vitest';
import { formatDay, formatInstant } from '../views/dates.ts';

test.each([
  ['2026-03-05', '5 March 2026'],
  ['2026-12-31', '31 December 2026'],
  ['2026-13-01', '2026-13-01'],
  ['soon', 'soon'],
])('the day %s reads %s', (day, words) => {
  expect(formatDay(day)).toBe(words);
});

test.each([
  ['2026-03-05T14:30:00Z', '5 March 2026, 14:30 UTC'],
  ['2026-03-05T14:30:00.123+01:00', '5 March 2026, 14:30 UTC+01:00'],
  ['2026-03-05T14:30:00+00:00', '5 March 2026, 14:30 UTC'],
  ['2026-03-05 14:30Z', '5 March 2026, 14:30 UTC'],
  ['2026-03-05', '2026-03-05'],
  ['yesterday', 'yesterday'],
])('the instant %s reads %s', (instant, words) => {
  expect(formatInstant(instant)).toBe(words);
});
