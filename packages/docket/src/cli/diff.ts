import type { Changes } from '../records/changes/changes.ts';
import { changesJson } from '../report/changes/json.ts';
import { changesMarkdown } from '../report/changes/markdown.ts';
import { changesPretty } from '../report/changes/pretty.ts';
import { openSession } from '../session/session.ts';
import { flagColour } from './colour.ts';
import type { Command, OptionTable, OptionValues } from './command.ts';
import { noteUnrunCode } from './config-code.ts';
import { EXIT } from './exit.ts';
import { ROOT_OPTION, rootOf } from './root.ts';

const FORMATS = ['pretty', 'json', 'markdown'];

const OPTIONS: OptionTable = {
  ...ROOT_OPTION,
  format: {
    type: 'string',
    value: 'NAME',
    choices: FORMATS,
    description: 'Output format (default: pretty); markdown is a summary for a pull request',
  },
  color: { type: 'boolean', negatable: true, description: 'Colour the differences' },
};

/** `docket diff`: what changes in the decisions, and not only in their text. */
export const diff: Command = {
  name: 'diff',
  arguments: [
    { name: 'BASE', description: 'Branch or commit to compare with, such as origin/main' },
    {
      name: 'HEAD',
      description: 'Branch or commit to compare (default: the working tree)',
      optional: true,
    },
  ],
  options: OPTIONS,
  notes: [
    'Compares with the commit where the two diverged, as a pull request does.',
    'Exit code: 0 compared, 2 could not run.',
  ].join('\n'),
  async run(values, context) {
    const root = rootOf(values, context.cwd);
    noteUnrunCode(root, context.stderr);
    const session = await openSession({ root, env: context.env });
    const changes = await session.difference(textOf(values, 'BASE') ?? '', textOf(values, 'HEAD'));
    const colour = flagColour(values, context);
    context.stdout.write(format(changes, textOf(values, 'format') ?? 'pretty', colour));
    return EXIT.clean;
  },
};

function format(changes: Changes, name: string, colour: boolean): string {
  switch (name) {
    case 'json':
      return changesJson(changes);
    case 'markdown':
      return changesMarkdown(changes);
    default:
      return changesPretty(changes, { colour });
  }
}

function textOf(values: OptionValues, name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}
