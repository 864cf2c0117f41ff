import { expect, test } from 'vitest';
import { splitMessage } from '../../src/report/sentence.ts';

test.each([
  ['Unexpected `a`, expected `b`', 'Unexpected `a`', 'expected `b`'],
  ['Unexpected `a, expected b`, expected `c`', 'Unexpected `a, expected b`', 'expected `c`'],
  ['Unexpected heading', 'Unexpected heading', ''],
  ['Unexpected `a, expected b`', 'Unexpected `a, expected b`', ''],
])('%s', (message, found, expected) => {
  expect(splitMessage(message)).toEqual({ found, expected });
});
