/** How many tests had each result, as a runner's own report says. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Each failed test: its file, its name, and the first line of what it said. */
  readonly failures?: readonly string[];
}

/** Nothing ran. */
export const none: Counts = { passed: 0, failed: 0, skipped: 0 };

/** The sum of two counts. */
export function add(one: Counts, other: Counts): Counts {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
  };
}

/**
 * Reads Vitest's JSON report. A file that failed without a failed test in it, because it could
 * not be loaded, counts as one failure: otherwise its tests would vanish from the sum.
 *
 * @throws Error when the text is no such report.
 */
export function countVitest(text: string): Counts {
  const report = parse(text, 'Vitest');
  const files = list(report.testResults, 'Vitest');
  const unloadable = files.filter((file) => {
    const tests = list(file.assertionResults, 'Vitest');
    return file.status === 'failed' && !tests.some((test) => test.status === 'failed');
  });
  const failures = files.flatMap((file) => [
    ...(unloadable.includes(file) ? [`${file.name}: ${firstLine(file.message)}`] : []),
    ...list(file.assertionResults, 'Vitest')
      .filter((one) => one.status === 'failed')
      .map((one) => `${file.name}: ${one.fullName}: ${firstLine(one.failureMessages)}`),
  ]);
  return {
    passed: integer(report.numPassedTests, 'Vitest'),
    failed: integer(report.numFailedTests, 'Vitest') + unloadable.length,
    skipped: integer(report.numPendingTests, 'Vitest') + integer(report.numTodoTests, 'Vitest'),
    ...(failures.length === 0 ? {} : { failures }),
  };
}

/**
 * Reads Playwright's JSON report. An error outside any test, such as a server that did not
 * start, counts as one failure; a test that passed at a second attempt counts as passed.
 *
 * @throws Error when the text is no such report.
 */
export function countPlaywright(text: string): Counts {
  const report = parse(text, 'Playwright');
  const stats = record(report.stats, 'Playwright');
  const errors = list(report.errors, 'Playwright');
  return {
    passed: integer(stats.expected, 'Playwright') + integer(stats.flaky, 'Playwright'),
    failed: integer(stats.unexpected, 'Playwright') + errors.length,
    skipped: integer(stats.skipped, 'Playwright'),
  };
}

/** The plain line that ends a test run: `12 passed, 0 failed`, with `, 1 skipped` if any were. */
export function line({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`;
}

function firstLine(text: unknown): string {
  return String(text).split('\n', 1)[0] ?? '';
}

type Json = Readonly<Record<string, unknown>>;

function parse(text: string, runner: string): Json {
  try {
    return record(JSON.parse(text), runner);
  } catch (error) {
    throw wrong(runner, error);
  }
}

function record(value: unknown, runner: string): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong(runner);
  return value as Json;
}

function list(value: unknown, runner: string): readonly Json[] {
  if (!Array.isArray(value)) throw wrong(runner);
  return value.map((item) => record(item, runner));
}

function integer(value: unknown, runner: string): number {
  if (typeof value !== 'number' || !Number.isInteger(value)) throw wrong(runner);
  return value;
}

function wrong(runner: string, cause?: unknown): Error {
  return new Error(
    `Cannot read the counts in the JSON report of ${runner}; check whether an upgrade changed the report`,
    { cause },
  );
}
