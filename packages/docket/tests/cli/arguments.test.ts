import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import { callDocket } from '../support/call-docket.ts';

describe('arguments that cannot be read exit 2 and say what was expected', () => {
  test.each([
    [['lnt'], 'Unknown command `lnt`; did you mean `lint`?', 'see `docket --help`'],
    [['lnt', '--help'], 'Unknown command `lnt`; did you mean `lint`?', 'see `docket --help`'],
    [['help', 'lnt'], 'Unknown command `lnt`; did you mean `lint`?', 'see `docket --help`'],
    [['--versoin'], 'Unknown option `--versoin`; did you mean `--version`?', 'see `docket --help`'],
    [
      ['lint', '--fromat', 'json'],
      'Unknown option `--fromat`; did you mean `--format`?',
      'see `docket lint --help`',
    ],
    [['lint', '-x'], 'Unknown option `-x`', 'see `docket lint --help`'],
    [['list', 'docs'], 'Too many arguments: `docs`', 'see `docket list --help`'],
    [['lint', '--root'], 'Option `--root <DIR>` needs a value', 'see `docket lint --help`'],
    [
      ['lint', '--root', '--quiet'],
      '`--root` needs a value (DIR), but `--quiet` follows it',
      'see `docket lint --help`',
    ],
  ])('%j', async (argv, message, help) => {
    expect(await callDocket(argv)).toEqual({
      code: 2,
      stdout: '',
      stderr: `docket: ${message}\nhelp: ${help}\n`,
    });
  });

  test('a value outside the closed list names the list and the nearest', async () => {
    const { code, stderr } = await callDocket(['lint', '--format', 'jsn']);
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /^docket: `--format` cannot be `jsn`; choose one of `pretty`, `json`, .*\nhelp: did you mean `json`\?\n$/,
    );
  });
});

test('every command loads, goes by its name in the table and has a help of its own', async () => {
  expect(COMMANDS.length).toBeGreaterThan(0);
  for (const entry of COMMANDS) {
    expect((await entry.load()).name).toBe(entry.name);
    const { code, stdout, stderr } = await callDocket([...entry.name.split(' '), '--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(`Usage: docket ${entry.name}`);
    expect(stdout).toContain('Exit code');
  }
});

test('help is coloured only where colour is wanted', async () => {
  const plain = await callDocket(['lint', '--help']);
  const coloured = await callDocket(['lint', '--help'], { env: { FORCE_COLOR: '1' } });
  expect(plain.stdout).not.toContain('\u001B');
  expect(coloured.stdout).toContain('\u001B[36m--format');
});
