import { formatPretty, makeReport } from 'docket/records';
import type { SiteModel } from './model.ts';
import { ownErrors } from './refusal.ts';

/** Where a report is printed. */
export interface Screen {
  readonly colour: boolean;
  /** Columns; `undefined` where it is no terminal. */
  readonly width: number | undefined;
}

/** The errors of the records as a build prints them: every one, not only the first. */
export function reportText(model: SiteModel, screen: Screen): string {
  const { corpus, findings } = model;
  const report = makeReport({
    findings: ownErrors(corpus, findings),
    files: corpus.records.length,
    textOf: (file) => corpus.byPath(file)?.document.text,
  });
  return `${formatPretty(report, screen).trimEnd()}\n\nThe site was not built: fix the records above, or run \`docket lint\` to see the problems again.`;
}

/** The terminal that complaints go to, as it wants them: `NO_COLOR` is heeded (https://no-color.org). */
export function errorScreen(): Screen {
  const { stderr, env } = process;
  return {
    colour: stderr.isTTY && !env['NO_COLOR'],
    width: stderr.isTTY ? stderr.columns : undefined,
  };
}
