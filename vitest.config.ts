import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'packages/*/tests/**/*.test.ts'],
    exclude: ['tests/e2e/**', 'packages/docket/tests/fixtures/**'],
    passWithNoTests: false,
    // By default one processor is left idle.
    maxWorkers: '100%',
    // Tests that make Git repositories start several processes each.
    testTimeout: 60_000,
  },
});
