import { CommanderError } from 'commander';
import { HelpfulError } from '../records/helpful-error.ts';
import { causeOf, isSystemError } from '../records/system-error.ts';
import { safeText } from '../report/screen-text.ts';
import { type Command, type CommandContext, CommandError, type OptionValues } from './command.ts';
import { COMMANDS, findCommand, GROUPS } from './commands.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { buildProgram } from './program.ts';

/** Runs the command line. Never throws and never ends the process: the answer is the exit code. */
export async function main(context: CommandContext): Promise<ExitCode> {
  try {
    return await dispatch(context);
  } catch (error) {
    context.stderr.write(complaint(error));
    return EXIT.failed;
  }
}

async function dispatch(context: CommandContext): Promise<ExitCode> {
  const { argv } = context;
  const words = argv[0] === 'help' && argv.length > 1 ? [...argv.slice(1), '--help'] : argv;
  const [first = ''] = words;
  const entry = findCommand(words);
  const isGroup = Object.hasOwn(GROUPS, first);
  const loaded = entry ? [await entry.load()] : [];
  let chosen: { command: Command; values: OptionValues } | undefined;
  const program = buildProgram({
    entries: COMMANDS,
    loaded,
    context,
    onCommand: (command, values) => {
      chosen = { command, values };
    },
  });
  if (argv.length === 0) {
    throw new CommandError('No command given', `\n\n${program.helpInformation().trimEnd()}`);
  }
  try {
    // A name that nobody knows is an error even where help is asked for.
    program.parse(entry || isGroup ? words : words.slice(0, 1), { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    const name = entry?.name ?? (isGroup ? first : '');
    if (error.exitCode === 0) return EXIT.clean;
    if (error.code !== 'commander.help') throw error;
    const command = `docket ${name}`.trim();
    throw new CommandError(`No command given after \`${command}\``, `see \`${command} --help\``);
  }
  return chosen ? chosen.command.run(chosen.values, context) : EXIT.clean;
}

function complaint(error: unknown): string {
  if (error instanceof HelpfulError) {
    // It may quote a record, which is anybody's text.
    return `docket: ${safeText(error.message)}\n${helpLine(error.help)}\n`;
  }
  if (!(error instanceof Error)) return `docket: ${String(error)}\n`;
  if (isSystemError(error)) {
    const { why, help } = causeOf(error);
    const about = error.path === undefined ? '' : `\`${error.path}\`: `;
    return `docket: ${safeText(about + why)}\n${helpLine(help)}\n`;
  }
  return `docket: This is a bug in Docket, not in your records\n${error.stack ?? error.message}\n`;
}

function helpLine(help: string): string {
  return help.startsWith('\n') ? help.trimStart() : `help: ${help}`;
}
