import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describeMissing, findChromium } from '../../scripts/chromium.ts';
import { fits, parseVersion, pinnedVersion } from '../../scripts/lychee.ts';
import { nodeTool } from '../../scripts/support/node-tool.ts';
import { which } from '../../scripts/support/which.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'docket-tools-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function program(name: string, script: string): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

describe.skipIf(process.platform === 'win32')('findChromium', () => {
  test('takes the one that CHROMIUM_PATH names', () => {
    const path = program('my-chromium', 'echo "Chromium 150.0.1.2"');
    expect(findChromium({ CHROMIUM_PATH: path })).toEqual({
      kind: 'found',
      chromium: { path, source: 'CHROMIUM_PATH' },
    });
  });

  test.each([
    ['missing', undefined, 'which is not an executable file'],
    ['stub', 'echo "install me from the store" >&2; exit 1', 'exit code 1: install me from the'],
    ['other', 'echo "Firefox 150"', 'which answers `--version` with exit code 0'],
  ])('refuses a CHROMIUM_PATH that is %s', (name, script, why) => {
    const path = script === undefined ? join(folder, name) : program(name, script);
    expect(() => findChromium({ CHROMIUM_PATH: path })).toThrow(why);
  });
});

test('a missing Chromium is reported with every place and every way to get one', () => {
  expect(
    describeMissing(['CHROMIUM_PATH: not set', 'a way: failed\nbecause']),
  ).toMatchInlineSnapshot(`
      "Cannot find Chromium, which the browser tests need
      Tried:
        - CHROMIUM_PATH: not set
        - a way: failed
          because
      Fix it in one of these ways:
        - set CHROMIUM_PATH to the executable of a Chromium or Chrome
        - run \`npx --yes pnpm@12 exec playwright install --with-deps chromium\` where the network allows it
        - install the system's package, on Debian \`apt-get update && apt-get install chromium\` as root"
    `);
});

describe('the version of lychee', () => {
  test.each([
    ['lychee 0.24.2\n', '0.24.2'],
    ['lychee 0.24.2-nightly (abc)', '0.24.2'],
    ['another tool 0.24.2', undefined],
    ['', undefined],
  ])('in %j', (answer, version) => {
    expect(parseVersion(answer)).toBe(version);
  });

  test('is the one that the requirements pin, with a hash for each platform', () => {
    const requirements = readFileSync('scripts/requirements-lychee.txt', 'utf8');
    expect(requirements).toContain(`\nlychee-bin==${pinnedVersion} \\\n`);
    expect(requirements.match(/--hash=sha256:[0-9a-f]{64}\b/g)).toHaveLength(14);
  });

  test('fits while the minor version agrees', () => {
    expect(fits(pinnedVersion)).toBe(true);
    expect(fits('0.24.9')).toBe(true);
    expect(fits('0.23.0')).toBe(false);
    expect(fits('0.2.24')).toBe(false);
    expect(fits('1.24.2')).toBe(false);
  });
});

test.skipIf(process.platform === 'win32')('which takes the first executable on PATH', () => {
  const path = program('a-tool', 'true');
  writeFileSync(join(folder, 'a-text'), 'not executable');
  const env = { PATH: `/no/such/folder:${folder}` };
  expect(which('a-tool', env)).toBe(path);
  expect(which('a-text', env)).toBeUndefined();
  expect(which('a-tool', {})).toBeUndefined();
});

test('a program of a package that is not installed is refused with the way to fix it', () => {
  expect(() => nodeTool('no-such-package', 'x', [])).toThrow(
    'The package `no-such-package` is not in `node_modules`; run `npx --yes pnpm@12 install`',
  );
  expect(() => nodeTool('vitest', 'x', [])).toThrow('has no program `x`');
});
