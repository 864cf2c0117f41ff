import { compareFindings, type Finding } from '../records/finding.ts';

/** Everything a reporter needs: what was found, in how many files, and the texts to show it in. */
export interface Report {
  /** Sorted by file, then place. */
  readonly findings: readonly Finding[];
  /** How many files were looked at, readable or not. */
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  /** Text of a file by its path; `undefined` where it could not be read. Spans count in this text. */
  textOf(file: string): string | undefined;
}

/** What a report is made from. */
export interface ReportInput {
  readonly findings: readonly Finding[];
  readonly files: number;
  readonly textOf: (file: string) => string | undefined;
}

/** Puts findings in order and counts them. */
export function makeReport(input: ReportInput): Report {
  const of = (severity: Finding['severity']) =>
    input.findings.filter((finding) => finding.severity === severity).length;
  return {
    findings: [...input.findings].sort(compareFindings),
    files: input.files,
    errors: of('error'),
    warnings: of('warning'),
    textOf: input.textOf,
  };
}
