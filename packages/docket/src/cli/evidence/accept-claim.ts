import { ACCEPTED_PATH, addAcceptance } from '../../evidence/accepted.ts';
import { saving } from '../../records/authoring/change.ts';
import { nearest } from '../../records/nearest.ts';
import { type CommandContext, CommandError, type OptionValues } from '../command.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { chooseProvenance } from './choose.ts';
import { openEvidence } from './open.ts';

/**
 * Writes down that a person has judged a contradicted claim and lets it stand.
 * @throws {CommandError} where no contradicted claim is meant, or the reason is missing
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
  const { session, evidence } = await openEvidence(values, context);
  const { history, accepted } = evidence;
  if (history.kind === 'unknown') throw new CommandError(history.message, history.help);
  const record = chooseProvenance(session, cwd, name);
  const judged = (await evidence.judged()).find((one) => one.record === record);
  const claims = judged?.claims ?? [];
  const found = claims.find(({ claim }) => claim.id === id);
  const open = claims.filter(
    ({ verdict, accepted }) => verdict.kind === 'contradicted' && accepted === undefined,
  );
  const listed = open.map(({ claim }) => `\`${claim.id}\``).join(', ');
  if (!found) {
    const meant = nearest(
      id,
      claims.map(({ claim }) => claim.id),
    );
    throw new CommandError(
      `${record.path} has no claim \`${id}\``,
      meant !== undefined
        ? `did you mean \`${meant}\`?`
        : open.length > 0
          ? `the contradicted claims are ${listed}`
          : 'none of its claims is contradicted',
    );
  }
  if (found.accepted !== undefined) {
    throw new CommandError(
      `The claim \`${id}\` is already accepted, because: ${found.accepted}`,
      `to give another reason, edit ${ACCEPTED_PATH}`,
    );
  }
  if (found.verdict.kind !== 'contradicted') {
    throw new CommandError(
      `The claim \`${id}\` is ${found.verdict.kind}, not contradicted`,
      open.length > 0 ? `the contradicted claims are ${listed}` : 'there is nothing to accept',
    );
  }
  const text = addAcceptance(accepted.text ?? '', {
    record: record.path,
    claim: id,
    states: found.claim.claim,
    reason,
  });
  const change = saving(ACCEPTED_PATH, accepted.text, text);
  await session.apply(() => ({ changes: [change] }));
  stdout.write(
    `Accepted \`${found.claim.claim}\` of ${record.path}\n  against: ${found.verdict.reason} (${found.verdict.evidence})\n  because: ${reason}\nWritten to ${ACCEPTED_PATH}; commit it with the record\n`,
  );
  return EXIT.clean;
}
