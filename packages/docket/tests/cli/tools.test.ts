import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import { callDocket } from '../support/call-docket.ts';
import { fixtureRepo } from '../support/fixture-repo.ts';
import { ROOT } from '../support/repository.ts';

test('the guide lists every command with its summary, in order', async () => {
  const guide = path.join(ROOT, 'src/content/docs/guides/command-line.md');
  const rows = [...(await readFile(guide, 'utf8')).matchAll(/^\| `docket ([^`]+)` \| (.*) \|$/gm)];
  expect(rows.map(([, name, summary]) => ({ name, summary }))).toEqual(
    COMMANDS.filter(({ isHidden }) => !isHidden).map(({ name, summary }) => ({ name, summary })),
  );
});

describe('docket list', () => {
  test('gives one decision a line, and a selection', async () => {
    await using repo = await fixtureRepo();
    const all = await callDocket(['list'], { cwd: repo.root });
    expect(all).toEqual({
      code: 0,
      stdout:
        'ADR-001   Superseded  2026-01-12  Keep Sessions in Memory\n' +
        'ADR-002   Accepted    2026-02-03  Keep Sessions in Redis\n',
      stderr: '',
    });
    const json = await callDocket(['list', '--status', 'Accepted', '--json'], { cwd: repo.root });
    const { records } = JSON.parse(json.stdout) as { records: { id: string }[] };
    expect(records.map(({ id }) => id)).toEqual(['ADR-002']);
  });
});

describe('shell completion', () => {
  test.each([
    [['l'], ['lint', 'list']],
    [
      ['new', ''],
      ['adr', 'spec'],
    ],
    [
      ['deprecate', ''],
      ['ADR-001', 'ADR-002'],
    ],
    [['lint', '--format', 'js'], ['json']],
    [['lint', '--fix'], ['--fix']],
    [['lint', '--rule', 'status-kn'], ['status-known']],
    [['nonsense', 'x'], []],
  ])('%j', async (words, expected) => {
    await using repo = await fixtureRepo();
    const { code, stdout } = await callDocket(['complete', '--', ...words], { cwd: repo.root });
    expect(code).toBe(0);
    const values = stdout.split('\n').filter((line) => line !== '' && !line.startsWith(':'));
    const offered = values.map((line) => line.split('\t')[0] ?? '');
    expect(offered.filter((value) => !value.startsWith('PROVENANCE'))).toEqual(
      expect.arrayContaining(expected),
    );
    expect(offered.every((value) => value.startsWith(words.at(-1) ?? ''))).toBe(true);
    expect(offered.length > 0).toBe(expected.length > 0);
  });

  test('the script for bash is one that bash can read', async () => {
    const { code, stdout } = await callDocket(['completion', 'bash']);
    expect(code).toBe(0);
    expect(stdout).toContain('docket complete -- ');
    const child = promisify(execFile)('bash', ['-n']);
    child.child.stdin?.end(stdout);
    await expect(child).resolves.toMatchObject({ stderr: '' });
    for (const shell of ['zsh', 'fish']) {
      expect((await callDocket(['completion', shell])).stdout).toContain('docket complete -- ');
    }
  });
});

describe('docket doctor', () => {
  test('counts what it found and says that a folder is no repository', async () => {
    await using repo = await fixtureRepo();
    const { stdout, code } = await callDocket(['doctor'], { cwd: repo.root });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^✓ Node +\d+\./m);
    expect(stdout).toMatch(/^✓ Records +2 decision records, template docs\/adr\/template\.md$/m);
    expect(stdout).toMatch(/^- History +Not in a Git repository\n +run /m);
  });

  test('exits 1 where there is nothing to work on, and says what to do', async () => {
    const { stdout, code } = await callDocket(['doctor', '--root', '/nonexistent-folder']);
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /^✗ Records +No records under \/nonexistent-folder: there is no such folder\n +run the command/m,
    );
  });
});
