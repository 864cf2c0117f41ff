import type { Finding, Severity } from './finding.ts';
import type { RecordKind } from './layout.ts';

/** What every rule tells of itself, wherever it comes from. */
export interface RuleFacts {
  readonly id: string;
  readonly severity: Severity;
  readonly summary: string;
  readonly why: string;
  readonly kinds: readonly RecordKind[];
  /** The rule of Docket that it is an instance of, where a configuration adds it. */
  readonly instanceOf?: string;
}

/** A part of a file that an example changes: lines taken away, then lines put in their place. */
export interface ExampleChange {
  readonly file: string;
  /** Where the file as a whole is added, removed or renamed, in words; else empty. */
  readonly note: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** A change to the example repository, and what the linter says about it. */
export interface ExplainedExample {
  readonly changes: readonly ExampleChange[];
  readonly options: Readonly<Record<string, unknown>> | undefined;
  readonly findings: readonly Finding[];
  /** Texts of the repository after the change, by path. */
  readonly files: ReadonlyMap<string, string>;
}

/** An option of a rule. */
export interface RuleOption {
  readonly name: string;
  readonly description: string;
  /** As JSON; `undefined` where there is none. */
  readonly fallback: string | undefined;
}

/** All there is to say about a rule. */
export interface Explanation extends RuleFacts {
  /** The weights of a record's status, where they differ: `[Proposed, warning]`. */
  readonly byStatus: readonly (readonly [status: string, weight: string])[];
  readonly isFixable: boolean;
  readonly options: readonly RuleOption[];
  readonly bad: readonly ExplainedExample[];
  readonly good: readonly ExplainedExample[];
}
