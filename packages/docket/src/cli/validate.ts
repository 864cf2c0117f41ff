import { existsSync } from 'node:fs';
import { judgeIn } from '../evidence/judge.ts';
import type { Landing } from '../evidence/landing.ts';
import { notRun, type Observation } from '../evidence/steps/observation.ts';
import {
  commandsOf,
  describeOutcome,
  latestExecution,
  type Moment,
  type ValidatedStep,
} from '../evidence/validate.ts';
import { type Checkout, checkOut } from '../io/checkout.ts';
import { GitError } from '../io/git-process.ts';
import type { ProvenanceRecord } from '../records/record.ts';
import { safeText } from '../report/screen-text.ts';
import type { Command, OptionTable } from './command.ts';
import { CONFIG_CODE_OPTION } from './config-code.ts';
import { chooseSpec } from './evidence/choose.ts';
import { type OpenEvidence, openEvidence } from './evidence/open.ts';
import { COLOUR_OPTION, type Paint, painterFor } from './evidence/paint.ts';
import { runCommands } from './evidence/run-checks.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { ROOT_OPTION } from './root.ts';

const OPTIONS: OptionTable = {
  at: {
    type: 'string',
    value: 'MOMENT',
    choices: ['now', 'landing'],
    description:
      'What to validate: the working tree (now, the default), or the commit that brought the record in (landing)',
  },
  'run-checks': {
    type: 'boolean',
    description:
      'Run the commands that steps name, as the configuration defines them, on the files that --at chooses',
  },
  'allow-changed-checks': {
    type: 'boolean',
    description: 'Run a command even if the work under test changed its configuration',
  },
  ...ROOT_OPTION,
  ...CONFIG_CODE_OPTION,
  format: {
    type: 'string',
    value: 'NAME',
    choices: ['pretty', 'json'],
    description: 'Report format (default: pretty)',
  },
  ...COLOUR_OPTION,
};

/** `docket validate`: carries out the validation steps of a specification that a tool can own. */
export const validate: Command = {
  name: 'validate',
  arguments: [
    { name: 'spec', completes: 'spec', description: 'The specification, by path or number' },
  ],
  options: OPTIONS,
  notes:
    'Exit code: 0 every check passes, 1 a check fails, 2 a check could not be run. A step without a check rests on the word of the record.',
  async run(values, context) {
    const { session, evidence } = await openEvidence(values, context);
    const spec = chooseSpec(session, context.cwd, String(values.spec));
    const record = latestExecution(session.corpus.provenanceOf(spec));
    const moment: Moment = values.at === 'landing' ? 'landing' : 'now';
    const landing = await findLanding(evidence, record);
    const names = values['run-checks'] === true ? commandsOf(spec) : [];
    const commands = await runAt(moment, landing, session.root, names, (folder) =>
      runCommands(names, {
        folder,
        moment,
        config: session.config,
        history: evidence.history,
        landing,
        allowChanged: values['allow-changed-checks'] === true,
        env: context.env,
        announce: (line) => context.stderr.write(`${line}\n`),
      }),
    );
    const steps = await evidence.validate({ spec, record, moment, commands });
    if (values.format === 'json') {
      const value = { spec: spec.path, record: record?.path ?? null, at: moment, ...wire(steps) };
      context.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
    } else {
      const head = [`${spec.path}`, record ? `recorded in ${record.path}` : 'not carried out yet'];
      context.stdout.write(pretty(head, steps, moment, painterFor(values, context)));
    }
    return exitCode(steps);
  },
};

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
    if (existsSync(checkout.root)) return await run(checkout.root);
    return refuse('the landing does not have the folder of the records');
  } finally {
    await checkout.remove();
  }
}

function findLanding(
  evidence: OpenEvidence['evidence'],
  record: ProvenanceRecord | undefined,
): Promise<Landing | undefined> {
  return evidence.ask((context) =>
    context && record ? judgeIn(context, record).landing : undefined,
  );
}

function pretty(
  head: readonly string[],
  steps: readonly ValidatedStep[],
  moment: Moment,
  paint: Paint,
): string {
  const colours = { pass: 'green', fail: 'red', 'not-run': 'cyan' } as const;
  const lines = steps.flatMap(({ step, claimed, observed }) => {
    const outcome = describeOutcome(observed, moment);
    const colour = observed ? colours[observed.outcome] : 'dim';
    return [
      `  ${String(step.number).padStart(2)}. ${safeText(step.text)}`,
      `      claimed: ${(claimed?.word ?? 'nothing').padEnd(14)} observed: ${paint(colour, outcome)}`,
      ...(observed ? [`      ${paint('dim', safeText(observed.evidence))}`] : []),
    ];
  });
  const { passed, failed, notRun, noCheck } = count(steps);
  const word = moment === 'landing' ? ['passed', 'failed'] : ['pass', 'fail'];
  const total = `${steps.length} ${steps.length === 1 ? 'step' : 'steps'}: ${passed} ${word[0]}, ${failed} ${word[1]}, ${notRun} not run, ${noCheck} without a check`;
  return `${[paint('bold', safeText(head[0] ?? '')), ...head.slice(1).map((line) => `  ${safeText(line)}`), ...lines, '', paint('bold', total)].join('\n')}\n`;
}

function count(steps: readonly ValidatedStep[]) {
  const of = (outcome: string | undefined) =>
    steps.filter(({ observed }) => observed?.outcome === outcome).length;
  return { passed: of('pass'), failed: of('fail'), notRun: of('not-run'), noCheck: of(undefined) };
}

function wire(steps: readonly ValidatedStep[]) {
  return {
    steps: steps.map(({ step, claimed, observed }) => ({
      step: step.number,
      text: step.text,
      claimed: claimed?.outcome ?? null,
      observed: observed?.outcome ?? null,
      evidence: observed?.evidence ?? null,
    })),
    summary: count(steps),
  };
}

function exitCode(steps: readonly ValidatedStep[]): ExitCode {
  const { failed, notRun } = count(steps);
  if (failed > 0) return EXIT.findings;
  return notRun > 0 ? EXIT.failed : EXIT.clean;
}
