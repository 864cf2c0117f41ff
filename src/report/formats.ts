import { formatGithub } from './github.ts';
import { formatJson } from './json.ts';
import { formatPretty, type PrettyOptions } from './pretty.ts';
import type { Report } from './report.ts';

/** Writes a report in one format. Pure. */
type Formatter = (report: Report, options: PrettyOptions) => string;

/** Every format a report can be written in, by the name it has on the command line. */
export const FORMATS = {
  pretty: formatPretty,
  json: formatJson,
  github: formatGithub,
} as const satisfies Record<string, Formatter>;

/** The name of a format. */
export type FormatName = keyof typeof FORMATS;
