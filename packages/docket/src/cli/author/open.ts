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
    description: 'Print the changes as a diff, write nothing',
  },
  'allow-dirty': {
    type: 'boolean',
    description: 'Write files even if they have changes that are not committed',
  },
  offline: {
    type: 'boolean',
    description: 'Go on where Git cannot be asked: what only it knows does not count then',
  },
  ...CONFIG_CODE_OPTION,
};

/** How these commands end; closes their help. */
export const AUTHOR_NOTES = 'Exit code: 0 written (or shown, with --dry-run), 2 could not run.';

/**
 * Reads the records of the repository a command is about.
 * @throws {HelpfulError} where there are none
 */
export function openRoot(
  values: OptionValues,
  context: Pick<CommandContext, 'cwd' | 'env' | 'stderr'>,
): Promise<Session> {
  const root = rootOf(values, context.cwd);
  const { env } = context;
  return openSession({ root, env, runsCode: mayRunCode(root, values, context) });
}
