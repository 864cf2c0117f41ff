import { compareFindings, type Finding } from '../records/finding.ts';

/** What a report tells of a rule besides its findings. */
export interface RuleNote {
  /** What must hold, as one sentence. */
  readonly summary: string;
  /** What goes wrong otherwise. */
  readonly why: string;
  /** Address of the rule's page; `undefined` where the address of the site is not known. */
  readonly page: string | undefined;
}

/** A finding that does not count, since the default branch lets it stand. */
export interface WaivedFinding {
  readonly finding: Finding;
  readonly reason: string;
}

/** Everything a reporter needs: what was found, in how many files, and the texts to show it in. */
export interface Report {
  /** Sorted by file, then place. */
  readonly findings: readonly Finding[];
  /** Findings of security rules that are shown and not counted. */
  readonly waived: readonly WaivedFinding[];
  /** How many files were looked at, readable or not. */
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  /** How many of the findings have a fix. */
  readonly fixable: number;
  /** Text of a file by its path; `undefined` where it could not be read. Spans count in this text. */
  textOf(file: string): string | undefined;
  /** What is known of a rule by its id. */
  noteOf(rule: string): RuleNote | undefined;
}

/** What a report is made from. */
export interface ReportInput {
  readonly findings: readonly Finding[];
  readonly waived?: readonly WaivedFinding[];
  readonly files: number;
  readonly textOf: (file: string) => string | undefined;
  readonly noteOf?: (rule: string) => RuleNote | undefined;
}

/** How a report is written; each format heeds what concerns it. */
export interface FormatOptions {
  /** Whether to colour it with ANSI escape codes. */
  readonly colour: boolean;
  /** Columns of the terminal; where it is none, sentences stay whole and long source lines are cut. */
  readonly width: number | undefined;
  /** Way from the folder that paths are read from to the root, such as `records/`; empty where both are one. */
  readonly prefix?: string;
  /** Version of the program. */
  readonly version?: string;
}

/**
 * Where more is told of a rule: at its page, else by the command that explains it; `undefined` for a rule that nobody
 * knows.
 */
export function moreAbout(rule: string, { noteOf }: Pick<Report, 'noteOf'>): string | undefined {
  const note = noteOf(rule);
  return note && (note.page ?? `docket lint --explain ${rule}`);
}

/** Puts findings in order and counts them. */
export function makeReport(input: ReportInput): Report {
  const of = (severity: Finding['severity']) =>
    input.findings.filter((finding) => finding.severity === severity).length;
  return {
    findings: [...input.findings].sort(compareFindings),
    waived: input.waived ?? [],
    files: input.files,
    errors: of('error'),
    warnings: of('warning'),
    infos: of('info'),
    fixable: input.findings.filter((finding) => finding.fix !== undefined).length,
    textOf: input.textOf,
    noteOf: input.noteOf ?? (() => undefined),
  };
}
