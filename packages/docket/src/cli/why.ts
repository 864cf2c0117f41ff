import { whyJson, whyMarkdown, whyPretty } from '../report/why.ts';
import { openSession } from '../session/session.ts';
import { why as ask, readPlace, whyAt } from '../session/why/why.ts';
import { COLOUR_OPTION, flagColour } from './colour.ts';
import type { Command } from './command.ts';
import { noteUnrunCode } from './config-code.ts';
import { EXIT } from './exit.ts';
import { ROOT_OPTION, rootOf } from './root.ts';

/** `docket why`: the decisions behind a file or some lines of it. */
export const why: Command = {
  name: 'why',
  arguments: [
    {
      name: 'PLACE',
      description: 'A file, or some of its lines: src/main.ts, src/main.ts:12, src/main.ts:12-20',
    },
  ],
  options: {
    at: {
      type: 'string',
      value: 'REF',
      description: 'As it stood at this branch, tag or commit, with the records of that time',
    },
    ...ROOT_OPTION,
    format: {
      type: 'string',
      value: 'NAME',
      choices: ['pretty', 'json', 'markdown'],
      description: 'Output format (default: pretty)',
    },
    ...COLOUR_OPTION,
  },
  notes: 'Exit code: 0 answered (even if no decision is found), 2 could not run.',
  async run(values, context) {
    const { cwd, env, stdout, stderr } = context;
    const root = rootOf(values, cwd);
    noteUnrunCode(root, stderr);
    const question = { ...readPlace(String(values['PLACE'])), cwd };
    const { at } = values;
    const answer =
      typeof at === 'string'
        ? await whyAt(root, at, question)
        : await ask(await openSession({ root, env }), question);
    switch (values.format) {
      case 'json':
        stdout.write(whyJson(answer));
        break;
      case 'markdown':
        stdout.write(whyMarkdown(answer));
        break;
      default:
        stdout.write(whyPretty(answer, { colour: flagColour(values, context) }));
    }
    return EXIT.clean;
  },
};
