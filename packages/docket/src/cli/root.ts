import path from 'node:path';
import { findRoot } from '../io/find-root.ts';
import type { OptionTable, OptionValues } from './command.ts';

/** The option by which a command is pointed at a repository. */
export const ROOT_OPTION: OptionTable = {
  root: {
    type: 'string',
    value: 'DIR',
    description:
      'Folder that holds docs/adr and .sdd (default: the nearest one, from the current folder up)',
  },
};

/** The absolute path of the folder that a command is about: the one that was named, else the nearest one upwards. */
export function rootOf({ root }: OptionValues, cwd: string): string {
  return typeof root === 'string' ? path.resolve(cwd, root) : findRoot(cwd);
}
