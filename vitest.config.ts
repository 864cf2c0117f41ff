import { globSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

const exclude = ['tests/e2e/**', 'packages/docket/tests/fixtures/**'];
const all = globSync(['tests/**/*.test.ts', 'packages/*/tests/**/*.test.ts'], { exclude });
/** Those that put another module in the place of a real one, which others would get, too. */
const replacing = all.filter((file) => /\bvi\.mock\(/.test(readFileSync(file, 'utf8')));

export default defineConfig({
  test: {
    passWithNoTests: false,
    // By default one processor is left idle.
    maxWorkers: '100%',
    // Tests that make Git repositories start several processes each.
    testTimeout: 120_000,
    // As of the browser tests: a second try in CI is reported, so that a busy machine does not hide the rest.
    retry: process.env.CI ? 1 : 0,
    projects: [
      {
        extends: true,
        // Loading the modules anew for each file would take a third of the time.
        test: { name: 'shared', include: all, exclude: replacing, isolate: false },
      },
      { extends: true, test: { name: 'alone', include: replacing } },
    ],
  },
});
