import { lacksAcknowledgement } from '../records/changes/governed.ts';
import { governedJson, governedMarkdown, governedPretty } from '../report/governed.ts';
import { openSession } from '../session/session.ts';
import { type Command, type CommandContext, CommandError } from './command.ts';
import { noteUnrunCode } from './config-code.ts';
import { EXIT } from './exit.ts';
import { ROOT_OPTION, rootOf } from './root.ts';

/** `docket check`: the decisions that govern the files of a change, and whether it names those that ask for it. */
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
    stdin: {
      type: 'boolean',
      description: 'Read the text of the pull request from standard input: it may name decisions',
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
    'Names the decisions whose `governs` takes in a changed file. A change answers a decision if it changes its record,',
    'adds a record that refers to it, has a commit with the trailer `Decision: ADR-018`, or a text that names it.',
    'Exit code: 0 nothing is missing; 1 a decision with `require: acknowledgement` has no answer; 2 could not run.',
  ].join('\n'),
  async run(values, context) {
    const { changed, format } = values;
    if (changed === undefined) {
      throw new CommandError('Nothing to check was named', 'use `docket check --changed main`');
    }
    const root = rootOf(values, context.cwd);
    noteUnrunCode(root, context.stderr);
    const text = values.stdin ? await readInput(context) : undefined;
    const session = await openSession({ root, env: context.env });
    const base = changed === true ? 'HEAD' : String(changed);
    const found = await session.governed({ base, text });
    switch (format) {
      case 'json':
        context.stdout.write(governedJson(found));
        break;
      case 'markdown':
        context.stdout.write(governedMarkdown(found));
        break;
      default:
        context.stdout.write(governedPretty(found));
    }
    return found.some(lacksAcknowledgement) ? EXIT.findings : EXIT.clean;
  },
};

/** Bytes of a text; the longest that a code host takes is far below. */
const LONGEST = 1_000_000;

async function readInput({ stdin }: CommandContext): Promise<string> {
  if (!stdin || stdin.isTTY) {
    throw new CommandError(
      'There is no text on standard input',
      'write `docket check --changed main --stdin < text.md`',
    );
  }
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of stdin) {
    const bytes = Buffer.from(piece as Uint8Array);
    pieces.push(bytes);
    size += bytes.length;
    if (size > LONGEST) {
      throw new CommandError(
        `The text on standard input has more than ${LONGEST} bytes`,
        'give the text of the pull request alone',
      );
    }
  }
  return Buffer.concat(pieces).toString('utf8');
}
