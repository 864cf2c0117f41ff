import { isNamed } from '../records/find-record.ts';
import { nameInLog } from '../records/key.ts';
import type { Subject } from '../records/ratification.ts';
import { safeLine } from '../report/screen-text.ts';
import { now } from '../session/day.ts';
import { sourceFileNamed } from '../session/evidence/accept-claim.ts';
import { claimToRatify, decisionToRatify, ratify as sign } from '../session/evidence/ratify.ts';
import type { Session } from '../session/session.ts';
import { chooseAdr } from './author/status-command.ts';
import { type Command, type CommandContext, CommandError } from './command.ts';
import { CONFIG_CODE_OPTION } from './config-code.ts';
import { chooseProvenance } from './evidence/choose.ts';
import { openEvidence } from './evidence/open.ts';
import { EXIT } from './exit.ts';
import { ROOT_OPTION } from './root.ts';

/** `docket ratify`: a person signs exactly what they accept. */
export const ratify: Command = {
  name: 'ratify',
  arguments: [
    {
      name: 'record',
      completes: 'record',
      description:
        'The decision: ADR-007, 7 or a path; with PART, also a provenance record, or a file whose claims `docket verify` checks',
    },
    {
      name: 'part',
      optional: true,
      description:
        'A claim as `docket verify` names it, or `agent-decision:2` for the second decision that an agent took alone (default: the whole decision)',
    },
  ],
  options: {
    ...ROOT_OPTION,
    'dry-run': {
      type: 'boolean',
      short: 'n',
      description: 'Print exactly what would be signed, and sign nothing',
    },
    ...CONFIG_CODE_OPTION,
  },
  notes: [
    'Signs with the key that Git signs commits with: `gpg.format` (ssh or openpgp) and `user.signingKey`.',
    'It counts if `.sdd/allowed_signers` or `.sdd/allowed_keys.asc` on the default branch has the key.',
    '',
    'Exit code: 0 written (or shown, with --dry-run), 2 could not run.',
  ].join('\n'),
  async run(values, context) {
    const { record, part } = values;
    const session = await openEvidence(values, context, { mayLackRecords: true });
    const named = { record: String(record), part: typeof part === 'string' ? part : undefined };
    const subject = await subjectOf(session, named, context);
    if (values['dry-run'] === true) {
      context.stdout.write(`${subject.content}\n`);
      return EXIT.clean;
    }
    const { env } = context;
    const moment = { now: now(env), env };
    const { file, signer, key, gap } = await sign(session, subject, moment);
    context.stdout.write(
      `${safeLine(`Ratified by ${signer}${key === undefined ? '' : ` with ${key}`}: ${subject.states}`)}\nWritten to ${file}; commit it\n`,
    );
    if (gap !== undefined) context.stderr.write(`Note: it does not count yet: ${gap}\n`);
    return EXIT.clean;
  },
};

async function subjectOf(
  session: Session,
  { record, part }: { readonly record: string; readonly part: string | undefined },
  context: CommandContext,
): Promise<Subject> {
  const { corpus } = session;
  const { cwd } = context;
  const isClaim = part !== undefined && !part.startsWith('agent-decision:');
  if (!isClaim) {
    const isOther = [...corpus.specs, ...corpus.provenances].some((one) => isNamed(one, record));
    if (isOther && part === undefined && !corpus.adrs.some((one) => isNamed(one, record))) {
      throw new CommandError(
        `\`${record}\` is no decision, and only its claims can be ratified`,
        `run \`docket ratify ${record} CLAIM\`; \`docket verify\` lists the claims`,
      );
    }
    return decisionToRatify(await chooseAdr('Accepted', record, { corpus, context }), part);
  }
  const file = await sourceFileNamed(session, cwd, record);
  if (file) return claimToRatify(session, { record: file.path, path: file.path }, part);
  const own = chooseProvenance(session, cwd, record);
  return claimToRatify(session, { record: nameInLog(own), path: own.path }, part);
}
