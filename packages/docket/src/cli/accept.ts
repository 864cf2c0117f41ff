import { AUTHOR_OPTIONS } from './author/open.ts';
import { giveStatus } from './author/status-command.ts';
import { type Command, CommandError } from './command.ts';

const CLAIM_HELP =
  'run `docket accept RECORD CLAIM --reason "…"`; `docket verify` lists the claims';

/** `docket accept`: a person accepts a decision, or lets a contradicted claim of a provenance record stand. */
export const accept: Command = {
  name: 'accept',
  arguments: [
    {
      name: 'record',
      optional: true,
      completes: 'record',
      description:
        'The decision: ADR-007, 7 or a path (prompted for on a terminal); with CLAIM, a provenance record, or the path of a file whose claims `docket verify` checks',
    },
    {
      name: 'claim',
      optional: true,
      description: 'The claim as `docket verify` names it, such as `artifact:src/a.ts`',
    },
  ],
  options: {
    reason: {
      type: 'string',
      value: 'TEXT',
      description: 'With CLAIM: why it may stand even though the history contradicts it',
    },
    ...AUTHOR_OPTIONS,
  },
  notes: [
    'Examples:',
    '  docket accept ADR-025',
    '  docket accept 0003 artifact:src/a.ts --reason "Moved by hand, see the pull request"',
    '',
    'Exit code: 0 written (or shown, with --dry-run), 2 could not run.',
  ].join('\n'),
  async run(values, context) {
    const { record, claim } = values;
    if (typeof claim === 'string') {
      if (values['dry-run'] === true) {
        throw new CommandError('`--dry-run` does not work with a claim', CLAIM_HELP);
      }
      const { acceptClaim } = await import('./evidence/accept-claim.ts');
      return acceptClaim({ record: String(record), claim }, values, context);
    }
    const isProvenance = typeof record === 'string' && /provenance/i.test(record);
    if (isProvenance || values.reason !== undefined) {
      throw new CommandError('No claim given', CLAIM_HELP);
    }
    return giveStatus('Accepted', record, { values, context });
  },
};
