import path from 'node:path';
import { type Finding, perObject } from 'docket/records';

/** What refuses a build or a page. */
export const errorsOf = perObject((findings: readonly Finding[]): readonly Finding[] =>
  findings.filter((finding) => finding.severity === 'error'),
);

/**
 * An error that Astro shows as it is. Astro looks for words such as `document` in the text form of an error and then
 * advises about browsers; that form has none of the words of a record.
 */
class OwnError extends Error {
  override toString(): string {
    return this.name;
  }
}

/** An error that Astro prints as its message alone, without a stack that leads nowhere for an author. */
export class RefusedBuildError extends OwnError {
  override readonly name = 'RefusedBuildError';

  /** @param report every problem, as it is printed */
  constructor(report: string) {
    super(report);
    this.stack = '';
  }
}

/** An error that the overlay of `astro dev` shows at its place in the record. */
export class RecordProblemError extends OwnError {
  override readonly name: string;
  /** How to mend it. */
  readonly hint: string;
  /** Absolute path, line and column (both from 1). */
  readonly loc: { readonly file: string; readonly line: number; readonly column: number };

  /** Heading of the overlay. */
  readonly title = 'A record does not pass its checks';
  /** Text of the file, of which the overlay shows the line. */
  readonly fullCode: string | undefined;

  constructor(root: string, problems: readonly [Finding, ...Finding[]], text: string | undefined) {
    const [first, ...others] = problems;
    const { line, column } = first.span.start;
    const list = others.map((finding) => `${placeOf(finding)} ${finding.message}`);
    super([`${placeOf(first)} ${first.message}`, ...list].join('\n\n'));
    this.name = first.rule;
    this.hint = first.help;
    this.fullCode = text;
    this.loc = { file: path.join(root, first.file), line, column };
    this.stack = '';
  }
}

function placeOf(finding: Finding): string {
  return `${finding.file}:${finding.span.start.line}:${finding.span.start.column}`;
}
