import { LAYOUT } from '../records/layout.ts';
import { safeLine } from '../report/screen-text.ts';
import { type Root, rootFor } from '../session/root.ts';
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
export function rootOf(values: OptionValues, cwd: string): string {
  return chosen(values, cwd).folder;
}

/** The folder that a command is about, and why it is that one. */
export function rootWords(values: OptionValues, cwd: string): string {
  const { folder, because } = chosen(values, cwd);
  return safeLine(`${folder}, ${wordsOf(because)}`);
}

function chosen({ root }: OptionValues, cwd: string): Root {
  return rootFor(cwd, typeof root === 'string' ? root : undefined);
}

function wordsOf(because: Root['because']): string {
  switch (because.kind) {
    case 'named':
      return 'named with --root';
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
