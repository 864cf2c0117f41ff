import type { Evidence } from '../../session/evidence.ts';
import { openSession, type Session } from '../../session/session.ts';
import { type CommandContext, CommandError, type OptionValues } from '../command.ts';
import { mayRunCode } from '../config-code.ts';
import { rootOf } from '../root.ts';

/** A repository with its provenance records held against history. */
export interface OpenEvidence {
  readonly session: Session;
  readonly evidence: Evidence;
}

/**
 * Reads records, history and accepted claims of a repository.
 * @throws {HelpfulError} where there are no records, or one of the files a person writes cannot be read
 */
export async function openEvidence(
  values: OptionValues,
  context: Pick<CommandContext, 'cwd' | 'env' | 'stderr'>,
): Promise<OpenEvidence> {
  const root = rootOf(values, context.cwd);
  const runsCode = mayRunCode(root, values, context);
  const session = await openSession({ root, runsCode, env: context.env });
  const evidence = await session.evidence();
  const { problem } = evidence.accepted;
  if (problem === undefined) return { session, evidence };
  throw new CommandError(
    `${problem.message} (line ${problem.line})`,
    'correct the entry, or remove it and run `docket accept` again',
  );
}
