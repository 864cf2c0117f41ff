import { openSession, type Session } from '../../session/session.ts';
import type { CommandContext, OptionTable, OptionValues } from '../command.ts';
import { CONFIG_CODE_OPTION, mayRunCode } from '../config-code.ts';
import { ROOT_OPTION, rootOf } from '../root.ts';

/** The options of every command that writes records. */
export const AUTHOR_OPTIONS: OptionTable = {
  ...ROOT_OPTION,
  'dry-run': {
    type: 'boolean',
    short: 'n',
    description: 'Print the changes as a diff and write nothing',
  },
  'allow-dirty': {
    type: 'boolean',
    description: 'Write files even if they have uncommitted changes',
  },
  offline: {
    type: 'boolean',
    description: 'Carry on if Git cannot be asked, without what only Git knows',
  },
  ...CONFIG_CODE_OPTION,
};

/** How these commands end; closes their help. */
export const AUTHOR_NOTES = 'Exit code: 0 written (or shown, with --dry-run), 2 could not run.';

/**
 * Reads the records of the repository a command is about.
 * @throws {HelpfulError} where there are none, and there must be some
 */
export function openRoot(
  values: OptionValues,
  context: Pick<CommandContext, 'cwd' | 'env' | 'stderr'>,
  { mayLackRecords = false }: { readonly mayLackRecords?: boolean } = {},
): Promise<Session> {
  const root = rootOf(values, context.cwd);
  const { env } = context;
  return openSession({ root, env, mayLackRecords, runsCode: mayRunCode(root, values, context) });
}
