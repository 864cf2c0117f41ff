import { governedJson, governedMarkdown, governedPretty } from '../report/governed.ts';
import { openSession } from '../session/session.ts';
import { governedChanges } from '../session/why/changed.ts';
import { type Command, CommandError } from './command.ts';
import { noteUnrunCode } from './config-code.ts';
import { EXIT } from './exit.ts';
import { ROOT_OPTION, rootOf } from './root.ts';

/** `docket check`: the decisions that govern the files of a change. */
export const check: Command = {
  name: 'check',
  options: {
    changed: {
      type: 'string',
      value: 'BASE',
      valueOptional: true,
      description:
        'Look at files that differ from this branch or commit (default: the last commit)',
    },
    ...ROOT_OPTION,
    format: {
      type: 'string',
      value: 'NAME',
      choices: ['pretty', 'json', 'markdown'],
      description: 'Output format (default: pretty); markdown is for a pull request',
    },
  },
  notes: [
    'Names the decisions whose `governs` takes in a changed file, for information.',
    'Exit code: 0 looked, whatever was found; 2 could not run.',
  ].join('\n'),
  async run(values, { cwd, env, stdout, stderr }) {
    const { changed, format } = values;
    if (changed === undefined) {
      throw new CommandError('Nothing to check was named', 'use `docket check --changed main`');
    }
    const root = rootOf(values, cwd);
    noteUnrunCode(root, stderr);
    const session = await openSession({ root, env });
    const found = await governedChanges(session, changed === true ? 'HEAD' : String(changed));
    switch (format) {
      case 'json':
        stdout.write(governedJson(found));
        break;
      case 'markdown':
        stdout.write(governedMarkdown(found));
        break;
      default:
        stdout.write(governedPretty(found));
    }
    return EXIT.clean;
  },
};
