import type { z } from 'zod';
import type { Conventions } from '../records/conventions.ts';
import type { Corpus, Names } from '../records/corpus.ts';
import { type Facts, NO_FACTS } from '../records/facts.ts';
import type { Fix, Related, Severity, Span, Wording } from '../records/finding.ts';
import type { Format } from '../records/formats/format.ts';
import type { RecordKind } from '../records/layout.ts';
import { MAX_FINDINGS_OF_RULE } from '../records/limits.ts';
import type { DocketRecord } from '../records/record.ts';
import type { Status } from '../records/status.ts';

/** What a rule reports: a finding without what judging adds to it (rule, severity, file). */
export type Problem = Wording & {
  span: Span;
  /** How to fix it. */
  help: string;
  related?: readonly Related[];
  /** For what is not wrong yet: `info`, whatever the rule weighs. */
  severity?: 'info';
  /** The fix, where there is only one right result and no meaning is lost with it. */
  fix?: Fix;
};

/** A problem of a file that is no record. */
export type DocumentProblem = Problem & { readonly file: string };

/** A severity, or silence. */
export type Weight = Severity | 'off';

/** One edit to the example repository of `example-base.ts`; several make up an example. */
export type Patch =
  | { readonly change: string; readonly from: string; readonly to: string }
  | { readonly add: string; readonly text: string }
  | { readonly remove: string }
  | { readonly rename: string; readonly to: string };

/** A finding an example must produce, in full. */
export interface ExpectedProblem {
  /** Of a rule that the example cannot but break, too. */
  readonly rule?: string;
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
  /** What is known besides the records, given the patched repository. */
  readonly facts?: ExampleFacts;
  /** Options of the rule, where the example needs them. */
  readonly options?: Readonly<Record<string, unknown>>;
  /** A stretch of the file after `--fix`, for a rule with a fix: the text as it is then. */
  readonly fixed?: { readonly file: string; readonly text: string };
  readonly finds: readonly ExpectedProblem[];
}

/** A small change to the example repository that comes close to breaking a rule, and does not. */
export interface GoodExample {
  readonly patches: readonly Patch[];
  readonly facts?: ExampleFacts;
  /** Options of the rule, where the example is about them. */
  readonly options?: Readonly<Record<string, unknown>>;
}

/** What an example is judged by besides the records. */
export interface ExampleFacts {
  readonly today?: string;
  /** The commits before the example, oldest first, each as patches to the one before; the first is the base. */
  readonly commits?: readonly ExampleCommit[];
  /** Records on other branches, by branch name. */
  readonly branches?: Readonly<Record<string, readonly string[]>>;
}

/** A commit of an example's history. */
export interface ExampleCommit {
  readonly subject: string;
  /** The day it was made, as YYYY-MM-DD. */
  readonly day: string;
  readonly patches: readonly Patch[];
}

/** The records of the kinds a rule judges. */
export type RecordOf<K extends RecordKind> = Extract<DocketRecord, { kind: K }>;

/**
 * What a rule looks at: one record and the conventions of all; also which records and files there are; or also what
 * other records say, and the history. A record can be judged by the first sort before the next one is read, and need
 * not be judged again by the second where another one only says something else.
 */
export type Scope = 'record' | 'names' | 'log';

/** What a rule is given besides the record. */
interface Surveyed {
  readonly record: { readonly corpus: Conventions; readonly facts: Pick<Facts, 'today'> };
  readonly names: { readonly corpus: Names; readonly facts: Pick<Facts, 'today'> };
  readonly log: { readonly corpus: Corpus; readonly facts: Facts };
}

/** What a rule sees. */
export interface RuleContext<K extends RecordKind, O, V extends Scope> {
  readonly record: RecordOf<K>;
  readonly corpus: Surveyed[V]['corpus'];
  readonly facts: Surveyed[V]['facts'];
  readonly options: O;
  report(problem: Problem): void;
}

/** What a rule about documents sees. */
export interface DocumentContext<O> {
  readonly corpus: Corpus;
  readonly facts: Facts;
  readonly options: O;
  report(problem: DocumentProblem): void;
}

/** A rule as its file states it. */
export interface RuleDefinition<K extends RecordKind, S extends z.ZodObject, V extends Scope> {
  /** Kebab case, and the name of the rule's file. */
  id: string;
  /** The kinds of record it judges; none for a rule about documents alone. */
  kinds: readonly K[];
  /** How far it looks; a record alone where it says nothing. */
  scope?: V;
  /** The formats of which it tells the truth; Markdown alone where it says nothing. */
  formats?: readonly Format[];
  /** Its weight where configuration says nothing else. */
  severity: Severity;
  /** Its weight in the profile `recommended`; a rule without one belongs to `strict` alone. */
  recommended?: Severity;
  /** Its weight for records of one status, where that differs. */
  severityWhile?: Readonly<Partial<Record<Status, Weight>>>;
  /**
   * Makes the rule a gate: where it reports, the record can be judged no further, and no other rule is heard. Of
   * several gates that report, the one of the lowest rank is.
   */
  gate?: V extends 'record' ? number : never;
  /** Whether it is a gate only for records in the template's form: in another form, other parts of the text speak, too. */
  gateOfTemplate?: true;
  /**
   * Guards readers against the author of a record. Neither a comment, the baseline nor a setting silences it: only a
   * waiver in `docket.config.json` of the default branch does, which the author of a branch cannot write.
   */
  security?: true;
  /** The rule this one is an instance of. */
  instanceOf?: string;
  /**
   * A team may add instances of it under ids of their own, each with its options, weight and words. It has options, and
   * looks at one record alone.
   */
  takesInstances?: V extends 'record' ? true : never;
  /** What must hold, as one sentence. */
  summary: string;
  /** What goes wrong otherwise, for the reader who wonders whether to care. */
  why: string;
  /** What a team may set; every key has a default and a description. */
  options?: S;
  examples: { readonly bad: readonly BadExample[]; readonly good: readonly GoodExample[] };
  check?(context: RuleContext<K, z.infer<S>, V>): void;
  /** Judges the documents and code of the repository that are no records. */
  checkDocuments?(context: DocumentContext<z.infer<S>>): void;
}

/** What a rule is asked with. */
export interface Asked {
  readonly facts?: Facts;
  /** Options that the rule's schema has read; by default its own. */
  readonly options?: unknown;
}

/** A rule that looks so far. */
export interface RuleOf<V extends Scope>
  extends Omit<RuleDefinition<RecordKind, z.ZodObject, V>, 'check' | 'checkDocuments'> {
  readonly scope: V;
  /** The problems of one record; none where the rule does not judge its kind. Pure. */
  check(record: DocketRecord, corpus: Surveyed[V]['corpus'], asked?: Asked): readonly Problem[];
  /** The problems of files that are no records. Pure. */
  checkDocuments(corpus: Corpus, asked?: Asked): DocumentProblem[];
}

/** A rule that can be asked about any record. */
export type Rule = RuleOf<'record'> | RuleOf<'names'> | RuleOf<'log'>;

// Most rules find nothing in most records: one list for all of them.
const NO_PROBLEMS: readonly never[] = Object.freeze([]);

/** The problems of one file, each once, up to a limit. */
class Told<P extends Problem> {
  readonly #seen = new Set<string>();
  #problems: P[] | undefined;
  #first: P | undefined;
  #untold = 0;

  tell(problem: P): this {
    // A definition that ten links share is one place to mend.
    const { span, found, expected } = problem;
    const key = `${span.start.offset} ${span.end.offset} ${found} ${expected}`;
    if (this.#seen.has(key)) return this;
    this.#seen.add(key);
    this.#problems ??= [];
    if (this.#problems.length < MAX_FINDINGS_OF_RULE) {
      this.#problems.push(problem);
    } else {
      this.#first ??= problem;
      this.#untold += 1;
    }
    return this;
  }

  /** Those that were told; where there are more, with a last one that counts them. */
  all(): readonly P[] {
    if (!this.#problems) return NO_PROBLEMS;
    if (!this.#first) return this.#problems;
    const { fix: _, related: __, ...place } = this.#first;
    const last = {
      ...place,
      found: `\`${this.#untold}\` further findings of this rule`,
      expected: `at most \`${MAX_FINDINGS_OF_RULE}\` in one file`,
      help: 'fix those above, then run the command again',
    };
    return [...this.#problems, last as P];
  }
}

/** Makes a rule of its definition. */
export function defineRule<
  const K extends RecordKind,
  S extends z.ZodObject = z.ZodObject,
  const V extends Scope = 'record',
>(definition: RuleDefinition<K, S, V>): Rule {
  const { formats = ['markdown'] } = definition;
  let defaults: z.infer<S> | undefined;
  const optionsOf = (asked: Asked): z.infer<S> => {
    defaults ??= (definition.options?.parse({}) ?? {}) as z.infer<S>;
    return (asked.options ?? defaults) as z.infer<S>;
  };
  const rule: RuleOf<V> = {
    ...definition,
    scope: (definition.scope ?? 'record') as V,
    check(record, corpus, asked = {}) {
      if (!definition.check || !isOneOf(record, definition.kinds)) return NO_PROBLEMS;
      if (!formats.includes(record.document.format)) return NO_PROBLEMS;
      let problems: Told<Problem> | undefined;
      const facts = asked.facts ?? NO_FACTS;
      const options = optionsOf(asked);
      const report = (problem: Problem) => {
        problems = (problems ?? new Told<Problem>()).tell(problem);
      };
      definition.check({ record, corpus, facts, options, report });
      return problems?.all() ?? NO_PROBLEMS;
    },
    checkDocuments(corpus, asked = {}) {
      const byFile = new Map<string, Told<DocumentProblem>>();
      const facts = asked.facts ?? NO_FACTS;
      const options = optionsOf(asked);
      const report = (problem: DocumentProblem) => {
        const problems = byFile.get(problem.file) ?? new Told<DocumentProblem>();
        byFile.set(problem.file, problems.tell(problem));
      };
      definition.checkDocuments?.({ corpus, facts, options, report });
      return [...byFile.values()].flatMap((problems) => problems.all());
    },
  };
  return rule as unknown as Rule;
}

function isOneOf<K extends RecordKind>(
  record: DocketRecord,
  kinds: readonly K[],
): record is RecordOf<K> {
  return (kinds as readonly RecordKind[]).includes(record.kind);
}
