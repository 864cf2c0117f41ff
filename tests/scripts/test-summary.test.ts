import { expect, test } from 'vitest';
import { type StageResult, summary } from '../../scripts/test/summary.ts';

test('the summary has a line for each stage and ends with the sum of the tests, alone', () => {
  const results: readonly StageResult[] = [
    {
      name: 'Unit tests',
      verdict: 'failed',
      seconds: 3.21,
      why: 'ended with exit code 1',
      counts: { passed: 40, failed: 1, skipped: 0, failures: ['a.test.ts: adds: 1 is not 2'] },
    },
    { name: 'Build', verdict: 'passed', seconds: 12, why: '', counts: undefined },
    {
      name: 'Lint',
      verdict: 'not run',
      seconds: 0,
      why: 'needs `Build`, which failed\nand more',
      counts: undefined,
    },
    {
      name: 'Browser tests',
      verdict: 'passed',
      seconds: 100,
      why: '',
      counts: { passed: 9, failed: 0, skipped: 1 },
    },
  ];
  expect(summary(results)).toMatchInlineSnapshot(`
    "✗ Unit tests     failed  (3.2 s; 40 passed, 1 failed; ended with exit code 1)
        a.test.ts: adds: 1 is not 2
    ✓ Build          passed  (12.0 s)
    ✗ Lint           not run  (needs \`Build\`, which failed)
    ✓ Browser tests  passed  (1 min 40 s; 9 passed, 0 failed, 1 skipped)

    49 passed, 1 failed, 1 skipped"
  `);
});
