import { type Finding, perObject } from 'docket/records';

/** What refuses a build. */
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
