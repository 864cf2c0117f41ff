import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { RULES } from '../../src/rules/index.ts';
import { mainDocket } from '../support/main-docket.ts';
import { ROOT } from '../support/repository.ts';

/*
 * One repository in which nearly everything is wrong, and every finding it must give, in order. `UPDATE_RUINED=1`
 * writes the list anew; the change is then read like any other.
 */

const RUINED = path.join(ROOT, 'packages/docket/tests/fixtures/ruined');
const EXPECTED = path.join(ROOT, 'packages/docket/tests/fixtures/ruined.txt');

interface Diagnostic {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly severity: string;
  readonly rule: string;
  readonly message: string;
}

/** The list of findings, from a copy outside any repository, where Git lists no files. */
async function findings(): Promise<string[]> {
  const root = await mkdtemp(path.join(tmpdir(), 'docket-ruined-'));
  try {
    await cp(RUINED, root, { recursive: true });
    const { stdout, code } = await mainDocket(['lint', '--root', root, '--format', 'json'], {
      SOURCE_DATE_EPOCH: String(Date.parse('2026-06-01T00:00:00Z') / 1000),
    });
    expect(code).toBe(1);
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: readonly Diagnostic[] };
    return diagnostics.map(
      ({ file, line, column, endLine, endColumn, severity, rule, message }) =>
        `${file}:${line}:${column}-${endLine}:${endColumn} ${severity} ${rule} ${message}`,
    );
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

test('a ruined repository gives all its findings in order', async () => {
  const found = await findings();
  if (process.env.UPDATE_RUINED === '1') await writeFile(EXPECTED, `${found.join('\n')}\n`);
  const expected = (await readFile(EXPECTED, 'utf8')).trimEnd().split('\n');
  expect(expected.length).toBeGreaterThan(50);
  expect(found).toEqual(expected);
  const rules = new Set(
    expected.map((line) => line.split(' ').find((word) => RULES.some(({ id }) => id === word))),
  );
  expect(rules.size).toBeGreaterThan(40);
});
