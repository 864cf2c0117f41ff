import { type Landing, landingOf } from '../evidence/landing.ts';
import type { Observation } from '../evidence/steps/observation.ts';
import {
  commandsOf,
  describeOutcome,
  latestExecution,
  type Moment,
  type ValidatedStep,
} from '../evidence/validate.ts';
import type { ProvenanceRecord } from '../records/record.ts';
import { safeText } from '../report/screen-text.ts';
import type { Command, OptionTable } from './command.ts';
import { chooseSpec } from './evidence/choose.ts';
import { type Evidence, openEvidence, ROOT_OPTIONS } from './evidence/open.ts';
import { COLOUR_OPTION, type Paint, painterFor } from './evidence/paint.ts';
import { runCommands } from './evidence/run-checks.ts';
import { askingHistory, validateIn } from './evidence/validate-in.ts';
import { EXIT, type ExitCode } from './exit.ts';

const OPTIONS: OptionTable = {
  at: {
    type: 'string',
    value: 'MOMENT',
    choices: ['now', 'landing'],
    description:
      'What to validate: the working tree, or the commit that brought the record in; by default now',
  },
  'run-checks': {
    type: 'boolean',
    description: 'Run the commands that steps name, as the configuration defines them',
  },
  'allow-changed-checks': {
    type: 'boolean',
    description: 'Run a command even if what is under test changed its configuration',
  },
  ...ROOT_OPTIONS,
  format: {
    type: 'string',
    value: 'NAME',
    choices: ['pretty', 'json'],
    description: 'How to report; by default pretty',
  },
  ...COLOUR_OPTION,
};

/** `docket validate`: carries out the validation steps of a specification that a tool can own. */
export const validate: Command = {
  name: 'validate',
  arguments: [
    { name: 'spec', completes: 'spec', description: 'The specification, by path or by its number' },
  ],
  options: OPTIONS,
  notes:
    'Exit code: 0 every check passes, 1 a check fails, 2 a check could not be run; steps without a check stay the word of the record.',
  async run(values, context) {
    const evidence = await openEvidence(values, context);
    const spec = chooseSpec(evidence.workspace, context.cwd, String(values.spec));
    const record = latestExecution(evidence.workspace.corpus.provenanceOf(spec));
    const moment: Moment = values.at === 'landing' ? 'landing' : 'now';
    const landing = await findLanding(evidence, record);
    const commands = mayRun(moment, landing, evidence)
      ? await runCommands(values['run-checks'] === true ? commandsOf(spec) : [], {
          root: evidence.workspace.root,
          config: evidence.workspace.config,
          history: evidence.history,
          landing,
          allowChanged: values['allow-changed-checks'] === true,
          env: context.env,
          announce: (line) => context.stderr.write(`${line}\n`),
        })
      : refusals(commandsOf(spec));
    const steps = await validateIn(evidence, { spec, record, moment, commands });
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

/** A command runs on the files that are there: at a landing only where that commit is checked out, unchanged. */
function mayRun(moment: Moment, landing: Landing | undefined, { history }: Evidence): boolean {
  if (moment === 'now') return true;
  return (
    history.kind === 'history' &&
    landing?.kind === 'landed' &&
    landing.commit.id === history.head &&
    history.uncommitted.size === 0
  );
}

function refusals(names: readonly string[]): Map<string, Observation> {
  const evidence = 'a command runs on the files that are there, and the landing is not checked out';
  return new Map(names.map((name) => [name, { outcome: 'not-run', evidence }]));
}

function findLanding(
  evidence: Evidence,
  record: ProvenanceRecord | undefined,
): Promise<Landing | undefined> {
  return askingHistory(evidence, (context) =>
    context && record ? landingOf(context, record) : undefined,
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
  const total = `${steps.length} steps: ${passed} ${word[0]}, ${failed} ${word[1]}, ${notRun} not run, ${noCheck} without a check`;
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
