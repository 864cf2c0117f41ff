import { judgeIn } from '../../evidence/judge.ts';
import type { Landing } from '../../evidence/landing.ts';
import { notRun, type Observation } from '../../evidence/steps/observation.ts';
import {
  commandsOf,
  latestExecution,
  type Moment,
  type ValidatedStep,
} from '../../evidence/validate.ts';
import { type Checkout, checkOut } from '../../io/checkout.ts';
import { GitError } from '../../io/git-process.ts';
import { Reader } from '../../io/reader.ts';
import type { SpecRecord } from '../../records/record.ts';
import type { Session } from '../session.ts';
import { type RunOptions, runCommands } from './run-checks.ts';

/** What to validate, and how. */
export interface ValidateRequest extends RunOptions {
  readonly spec: SpecRecord;
  readonly moment: Moment;
  /** Whether the commands that steps name are run. */
  readonly runsCommands: boolean;
}

/** A specification with what was found for each of its steps. */
export interface Validated {
  /** Path of the specification. */
  readonly spec: string;
  /** Path of the record of its latest execution, where there is one. */
  readonly record: string | undefined;
  readonly moment: Moment;
  readonly steps: readonly ValidatedStep[];
}

/**
 * Carries out the checks of a specification on the working tree, or on the files of the landing of its latest record.
 * @throws {GitError} where Git fails
 */
export async function validate(session: Session, request: ValidateRequest): Promise<Validated> {
  const { spec, moment, runsCommands } = request;
  const { root, config, corpus } = session;
  const record = latestExecution(corpus.provenanceOf(spec));
  const evidence = await session.evidence();
  const landing = await evidence.ask((context) =>
    context && record ? judgeIn(context, record).landing : undefined,
  );
  const names = runsCommands ? commandsOf(spec) : [];
  const given = { ...request, config, history: evidence.history, landing };
  const commands = await runAt(moment, landing, root, names, (folder) =>
    runCommands(names, { ...given, folder }),
  );
  const steps = await evidence.validate({ spec, record, moment, commands });
  return { spec: spec.path, record: record?.path, moment, steps };
}

/**
 * Runs commands in the folder of a moment: the working tree, or the files of the landing in a folder of their own that
 * goes when they end. None runs where the landing cannot be had.
 */
async function runAt(
  moment: Moment,
  landing: Landing | undefined,
  root: string,
  names: readonly string[],
  run: (folder: string) => Promise<Map<string, Observation>>,
): Promise<ReadonlyMap<string, Observation>> {
  if (moment === 'now' || names.length === 0) return run(root);
  // Without a landing no step is observed at all.
  if (landing?.kind !== 'landed') return new Map();
  const refuse = (reason: string) => new Map(names.map((name) => [name, notRun(reason)]));
  let checkout: Checkout;
  try {
    checkout = await checkOut(root, landing.commit.id);
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    return refuse(`the landing cannot be checked out: ${error.message}`);
  }
  try {
    const hasRoot = new Reader(checkout.root).stats('') !== undefined;
    if (hasRoot) return await run(checkout.root);
    return refuse('the landing does not have the folder of the records');
  } finally {
    await checkout.remove();
  }
}
