import type { ValidationResult } from '../records/provenance.ts';
import type { ValidationStep } from '../records/spec.ts';
import { count } from './count.ts';
import { painter } from './paint.ts';
import { safeText } from './screen-text.ts';

/** A specification with what was found for each of its steps. */
export interface Validation {
  /** Path of the specification. */
  readonly spec: string;
  /** Path of the record of its latest execution, where there is one. */
  readonly record: string | undefined;
  /** Whether the files are those of the landing of that record, or those of the working tree. */
  readonly moment: 'landing' | 'now';
  readonly steps: readonly {
    readonly step: ValidationStep;
    readonly claimed: ValidationResult | undefined;
    /** `undefined` for a step that names no check. */
    readonly observed: StepObservation | undefined;
  }[];
}

interface StepObservation {
  readonly outcome: 'pass' | 'fail' | 'not-run';
  readonly evidence: string;
}

/** Counts the steps by what was found. */
export function tallyOf({ steps }: Validation) {
  const of = (outcome: StepObservation['outcome'] | undefined) =>
    steps.filter(({ observed }) => observed?.outcome === outcome).length;
  return { passed: of('pass'), failed: of('fail'), notRun: of('not-run'), noCheck: of(undefined) };
}

/** The JSON of `docket validate`. */
export function validationJson(validation: Validation): string {
  const { spec, record = null, moment } = validation;
  const steps = validation.steps.map(({ step, claimed, observed }) => ({
    step: step.number,
    text: step.text,
    claimed: claimed?.outcome ?? null,
    observed: observed?.outcome ?? null,
    evidence: observed?.evidence ?? null,
  }));
  const value = { spec, record, at: moment, steps, summary: tallyOf(validation) };
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** A validation for people: what is claimed of each step beside what was found, then one line of totals. */
export function validationPretty(
  validation: Validation,
  { colour }: { readonly colour: boolean },
): string {
  const paint = painter(colour);
  const colours = { pass: 'green', fail: 'red', 'not-run': 'cyan' } as const;
  const { spec, record, moment } = validation;
  const steps = validation.steps.flatMap(({ step, claimed, observed }) => {
    const outcome = outcomeWords(observed, moment);
    const style = observed ? colours[observed.outcome] : 'dim';
    return [
      `  ${String(step.number).padStart(2)}. ${safeText(step.text)}`,
      `      claimed: ${(claimed?.word ?? 'nothing').padEnd(14)} observed: ${paint(outcome, style)}`,
      ...(observed ? [`      ${paint(safeText(observed.evidence), 'dim')}`] : []),
    ];
  });
  const { passed, failed, notRun, noCheck } = tallyOf(validation);
  const [pass, fail] = moment === 'landing' ? ['passed', 'failed'] : ['pass', 'fail'];
  const counted = count(validation.steps.length, 'step');
  const lines = [
    paint(safeText(spec), 'bold'),
    `  ${safeText(record === undefined ? 'not carried out yet' : `recorded in ${record}`)}`,
    ...steps,
    '',
    paint(
      `${counted}: ${passed} ${pass}, ${failed} ${fail}, ${notRun} not run, ${noCheck} without a check`,
      'bold',
    ),
  ];
  return `${lines.join('\n')}\n`;
}

/** What came of a step, in words that tell the moments apart; a pass is never said of what was not run. */
function outcomeWords(observed: StepObservation | undefined, moment: Validation['moment']): string {
  if (observed === undefined) return 'no check';
  switch (observed.outcome) {
    case 'pass':
      return moment === 'landing' ? 'passed at the landing' : 'passes now';
    case 'fail':
      return moment === 'landing' ? 'failed at the landing' : 'fails now';
    case 'not-run':
      return 'not run';
  }
}
