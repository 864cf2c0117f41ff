import type { SpecRecord } from '../../records/record.ts';
import type { ValidationStep } from '../../records/spec.ts';
import type { ResultClaim } from '../sources/ours.ts';
import type { Observation } from '../steps/observation.ts';
import { matchStep, stepToday } from '../steps-then.ts';
import type { UndoRenames } from '../undo-renames.ts';
import { contradicted, outdated, unverifiable, type Verdict, verified } from '../verdict.ts';
import { disclaimerIn } from './disclaimer.ts';

/** What a result is held against. */
export interface ResultCase {
  /** The specification in the landing; `missing` where the clone lacks that version, `undefined` without one. */
  readonly then: SpecRecord | 'missing' | undefined;
  /** The specification as it reads today; `undefined` where there is none. */
  readonly now: SpecRecord | undefined;
  /** Gives a text of today the names of the landing. */
  readonly undo: UndoRenames;
  /** What the tool finds for a step at the landing; `undefined` for a step that names no check. */
  observe(step: ValidationStep): Observation | undefined;
}

/**
 * Holds a recorded result against the step it answers, against its own details, and against what the tool itself
 * finds at the landing where the step names a check.
 */
export function checkResult(claim: ResultClaim, held: ResultCase): Verdict {
  const { result } = claim;
  if (held.then === 'missing') {
    return unverifiable('missing-object', 'the specification of the landing is not in this clone');
  }
  const spec = held.then ?? held.now;
  if (!spec) return unverifiable('not-checkable', 'the record has no specification to answer');
  const { step, by } = matchStep(result, spec.body.steps, held.undo);
  if (!step) {
    return contradicted(
      `${spec.path} has ${spec.body.steps.length} validation steps`,
      `there is no step ${result.number} to answer`,
    );
  }
  const disclaimed = result.outcome === 'pass' ? disclaimerIn(result.details) : undefined;
  if (disclaimed !== undefined) {
    return contradicted(
      `the details say \`${disclaimed}\``,
      'a step that was not run has not passed',
    );
  }
  if (by === 'nothing') {
    return unverifiable(
      'ambiguous',
      `the text is not that of step ${step.number}: \`${step.text}\``,
    );
  }
  const change = held.then && held.now ? rewording(step, held.now, held.undo) : undefined;
  if (change) return change;
  return observed(claim, held.observe(step));
}

function rewording(step: ValidationStep, now: SpecRecord, undo: UndoRenames): Verdict | undefined {
  const { steps } = now.body;
  if (stepToday(step, steps, undo)) return undefined;
  const same = steps.find((other) => other.number === step.number);
  return same
    ? outdated(
        `step ${step.number} now reads \`${same.text}\``,
        'the result answers an earlier wording',
      )
    : outdated(
        `${now.path} no longer has a step ${step.number}`,
        'the result answers a step that was dropped',
      );
}

function observed({ result }: ResultClaim, seen: Observation | undefined): Verdict {
  const { outcome } = result;
  if (outcome === 'unknown') {
    return unverifiable(
      'not-checkable',
      `${result.word === '' ? 'nothing' : `\`${result.word}\``} is not a result: pass, fail, not run, not applicable or manual`,
    );
  }
  if (seen === undefined) {
    return unverifiable(
      'not-checkable',
      `step ${result.number} names no check, so ${outcome} is only what the record says`,
    );
  }
  if (seen.outcome === 'not-run') return unverifiable('not-checkable', seen.evidence);
  if (outcome === 'pass' || outcome === 'fail') {
    return outcome === seen.outcome
      ? verified(seen.evidence)
      : contradicted(
          seen.evidence,
          `the check of the step ${seen.outcome === 'pass' ? 'passes' : 'fails'} at the landing`,
        );
  }
  return unverifiable(
    'not-checkable',
    `the record claims no result; found at the landing: ${seen.outcome}, ${seen.evidence}`,
  );
}
