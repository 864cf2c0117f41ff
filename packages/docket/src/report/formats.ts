import { formatGithub } from './github.ts';
import { formatJson } from './json.ts';
import { formatJunit } from './junit.ts';
import { formatPretty } from './pretty.ts';
import type { FormatOptions, Report } from './report.ts';
import { formatSarif } from './sarif.ts';

/** Writes a report in one format. Pure. */
type Formatter = (report: Report, options: FormatOptions) => string;

/** Every format a report can be written in, by the name it has on the command line. */
export const FORMATS = {
  pretty: formatPretty,
  json: formatJson,
  github: formatGithub,
  sarif: formatSarif,
  junit: formatJunit,
} as const satisfies Record<string, Formatter>;

/** The name of a format. */
export type FormatName = keyof typeof FORMATS;
