import { traceOf } from '../../session/evidence/emit-trace.ts';
import type { Command } from '../command.ts';
import { CONFIG_CODE_OPTION } from '../config-code.ts';
import { chooseProvenance } from '../evidence/choose.ts';
import { openEvidence } from '../evidence/open.ts';
import { EXIT } from '../exit.ts';
import { ROOT_OPTION } from '../root.ts';

/** `docket emit agent-trace`: who gave which lines to which files, in a format that tools for attribution read. */
export const emitAgentTrace: Command = {
  name: 'emit agent-trace',
  arguments: [
    {
      name: 'record',
      completes: 'provenance',
      description: 'The provenance record, by path or by the number of its specification',
    },
  ],
  options: { ...ROOT_OPTION, ...CONFIG_CODE_OPTION },
  notes:
    'Prints one line of JSON, to be appended to a file of traces.\nExit code: 0 written, 2 could not run.',
  async run(values, context) {
    const session = await openEvidence(values, context);
    const record = chooseProvenance(session, context.cwd, String(values.record));
    context.stdout.write(await traceOf(session, record));
    return EXIT.clean;
  },
};
