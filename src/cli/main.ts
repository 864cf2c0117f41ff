import packageJson from '../../package.json' with { type: 'json' };
import { nearest } from '../rules/support/nearest.ts';
import { readArguments } from './arguments.ts';
import { type CommandContext, CommandError } from './command.ts';
import { COMMANDS } from './commands.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { COMMON_OPTIONS, commandHelp, overview } from './help.ts';

/** What the command line is called with. */
export interface MainInput extends CommandContext {
  /** Arguments after the name of the program. */
  readonly argv: readonly string[];
}

/** Runs the command line. Never throws and never ends the process: the answer is the exit code. */
export async function main({ argv, ...context }: MainInput): Promise<ExitCode> {
  try {
    return await dispatch(argv, context);
  } catch (error) {
    context.stderr.write(complaint(error));
    return EXIT.failed;
  }
}

async function dispatch(argv: readonly string[], context: CommandContext): Promise<ExitCode> {
  const [name, ...rest] = argv;
  if (name === undefined) {
    throw new CommandError('Expected a command', `\n\n${overview(COMMANDS).trimEnd()}`);
  }
  if (name === '--help' || name === '-h' || name === 'help') {
    context.stdout.write(overview(COMMANDS));
    return EXIT.clean;
  }
  if (name === '--version' || name === '-v') {
    context.stdout.write(`${packageJson.version}\n`);
    return EXIT.clean;
  }
  const entry = COMMANDS.find((command) => command.name === name);
  if (!entry) {
    const kind = name.startsWith('-') ? 'option' : 'command';
    const candidates =
      kind === 'option' ? ['--help', '--version'] : COMMANDS.map((command) => command.name);
    const meant = nearest(name, candidates);
    throw new CommandError(
      `Unexpected ${kind} \`${name}\`${meant ? `, did you mean \`${meant}\`?` : ''}`,
      'see `docket --help`',
    );
  }
  const command = await entry.load();
  const options = { ...command.options, ...COMMON_OPTIONS };
  const values = readArguments(rest, options, `docket ${command.name}`);
  if (values.help === true) {
    context.stdout.write(commandHelp(command));
    return EXIT.clean;
  }
  return command.run(values, context);
}

function complaint(error: unknown): string {
  if (error instanceof CommandError) return `docket: ${error.message}\n${helpLine(error.help)}\n`;
  if (!(error instanceof Error)) return `docket: ${String(error)}\n`;
  // An error of the system, such as a folder that may not be read, explains itself; any other is a defect.
  if ('code' in error && typeof error.code === 'string' && 'syscall' in error) {
    return `docket: ${error.message}\n`;
  }
  return `docket: This is a defect of Docket, not of your records\n${error.stack ?? error.message}\n`;
}

function helpLine(help: string): string {
  return help.startsWith('\n') ? help.trimStart() : `help: ${help}`;
}
