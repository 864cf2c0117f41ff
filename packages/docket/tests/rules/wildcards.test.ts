import { expect, test } from 'vitest';
import { fitsWildcards } from '../../src/rules/support/wildcards.ts';
import { processorTime } from '../support/processor-time.ts';

test.each([
  ['', '', true],
  ['', '*', true],
  ['abc', 'abc', true],
  ['abcd', 'abc', false],
  ['abc', 'a*', true],
  ['abc', '*c', true],
  ['abc', 'a*b', false],
  ['aba', 'ab*ba', false],
  ['abba', 'ab*ba', true],
  ['OPS-1234: a', 'OPS-####: *', true],
  ['OPS-123a: a', 'OPS-####: *', false],
  ['a.b*c', 'a.b*c', true],
  ['axb', 'a.b', false],
  ['xaxbx', '*a*b*', true],
  ['xbxax', '*a*b*', false],
])('%o and the pattern %o: %s', (text, pattern, fits) => {
  expect(fitsWildcards(text, pattern)).toBe(fits);
});

test('no pattern is slow', () => {
  const ask = () => fitsWildcards('a'.repeat(20_000), `${'*a'.repeat(2_000)}b`);
  expect(processorTime(ask)).toBeLessThan(2_000);
  expect(ask()).toBe(false);
});
