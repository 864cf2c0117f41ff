import { openWorkspace, type Workspace } from '../../io/workspace.ts';
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
 * @throws {HelpfulError} where there are none
 */
export function openRoot(
  values: OptionValues,
  context: Pick<CommandContext, 'cwd' | 'env' | 'stderr'>,
): Promise<Workspace> {
  const root = rootOf(values, context.cwd);
  return openWorkspace(root, { runsCode: mayRunCode(root, values, context) });
}

/** The day it is, as YYYY-MM-DD in UTC; `SOURCE_DATE_EPOCH` fixes it. */
export function today(env: Readonly<Record<string, string | undefined>>): string {
  const fixed = Number.parseInt(env.SOURCE_DATE_EPOCH ?? '', 10);
  const now = Number.isFinite(fixed) ? new Date(fixed * 1000) : new Date();
  return now.toISOString().slice(0, 10);
}
