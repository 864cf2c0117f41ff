import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../packages/docket/tests/support/repository.ts';

const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

test('every script that starts Astro turns its telemetry off', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const starts = Object.values(scripts).filter((script) => /\bastro(?:\.mjs)? \w/.test(script));
  expect(starts.length).toBeGreaterThanOrEqual(3);
  for (const script of starts) expect(script).toContain('--env-file=scripts/astro.env');
  expect(read('scripts/astro.env')).toMatch(/^ASTRO_TELEMETRY_DISABLED=1$/m);
});

test('no other file starts Astro but through what turns it off', () => {
  const files = globSync('{scripts,packages/*/tests,bench}/**/*.ts', { cwd: ROOT });
  const starting = files.filter((file) => /['"/]astro(?:\.mjs)?['"],\s*\[/.test(read(file)));
  expect(starting.length).toBeGreaterThan(1);
  for (const file of starting) {
    // `run` of scripts/support/process.ts sets it for whatever it starts.
    expect(read(file), file).toMatch(/ASTRO_TELEMETRY_DISABLED|nodeTool\(/);
  }
  expect(read('scripts/support/process.ts')).toContain("ASTRO_TELEMETRY_DISABLED: '1'");
});
