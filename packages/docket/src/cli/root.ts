import path from 'node:path';
import { findRoot } from '../io/find-root.ts';
import type { OptionTable, OptionValues } from './command.ts';

/** The option by which a command is pointed at a repository. */
export const ROOT_OPTION: OptionTable = {
  root: {
    type: 'string',
    value: 'DIR',
    description:
      'Folder of the repository that holds the records (default: found from the current folder up)',
  },
};

/** The absolute path of the folder that a command is about: the one that was named, else the one found upwards. */
export function rootOf({ root }: OptionValues, cwd: string): string {
  return typeof root === 'string' ? path.resolve(cwd, root) : findRoot(cwd).folder;
}
