import type { Corpus } from '../records/corpus.ts';
import type { Related, Severity, Span } from '../records/finding.ts';
import type { RecordKind } from '../records/layout.ts';
import type { DocketRecord } from '../records/record.ts';

/** What a rule reports: a finding without what judging adds to it (rule, severity, file). */
export interface Problem {
  span: Span;
  /** What was found, then what was expected; backticks round values, no full stop. */
  message: string;
  /** How to mend it. */
  help: string;
  related?: readonly Related[];
}

/** One edit to the example repository of `example-base.ts`; several make up an example. */
export type Patch =
  | { readonly change: string; readonly from: string; readonly to: string }
  | { readonly add: string; readonly text: string }
  | { readonly remove: string }
  | { readonly rename: string; readonly to: string };

/** A finding an example must produce, in full. */
export interface ExpectedProblem {
  /** Path of the record it stands in. */
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/**
 * A small change to the example repository that breaks a rule. It produces the findings listed and no others, of
 * this rule or any other; the tests hold every rule to that, and the rule's page shows it.
 */
export interface BadExample {
  readonly patches: readonly Patch[];
  readonly finds: readonly ExpectedProblem[];
}

/** A small change to the example repository that comes close to breaking a rule, and does not. */
export interface GoodExample {
  readonly patches: readonly Patch[];
}

/** The records of the kinds a rule judges. */
export type RecordOf<K extends RecordKind> = Extract<DocketRecord, { kind: K }>;

/** What a rule sees. */
export interface RuleContext<K extends RecordKind> {
  readonly record: RecordOf<K>;
  readonly corpus: Corpus;
  report(problem: Problem): void;
}

/** A rule as its file states it. */
export interface RuleDefinition<K extends RecordKind> {
  /** Kebab case, and the name of the rule's file. */
  id: string;
  /** The kinds of record it judges. */
  kinds: readonly K[];
  /** Its weight where configuration says nothing else. */
  severity: Severity;
  /**
   * Makes the rule a gate: where it reports, the record can be judged no further, and no other rule is heard. Of
   * several gates that report, the one of the lowest rank is.
   */
  gate?: number;
  /** What must hold, as one sentence. */
  summary: string;
  /** What goes wrong otherwise, for the reader who wonders whether to care. */
  why: string;
  examples: { readonly bad: readonly BadExample[]; readonly good: readonly GoodExample[] };
  check(context: RuleContext<K>): void;
}

/** A rule that can be asked about any record. */
export interface Rule extends Omit<RuleDefinition<RecordKind>, 'check'> {
  /** The problems of one record; none where the rule does not judge its kind. Pure. */
  check(record: DocketRecord, corpus: Corpus): Problem[];
}

/** Makes a rule of its definition. */
export function defineRule<const K extends RecordKind>(definition: RuleDefinition<K>): Rule {
  return {
    ...definition,
    check(record, corpus) {
      const problems: Problem[] = [];
      if (isOneOf(record, definition.kinds)) {
        definition.check({ record, corpus, report: (problem) => problems.push(problem) });
      }
      return problems;
    },
  };
}

function isOneOf<K extends RecordKind>(
  record: DocketRecord,
  kinds: readonly K[],
): record is RecordOf<K> {
  return (kinds as readonly RecordKind[]).includes(record.kind);
}
