import { type Command, CommandError, type OptionTable } from './command.ts';
import { acceptClaim } from './evidence/accept-claim.ts';
import { ROOT_OPTION } from './evidence/open.ts';

const OPTIONS: OptionTable = {
  reason: {
    type: 'string',
    value: 'TEXT',
    description: 'Why the claim may stand although the history contradicts it',
  },
  ...ROOT_OPTION,
};

/** `docket accept`: a person lets a contradicted claim of a provenance record stand. */
export const accept: Command = {
  name: 'accept',
  arguments: [
    {
      name: 'record',
      completes: 'provenance',
      description: 'The provenance record, by path or by the number of its specification',
    },
    {
      name: 'claim',
      optional: true,
      description: 'The claim as `docket verify` names it, such as `artifact:src/a.ts`',
    },
  ],
  options: OPTIONS,
  notes: 'Exit code: 0 written, 2 could not run.',
  async run(values, context) {
    const { record, claim } = values;
    if (typeof record !== 'string' || typeof claim !== 'string') {
      throw new CommandError(
        'Unexpected missing claim, expected one',
        'write `docket accept RECORD CLAIM --reason "…"`; `docket verify` names the claims',
      );
    }
    return acceptClaim({ record, claim }, values, context);
  },
};
