import path from 'node:path';

/** The folder of the package; absolute path. */
export const packageFolder = path.resolve(import.meta.dirname, '..');

/** Public entries of the package: the name below `docket/`, and the source below the folder of the package. */
export const ENTRIES = {
  config: 'src/exports/config.ts',
  records: 'src/exports/records.ts',
  session: 'src/exports/session.ts',
  remark: 'src/cli/remark-preset.ts',
} as const;

/** What `docket/records` is where a bundler builds for browsers. */
export const BROWSER_ENTRY = { 'browser-records': 'src/exports/browser-records.ts' } as const;
