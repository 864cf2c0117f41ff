import { describe, expect, test } from 'vitest';
import { parseRequest, usage } from '../../scripts/lint/arguments.ts';

const known = ['code', 'markdown', 'records'];

describe('parseRequest', () => {
  test('means every check when none is named', () => {
    expect(parseRequest([], known)).toEqual({
      kind: 'run',
      names: known,
      changed: false,
    });
  });

  test.each([
    [['--only', 'records,code']],
    [['--only=records, code']],
    [['--only', 'records', '--only', 'code', '--only', 'code']],
  ])('takes %j as two checks in the order of the table', (argv) => {
    expect(parseRequest(argv, known)).toEqual({
      kind: 'run',
      names: ['code', 'records'],
      changed: false,
    });
  });

  test.each([[['--help']], [['-h', '--only', 'code']]])('takes %j as a wish for help', (argv) => {
    expect(parseRequest(argv, known)).toEqual({ kind: 'help' });
  });

  test.each([
    [['--only', 'record'], 'There is no check `record`; choose from those below'],
    [['--only', ''], 'There is no check ``; choose from those below'],
    [['--only', 'code,'], 'There is no check ``; choose from those below'],
    [['--onyl', 'code'], "Unknown option '--onyl'"],
    [['code'], "Unexpected argument 'code'. This command does not take positional arguments"],
    [['--only'], "Option '--only <value>' argument missing"],
  ])('refuses %j', (argv, why) => {
    expect(parseRequest(argv, known)).toEqual({ kind: 'wrong', why });
  });
});

test('the help lists every check and every exit code', () => {
  const help = usage([
    { name: 'code', about: 'form of the code' },
    { name: 'markdown', about: 'form of the Markdown' },
  ]);
  expect(help).toMatchInlineSnapshot(`
    "Usage: pnpm lint [--only <check>[,<check>…]] [--changed]

    --changed runs what concerns the files that differ from the last commit, on those files where
    a check can; site-links is left out, since it needs a build.

    Checks:
      code      form of the code
      markdown  form of the Markdown

    Exit codes: 0 all clean, 1 problems found, 2 a check could not run."
  `);
});

test('`--changed` limits the checks to changed files', () => {
  expect(parseRequest(['--changed', '--only', 'code'], ['code', 'types'])).toEqual({
    kind: 'run',
    names: ['code'],
    changed: true,
  });
});
