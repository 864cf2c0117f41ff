import { Argument, Option, Command as Parser } from 'commander';
import { nearest } from '../records/nearest.ts';
import { DESCRIPTION, VERSION } from '../session/version.ts';
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

/** A parser that refuses what it cannot read in Docket's own words. Commander calls these methods with what was given. */
class Program extends Parser {
  override createCommand(name?: string): Program {
    return new Program(name);
  }

  missingArgument(name: string): never {
    throw this.#refusal(`Argument \`${name}\` is missing`);
  }

  optionMissingArgument({ flags }: Option): never {
    throw this.#refusal(`Option \`${flags}\` needs a value`);
  }

  unknownOption(flag: string): never {
    const known = [this, ...this.#parents()].flatMap((program) =>
      program
        .createHelp()
        .visibleOptions(program)
        .flatMap(({ long }) => long ?? []),
    );
    throw this.#refusal(`Unknown option \`${flag}\`${hint(flag, known)}`);
  }

  unknownCommand(): never {
    const [name = ''] = this.args;
    const known = this.createHelp()
      .visibleCommands(this)
      .map((command) => command.name());
    throw this.#refusal(`Unknown command \`${name}\`${hint(name, known)}`);
  }

  _excessArguments(given: readonly string[]): never {
    throw this.#refusal(`Too many arguments: \`${given.join(', ')}\``);
  }

  #refusal(message: string): CommandError {
    const names = [this, ...this.#parents()].map((program) => program.name());
    return new CommandError(message, `see \`${names.reverse().join(' ')} --help\``);
  }

  #parents(): Parser[] {
    const parents: Parser[] = [];
    for (let next = this.parent; next; next = next.parent) parents.push(next);
    return parents;
  }
}

function hint(given: string, known: readonly string[]): string {
  const meant = nearest(given, known);
  return meant === undefined ? '' : `; did you mean \`${meant}\`?`;
}

/**
 * Builds the parser of the command line. Its `parse` calls `onCommand`, or throws a `CommandError` where it cannot read
 * what was given, and a `CommanderError` where there is nothing to run; it never ends the process.
 */
export function buildProgram({ entries, loaded, context, onCommand }: ProgramInput): Parser {
  const root = new Program('docket')
    .description(DESCRIPTION)
    .version(VERSION, '-v, --version', 'Show the version')
    .helpOption('-h, --help', 'Show this help')
    .helpCommand('help [command]', 'Show the help of a command')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => context.stdout.write(text),
      // What went wrong is told once, by whoever catches it.
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

function groupOf(root: Parser, name: string): Parser {
  const known = root.commands.find((command) => command.name() === name);
  if (known) return known;
  return root.command(name).description(GROUPS[name] ?? '');
}

function define(program: Parser, command: Command, onCommand: ProgramInput['onCommand']): void {
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
    const chosen = choices.find((choice) => choice.toLowerCase() === text.toLowerCase());
    if (chosen !== undefined) return chosen;
    const meant = nearest(text, choices);
    throw new CommandError(
      `\`${name}\` cannot be \`${text}\`; choose one of ${choices.map((choice) => `\`${choice}\``).join(', ')}`,
      meant ? `did you mean \`${meant}\`?` : see,
    );
  };
}
