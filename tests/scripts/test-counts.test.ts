import { describe, expect, test } from 'vitest';
import { add, countPlaywright, countVitest, line, none } from '../../scripts/test/counts.ts';

const vitest = {
  numPassedTests: 7,
  numFailedTests: 1,
  numPendingTests: 2,
  numTodoTests: 1,
  testResults: [
    { status: 'passed', assertionResults: [{ status: 'passed' }] },
    {
      name: 'tests/a.test.ts',
      status: 'failed',
      assertionResults: [
        { status: 'passed' },
        {
          status: 'failed',
          fullName: 'group adds',
          failureMessages: ['Error: 1 is not 2\n  at …'],
        },
      ],
    },
  ],
};
const playwright = { stats: { expected: 5, unexpected: 2, flaky: 1, skipped: 3 }, errors: [] };

describe('countVitest', () => {
  test('takes the counts of the report', () => {
    expect(countVitest(JSON.stringify(vitest))).toEqual({
      passed: 7,
      failed: 1,
      skipped: 3,
      failures: ['tests/a.test.ts: group adds: Error: 1 is not 2'],
    });
  });

  test('counts a file that could not be loaded as a failure', () => {
    const unloadable = {
      name: 'tests/b.test.ts',
      status: 'failed',
      message: 'SyntaxError: Unexpected token',
      assertionResults: [],
    };
    const report = { ...vitest, testResults: [...vitest.testResults, unloadable] };
    const counts = countVitest(JSON.stringify(report));
    expect(counts.failed).toBe(2);
    expect(counts.failures?.at(-1)).toBe('tests/b.test.ts: SyntaxError: Unexpected token');
  });
});

describe('countPlaywright', () => {
  test('takes the counts of the report, a flaky test as passed', () => {
    expect(countPlaywright(JSON.stringify(playwright))).toEqual({
      passed: 6,
      failed: 2,
      skipped: 3,
    });
  });

  test('counts an error outside the tests as a failure', () => {
    const report = { ...playwright, errors: [{ message: 'the server did not start' }] };
    expect(countPlaywright(JSON.stringify(report)).failed).toBe(3);
  });
});

test.each(['', 'no JSON', '[]', '{}', '{"stats":{"expected":"5"},"errors":[]}'])(
  'a report with the content %j is refused',
  (text) => {
    expect(() => countVitest(text)).toThrow('Cannot read the counts in the JSON report of Vitest');
    expect(() => countPlaywright(text)).toThrow(
      'Cannot read the counts in the JSON report of Playwright',
    );
  },
);

test('the sum adds each result', () => {
  const one = { passed: 1, failed: 2, skipped: 3 };
  expect(add(add(none, one), one)).toEqual({ passed: 2, failed: 4, skipped: 6 });
});

test('the last line names skipped tests only where there are some', () => {
  expect(line({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed');
  expect(line({ passed: 12, failed: 1, skipped: 2 })).toBe('12 passed, 1 failed, 2 skipped');
});
