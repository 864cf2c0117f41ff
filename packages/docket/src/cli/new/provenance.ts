import { addProvenance, draftProvenance } from '../../session/evidence/new-provenance.ts';
import type { Command, OptionTable } from '../command.ts';
import { CONFIG_CODE_OPTION } from '../config-code.ts';
import { chooseSpec } from '../evidence/choose.ts';
import { openEvidence } from '../evidence/open.ts';
import { EXIT } from '../exit.ts';
import { ROOT_OPTION } from '../root.ts';

const OPTIONS: OptionTable = {
  since: {
    type: 'string',
    value: 'BASE',
    description: 'List what changed since this branch or commit (default: uncommitted changes)',
  },
  agent: { type: 'string', value: 'NAME', description: 'Who or what carried out the work' },
  'run-checks': {
    type: 'boolean',
    description: 'Run the commands that steps name, as the configuration defines them',
  },
  'dry-run': { type: 'boolean', short: 'n', description: 'Print the record and write nothing' },
  ...ROOT_OPTION,
  ...CONFIG_CODE_OPTION,
};

/** `docket new provenance`: a provenance record with all that a tool can know filled in. */
export const newProvenance: Command = {
  name: 'new provenance',
  arguments: [
    { name: 'spec', completes: 'spec', description: 'The specification, by path or number' },
  ],
  options: OPTIONS,
  notes:
    'Artifacts come from Git, results from the checks of the specification, the time from the clock; actions, decisions and deviations are yours to write.\nExit code: 0 written (or shown, with --dry-run), 2 could not run.',
  async run(values, context) {
    const { cwd, env, stdout, stderr } = context;
    const { since, agent } = values;
    const session = await openEvidence(values, context);
    const draft = await draftProvenance(session, {
      spec: chooseSpec(session, cwd, String(values.spec)),
      since: typeof since === 'string' ? since : undefined,
      agent: typeof agent === 'string' ? agent : undefined,
      runsCommands: values['run-checks'] === true,
      env,
      announce: (line) => stderr.write(`${line}\n`),
    });
    if (values['dry-run'] === true) {
      stdout.write(draft.text);
      return EXIT.clean;
    }
    await addProvenance(session, draft);
    stdout.write(
      `${draft.path}\nNext: fill in actions, decisions and deviations, then run \`docket lint\`, commit, and run \`docket verify ${draft.path}\`\n`,
    );
    return EXIT.clean;
  },
};
