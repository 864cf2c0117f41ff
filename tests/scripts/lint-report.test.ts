import { describe, expect, test } from 'vitest';
import { block, exitCode, judge, type Result, summary } from '../../scripts/lint/report.ts';
import type { Outcome } from '../../scripts/support/process.ts';

const exited = (code: number, output = '', seconds = 1): Outcome => {
  return { kind: 'exited', code, output, seconds };
};
const clean: Result = { name: 'code', verdict: 'clean', seconds: 1, output: '' };
const problems: Result = { name: 'types', verdict: 'problems', seconds: 2, output: 'a.ts:1 wrong' };
const broken: Result = { name: 'links', verdict: 'broken', seconds: 0, output: 'no lychee' };

describe('judge', () => {
  test('is clean when every command is, without their output', () => {
    expect(judge('types', [1, 2], [exited(0, 'all fine', 1), exited(0, '', 3)])).toEqual({
      name: 'types',
      verdict: 'clean',
      seconds: 3,
      output: '',
    });
  });

  test('keeps the output of the failing command only', () => {
    const result = judge('types', [1, 2], [exited(0, 'all fine'), exited(2, 'a.ts:1 wrong\n')]);
    expect(result).toMatchObject({ verdict: 'problems', output: 'a.ts:1 wrong' });
  });

  test('takes any other exit code for a check that could not run', () => {
    const result = judge('links', [2], [exited(2, 'one broken link'), exited(3, 'bad config')]);
    expect(result.verdict).toBe('broken');
    expect(result.output).toBe('one broken link\n\nbad config\n\nIt ended with exit code 3');
  });

  test.each<[Outcome, string]>([
    [
      { kind: 'not-started', why: 'spawn x ENOENT', output: '', seconds: 0 },
      'It could not be started: spawn x ENOENT',
    ],
    [{ kind: 'signalled', signal: 'SIGKILL', output: '', seconds: 0 }, 'It was ended by SIGKILL'],
    [
      { kind: 'timed-out', limit: 5, output: '', seconds: 5 },
      'It was stopped after 5 seconds without a result',
    ],
  ])('says how a command ended that did not exit by itself', (outcome, output) => {
    expect(judge('code', [1], [outcome])).toMatchObject({ verdict: 'broken', output });
  });
});

test('a clean check is one line, any other shows its whole output', () => {
  const text = [clean, problems, broken].map((result) => block(result, 5)).join('\n');
  expect(text).toMatchInlineSnapshot(`
    "✓ code   clean  (1.0 s)
    ✗ types  problems found  (2.0 s)

    a.ts:1 wrong

    ✗ links  could not run  (0.0 s)

    no lychee
    "
  `);
});

test('the summary names what is not clean', () => {
  expect(summary([clean], 1)).toBe('Lint: 1 check in 1.0 s, all clean');
  expect(summary([clean, problems, broken], 125)).toBe(
    'Lint: 3 checks in 2 min 05 s, problems in: types; could not run: links',
  );
});

test('the exit code is that of the worst check', () => {
  expect(exitCode([clean])).toBe(0);
  expect(exitCode([clean, problems])).toBe(1);
  expect(exitCode([broken, problems])).toBe(2);
});

test('a clean check keeps its notes, and nothing else it printed', () => {
  const outcome = {
    kind: 'exited',
    code: 0,
    seconds: 1,
    output: '3 claims in 1 record\nNote: 2 claims were not verified: the clone is shallow\n',
  } as const;
  const result = judge('evidence', [1], [outcome]);
  expect(result.verdict).toBe('clean');
  expect(block(result, 8)).toBe(
    '✓ evidence  clean  (1.0 s)\n  Note: 2 claims were not verified: the clone is shallow',
  );
});
