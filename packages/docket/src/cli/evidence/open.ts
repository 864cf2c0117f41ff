import type { Session } from '../../session/session.ts';
import { openRoot } from '../author/open.ts';
import { type CommandContext, CommandError, type OptionValues } from '../command.ts';

/**
 * Opens a repository whose provenance records are held against history.
 * @param needs whether files of other sources are enough
 * @throws {HelpfulError} where there are no records, or one of the files a person writes cannot be read
 */
export async function openEvidence(
  values: OptionValues,
  context: Pick<CommandContext, 'cwd' | 'env' | 'stderr'>,
  needs: Parameters<typeof openRoot>[2] = {},
): Promise<Session> {
  const session = await openRoot(values, context, needs);
  const { problem } = (await session.evidence()).accepted;
  if (problem === undefined) return session;
  throw new CommandError(
    `${problem.message} (line ${problem.line})`,
    'correct the entry, or remove it and run `docket accept` again',
  );
}
