import { lintJsonSchema } from 'docket/records';

/** The schema of `docket lint --format json` as the site publishes it. */
export function publishedLintSchema(): Record<string, unknown> {
  return lintJsonSchema();
}
