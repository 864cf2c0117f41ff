import path from 'node:path';
import { findRoot, type RootReason } from '../io/find-root.ts';
import { LAYOUT } from '../records/layout.ts';
import { safeLine } from '../report/screen-text.ts';
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

/** The folder that a command is about, and why it is that one. */
export function rootWords(values: OptionValues, cwd: string): string {
  const why = values.root === undefined ? wordsOf(findRoot(cwd).because) : 'named with --root';
  return safeLine(`${rootOf(values, cwd)}, ${why}`);
}

function wordsOf(because: RootReason): string {
  switch (because.kind) {
    case 'file':
      return `which has ${because.file}`;
    case 'records':
      return 'whose records are in Docket’s form';
    case 'repository':
      return 'the top of the Git repository';
    case 'usual folder':
      return `which has ${LAYOUT.adr.folder}`;
    case 'start':
      return 'the current folder: nothing here or above says where records are';
  }
}
