import { tallyOf, validationJson, validationPretty } from '../report/validation.ts';
import { validate as validateSpec } from '../session/evidence/validate.ts';
import { COLOUR_OPTION, flagColour } from './colour.ts';
import type { Command, OptionTable } from './command.ts';
import { CONFIG_CODE_OPTION } from './config-code.ts';
import { chooseSpec } from './evidence/choose.ts';
import { openEvidence } from './evidence/open.ts';
import { EXIT } from './exit.ts';
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
    const session = await openEvidence(values, context);
    const validation = await validateSpec(session, {
      spec: chooseSpec(session, context.cwd, String(values.spec)),
      moment: values.at === 'landing' ? 'landing' : 'now',
      runsCommands: values['run-checks'] === true,
      allowChanged: values['allow-changed-checks'] === true,
      env: context.env,
      announce: (line) => context.stderr.write(`${line}\n`),
    });
    context.stdout.write(
      values.format === 'json'
        ? validationJson(validation)
        : validationPretty(validation, { colour: flagColour(values, context) }),
    );
    const { failed, notRun } = tallyOf(validation);
    if (failed > 0) return EXIT.findings;
    return notRun > 0 ? EXIT.failed : EXIT.clean;
  },
};
