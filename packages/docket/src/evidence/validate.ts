import { checksOf, type StepCheck } from '../records/checks.ts';
import type { Tree } from '../records/history.ts';
import type { Layout } from '../records/layout.ts';
import type { ValidationResult } from '../records/provenance.ts';
import type { ProvenanceRecord, SpecRecord } from '../records/record.ts';
import type { ValidationStep } from '../records/spec.ts';
import type { Context } from './context.ts';
import { judgeIn } from './judge.ts';
import { landedFiles, landingScene, templateIn } from './steps/landing-scene.ts';
import { notRun, type Observation, type Scene } from './steps/observation.ts';
import { observeStep } from './steps/observe.ts';
import { matchStep } from './steps-then.ts';

/** The moment a validation is about: the landing of the record, or the working tree as it is. */
export type Moment = 'landing' | 'now';

/** One validation step with what is claimed of it and what was found. */
export interface ValidatedStep {
  readonly step: ValidationStep;
  /** The result a record gives for it. */
  readonly claimed: ValidationResult | undefined;
  /** What the tool found; `undefined` for a step that names no check, which stays the record's word. */
  readonly observed: Observation | undefined;
}

/** What a validation looks at. */
export interface ValidationCase {
  readonly spec: SpecRecord;
  /** The record of the execution in question. */
  readonly record: ProvenanceRecord | undefined;
  readonly moment: Moment;
  /** The working tree. */
  readonly tree: Tree;
  readonly layout: Layout;
  /** Results of the commands, by name of the check. */
  readonly commands: ReadonlyMap<string, Observation>;
  /** Why nothing is known of a landing, where there is no history. */
  readonly gap?: string;
}

/** Names of the commands that the steps of a specification call, each once. */
export function commandsOf(spec: SpecRecord): string[] {
  const checks = spec.body.steps.flatMap((step) => checksOf(spec.fields.checks.value, step.number));
  return [...new Set(checks.flatMap((check) => ('command' in check ? [check.command] : [])))];
}

/**
 * Carries out every check of a specification. Pure but for the tree it is given; `context` is `undefined` where the
 * history is unknown.
 */
export function validateSpec(
  context: Context | undefined,
  { spec, record, moment, tree, layout, commands, gap }: ValidationCase,
): ValidatedStep[] {
  const scene = sceneOf();
  const { steps } = spec.body;
  return steps.map((step) => {
    const checks: readonly StepCheck[] = checksOf(spec.fields.checks.value, step.number);
    return {
      step,
      claimed: record?.body.results.find((result) => matchStep(result, steps).step === step),
      observed: checks.length === 0 ? undefined : observe(checks),
    };
  });

  function observe(checks: readonly StepCheck[]): Observation {
    return typeof scene === 'string' ? notRun(scene) : observeStep(checks, scene);
  }

  function sceneOf(): Scene | string {
    const landing = context && record ? judgeIn(context, record).landing : undefined;
    const reason =
      gap ??
      (!record
        ? 'the specification has no provenance record yet'
        : landing?.kind === 'unknown'
          ? landing.reason
          : 'the landing is unknown');
    const isKnown = context && landing?.kind === 'landed';
    const command = (name: string): Observation =>
      commands.get(name) ?? notRun(`the command \`${name}\` runs only with --run-checks`);
    if (moment === 'landing') {
      return isKnown ? { ...landingScene(context, landing), command } : reason;
    }
    return {
      tree,
      layout,
      template: (path) => templateIn(tree, path, layout),
      landing: isKnown ? landedFiles(context, landing) : { kind: 'unknown', reason },
      command,
    };
  }
}

/** The latest execution of a specification: by the time it gives, then by its name. */
export function latestExecution(
  records: readonly ProvenanceRecord[],
): ProvenanceRecord | undefined {
  const key = (record: ProvenanceRecord) => `${record.fields.executed.value ?? ''}\n${record.path}`;
  return records.toSorted((a, b) => (key(a) < key(b) ? -1 : 1)).at(-1);
}
