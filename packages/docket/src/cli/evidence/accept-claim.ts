import { acceptClaim as letStand, sourceFileNamed } from '../../session/evidence/accept-claim.ts';
import { type CommandContext, CommandError, type OptionValues } from '../command.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { chooseProvenance } from './choose.ts';
import { openEvidence } from './open.ts';

/**
 * Writes down that a person has judged a contradicted claim and lets it stand.
 * @throws {HelpfulError} where no contradicted claim is meant, or the reason is missing
 */
export async function acceptClaim(
  { record: name, claim: id }: { record: string; claim: string },
  values: OptionValues,
  context: CommandContext,
): Promise<ExitCode> {
  const { cwd, stdout } = context;
  const reason = typeof values.reason === 'string' ? values.reason.trim() : '';
  if (reason === '') {
    throw new CommandError('No reason given', 'say why the claim may stand: --reason "…"');
  }
  const session = await openEvidence(values, context, { mayLackRecords: true });
  const record =
    (await sourceFileNamed(session, cwd, name)) ?? chooseProvenance(session, cwd, name);
  const { claim, against, file } = await letStand(session, record, { id, reason });
  stdout.write(
    `Accepted \`${claim}\` of ${record.path}\n  against: ${against}\n  because: ${reason}\nWritten to ${file}; commit it with the record\n`,
  );
  return EXIT.clean;
}
