import type { Corpus, Outcome, ProvenanceRecord, SpecRecord } from 'docket/records';
import type { Translate, WordKey } from '../words/say.ts';
import {
  OBSERVED_NOW,
  OBSERVED_THEN,
  type ObservedView,
  observedView,
} from './evidence/claim-view.ts';
import { recordEvidence } from './evidence/record-evidence.ts';
import type { EvidenceContext } from './evidence/site-evidence.ts';
import { type VerdictView, verdictView } from './evidence/verdict-view.ts';
import { type RecordRef, refTo } from './record-ref.ts';
import { type Segment, segmentsOf } from './references.ts';
/** What became of a validation step: the recorded outcome, or `missing` where none is recorded. */
export type StepOutcome = Outcome | 'missing';

/** How many validation steps ended in which way. */
export interface Tally {
  readonly total: number;
  readonly outcomes: Readonly<Record<StepOutcome, number>>;
}

/** One validation step beside what a provenance record says of it. */
export interface StepRow {
  readonly number: number;
  readonly text: readonly Segment[];
  readonly outcome: StepOutcome;
  /** The outcome as written; empty where none is recorded. */
  readonly word: string;
  readonly details: readonly Segment[];
  /** What the tool found at the landing; `undefined` where the step names no check or nothing is known. */
  readonly observed: ObservedView | undefined;
  /** The same in the working tree of the build, beside the latest execution or where there is none. */
  readonly observedNow: ObservedView | undefined;
  /** How the recorded result holds; `undefined` where none is recorded or nothing was held against Git. */
  readonly verdict: VerdictView | undefined;
}

/** The validation steps of a specification beside the results of one execution. */
export interface Validation {
  /** `undefined` where the specification was never executed. */
  readonly provenance: RecordRef | undefined;
  /** Why nothing was held against Git, where nothing was. */
  readonly unheld: string | undefined;
  readonly rows: readonly StepRow[];
  readonly tally: Tally;
}

/** Words for outcomes, for readers. */
export const OUTCOME_WORDS: Readonly<Record<StepOutcome, WordKey>> = {
  pass: 'docket.outcome.pass',
  fail: 'docket.outcome.fail',
  manual: 'docket.outcome.manual',
  'not-run': 'docket.outcome.notRun',
  'not-applicable': 'docket.outcome.notApplicable',
  unknown: 'docket.outcome.unclear',
  missing: 'docket.outcome.missing',
};

/** The validation of a specification, once for each of its executions; once without results where there is none. */
export function validationsOf(context: EvidenceContext, spec: SpecRecord): Validation[] {
  const executions = context.corpus.provenanceOf(spec);
  const stepsNow = context.evidence.now(spec);
  const of = (execution: (typeof executions)[number] | undefined): Validation => {
    const judged = execution && context.evidence.of(execution);
    const isKnown = judged?.landing.kind === 'landed';
    const rows = spec.body.steps.map((step): StepRow => {
      const result = execution?.body.results.find((candidate) => candidate.number === step.number);
      const now = stepsNow.find(
        (entry) => entry.step.number === step.number && entry.claimed === result,
      )?.observed;
      const claim = judged?.claims.find(
        ({ claim: own }) => own.kind === 'result' && own.result === result,
      );
      return {
        number: step.number,
        text: segmentsOf(context, step.text, spec),
        outcome: result?.outcome ?? 'missing',
        word: result?.word ?? '',
        details: segmentsOf(context, result?.details ?? '', spec),
        observed: claim?.observed && observedView(context, claim.observed, OBSERVED_THEN),
        observedNow: now && observedView(context, now, OBSERVED_NOW),
        verdict: claim && isKnown ? verdictView(context, claim) : undefined,
      };
    });
    return {
      provenance: execution && refTo(context.base, execution),
      unheld: execution && unheldReason(context, execution),
      rows,
      tally: tallyOf(rows.map((row) => row.outcome)),
    };
  };
  return executions.length === 0 ? [of(undefined)] : executions.map(of);
}

/** Why the claims of a record could not be held against Git; `undefined` where they were. */
export function unheldReason(
  context: EvidenceContext,
  record: ProvenanceRecord,
): string | undefined {
  const evidence = recordEvidence(context, record);
  return evidence?.kind === 'unknown' ? evidence.reason : undefined;
}

/** Counts the outcomes of a specification's steps over its latest execution. */
export function latestTally(corpus: Corpus, spec: SpecRecord): Tally {
  const execution = corpus.provenanceOf(spec).at(-1);
  return tallyOf(
    spec.body.steps.map(
      (step) =>
        execution?.body.results.find((result) => result.number === step.number)?.outcome ??
        'missing',
    ),
  );
}

/** Counts outcomes. */
export function tallyOf(outcomes: readonly StepOutcome[]): Tally {
  const count: Record<StepOutcome, number> = {
    pass: 0,
    fail: 0,
    manual: 0,
    'not-run': 0,
    'not-applicable': 0,
    unknown: 0,
    missing: 0,
  };
  for (const outcome of outcomes) count[outcome] += 1;
  return { total: outcomes.length, outcomes: count };
}

/** A tally in words: `10 of 10 pass`, `8 of 10 pass, 1 fails, 1 without result`. */
export function tallyWords(t: Translate, tally: Tally): string {
  const { outcomes, total } = tally;
  if (total === 0) return t('docket.tally.none');
  const rest = Object.entries(TALLY_WORDS).map(
    ([outcome, word]) => [outcomes[outcome as keyof typeof TALLY_WORDS], word] as const,
  );
  return [
    t('docket.tally.pass', { count: outcomes.pass, total }),
    ...rest.filter(([count]) => count > 0).map(([count, word]) => t(word, { count })),
  ].join(', ');
}

/** In the order in which they are told. */
const TALLY_WORDS = {
  fail: 'docket.tally.fail',
  manual: 'docket.tally.manual',
  'not-run': 'docket.tally.notRun',
  'not-applicable': 'docket.tally.notApplicable',
  unknown: 'docket.tally.unclear',
  missing: 'docket.tally.missing',
} as const satisfies Readonly<Record<Exclude<StepOutcome, 'pass'>, WordKey>>;
