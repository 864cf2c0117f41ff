import { openSession, type Session } from '../../session/session.ts';
import { type CommandContext, CommandError, type OptionValues } from '../command.ts';
import { mayRunCode } from '../config-code.ts';
import { rootOf } from '../root.ts';

/**
 * Opens a repository whose provenance records are held against history.
 * @throws {HelpfulError} where there are no records, or one of the files a person writes cannot be read
 */
export async function openEvidence(
  values: OptionValues,
  context: Pick<CommandContext, 'cwd' | 'env' | 'stderr'>,
): Promise<Session> {
  const root = rootOf(values, context.cwd);
  const runsCode = mayRunCode(root, values, context);
  const session = await openSession({ root, runsCode, env: context.env });
  const { problem } = (await session.evidence()).accepted;
  if (problem === undefined) return session;
  throw new CommandError(
    `${problem.message} (line ${problem.line})`,
    'correct the entry, or remove it and run `docket accept` again',
  );
}
