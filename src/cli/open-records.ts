import { ApplyError } from '../io/apply-error.ts';
import { ConfigError } from '../io/config.ts';
import {
  NoWorkspaceError,
  openWorkspace,
  type ReadingOptions,
  type Workspace,
} from '../io/workspace.ts';
import { CommandError } from './command.ts';

/**
 * Reads the records of the repository a command is about.
 * @param options as `openWorkspace` takes them
 * @throws {CommandError} where there are none, or the configuration cannot be read
 */
export async function openRecords(root: string, options?: ReadingOptions): Promise<Workspace> {
  try {
    return await openWorkspace(root, options);
  } catch (error) {
    throw cannotOpen(error);
  }
}

/** The reason why records could not be opened as a person reads it; any other error as it is. */
export function cannotOpen(error: unknown): unknown {
  if (
    error instanceof ConfigError ||
    error instanceof NoWorkspaceError ||
    error instanceof ApplyError
  ) {
    return new CommandError(error.message, error.help);
  }
  return error;
}
