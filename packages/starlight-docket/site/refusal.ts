import { type Corpus, type Finding, homeOfPath, perObject } from 'docket/records';

/** What weighs enough to refuse a build. */
export const errorsOf = perObject((findings: readonly Finding[]): readonly Finding[] =>
  findings.filter((finding) => finding.severity === 'error'),
);

/** The errors that the repository itself can mend. */
export function ownErrors(
  { layout }: Pick<Corpus, 'layout'>,
  findings: readonly Finding[],
): readonly Finding[] {
  return errorsOf(findings).filter(({ file }) => homeOfPath(layout, file) === undefined);
}

/**
 * Whether a site is not built for what its records are: only where a team holds them to a template. A log in any other
 * form is shown as it is, and the gate keeps from its pages what could do harm.
 */
export function isRefused({
  corpus,
  findings,
}: {
  readonly corpus: Pick<Corpus, 'layout'>;
  readonly findings: readonly Finding[];
}): boolean {
  return corpus.layout.adr.logs === undefined && ownErrors(corpus, findings).length > 0;
}

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
