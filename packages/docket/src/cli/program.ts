import { Argument, type CommanderError, Option, Command as Program } from 'commander';
import { DESCRIPTION, VERSION } from '../io/version.ts';
import { nearest } from '../records/nearest.ts';
import { wantsColour } from './colour.ts';
import {
  type Command,
  type CommandContext,
  CommandError,
  type OptionDefinition,
  type OptionValues,
} from './command.ts';
import { type CommandEntry, GROUPS } from './commands.ts';
import { styleHelp } from './help.ts';

/** What a program is built from. */
export interface ProgramInput {
  readonly entries: readonly CommandEntry[];
  /** Those of the entries whose arguments and options are needed; the others only have a name and a summary. */
  readonly loaded: readonly Command[];
  readonly context: Pick<CommandContext, 'env' | 'stdout'>;
  /** Called with what was given once it has been read without an error. */
  readonly onCommand: (command: Command, values: OptionValues) => void;
}

/**
 * Builds the parser of the command line. Its `parse` calls `onCommand`, or throws a `CommanderError` that
 * `explain` turns into words; it never ends the process.
 */
export function buildProgram({ entries, loaded, context, onCommand }: ProgramInput): Program {
  const root = new Program('docket')
    .description(DESCRIPTION)
    .version(VERSION, '-v, --version', 'Show the version')
    .helpOption('-h, --help', 'Show this help')
    .helpCommand('help [command]', 'Show the help of a command')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => context.stdout.write(text),
      // What went wrong is told once, by `explain`.
      writeErr: () => {},
      getOutHelpWidth: () => context.stdout.columns ?? 100,
      getOutHasColors: () => wantsColour(undefined, context.env, context.stdout),
    })
    .configureHelp(styleHelp);
  root.addHelpText('after', '\nFor help on one command: docket lint --help');

  for (const { name, summary, isHidden = false } of entries) {
    const [first = '', second] = name.split(' ');
    const parent = second === undefined ? root : groupOf(root, first);
    const program = parent.command(second ?? first, { hidden: isHidden }).description(summary);
    const command = loaded.find((candidate) => candidate.name === name);
    if (command) define(program, command, onCommand);
  }
  return root;
}

function groupOf(root: Program, name: string): Program {
  const known = root.commands.find((command) => command.name() === name);
  if (known) return known;
  return root.command(name).description(GROUPS[name] ?? '');
}

function define(program: Program, command: Command, onCommand: ProgramInput['onCommand']): void {
  const see = `see \`docket ${command.name} --help\``;
  for (const definition of command.arguments ?? []) {
    const { name, description, optional, variadic, choices } = definition;
    const inside = variadic ? `${name}...` : name;
    const argument = new Argument(optional ? `[${inside}]` : `<${inside}>`, description);
    if (choices) argument.choices(choices).argParser(among(name.toUpperCase(), choices, see));
    program.addArgument(argument);
  }
  const flags = Object.keys(command.options).map((name) => `--${name}`);
  const named = Object.entries(command.options).map(([name, definition]) => {
    const option = makeOption(name, definition, flags, see);
    program.addOption(option);
    if (definition.negatable) program.addOption(new Option(`--no-${name}`).hideHelp());
    return [name, option.attributeName()] as const;
  });
  program.addHelpText('after', `\n${command.notes}`);
  program.action((...given: unknown[]) => {
    const values: Record<string, OptionValues[string]> = {};
    const options: Record<string, OptionValues[string]> = program.opts();
    for (const [name, attribute] of named) values[name] = options[attribute];
    for (const [index, { name }] of (command.arguments ?? []).entries()) {
      values[name] = given[index] as OptionValues[string];
    }
    onCommand(command, values);
  });
}

function makeOption(
  name: string,
  definition: OptionDefinition,
  flags: readonly string[],
  see: string,
): Option {
  const { type, short, value = 'VALUE', description, valueOptional, negatable } = definition;
  const placeholder = valueOptional ? ` [${value}]` : ` <${value}>`;
  const long = `--${name}${type === 'string' ? placeholder : ''}`;
  const option = new Option(
    short ? `-${short}, ${long}` : long,
    negatable ? `${description}; --no-${name} turns it off` : description,
  );
  if (type === 'boolean') return option;
  const { choices, repeatable } = definition;
  if (choices) option.choices(choices);
  const check = choices ? among(`--${name}`, choices, see) : (text: string) => text;
  return option.argParser((text: string, before: unknown) => {
    // An option without its value would swallow the next one.
    if (flags.includes(text)) {
      throw new CommandError(
        `\`--${name}\` needs a value (${value}), but \`${text}\` follows it`,
        see,
      );
    }
    const checked = check(text);
    return repeatable ? [...(Array.isArray(before) ? before : []), checked] : checked;
  });
}

function among(name: string, choices: readonly string[], see: string): (text: string) => string {
  return (text) => {
    if (choices.includes(text)) return text;
    const meant = nearest(text, choices);
    throw new CommandError(
      `\`${name}\` cannot be \`${text}\`; choose one of ${choices.map((choice) => `\`${choice}\``).join(', ')}`,
      meant ? `did you mean \`${meant}\`?` : see,
    );
  };
}

/** Turns what the parser threw into words for who typed it; `undefined` where it only showed what was asked for. */
export function explain(error: CommanderError, command: string): CommandError | undefined {
  if (error.exitCode === 0) return undefined;
  const help = `see \`${command} --help\``;
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const meant = /Did you mean (?:one of )?([^?]*)\?/.exec(error.message)?.[1];
  const hint = meant ? `; did you mean \`${meant.replaceAll(', ', '` or `')}\`?` : '';
  switch (error.code) {
    case 'commander.unknownOption':
      return new CommandError(`Unknown option \`${quoted}\`${hint}`, help);
    case 'commander.unknownCommand':
      return new CommandError(`Unknown command \`${quoted}\`${hint}`, help);
    case 'commander.missingArgument':
      return new CommandError(`Argument \`${quoted}\` is missing`, help);
    case 'commander.optionMissingArgument':
      return new CommandError(`Option \`${quoted}\` needs a value`, help);
    case 'commander.excessArguments': {
      const given = /but got \d+: (.*)\.$/s.exec(error.message)?.[1] ?? '';
      return new CommandError(`Too many arguments: \`${given}\``, help);
    }
    case 'commander.help':
      return new CommandError(`No command given after \`${command}\``, help);
    default:
      return new CommandError(error.message.replace(/^error: /, ''), help);
  }
}
