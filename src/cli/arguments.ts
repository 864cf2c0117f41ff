import { parseArgs } from 'node:util';
import { nearest } from '../rules/support/nearest.ts';
import { CommandError, type OptionTable, type OptionValues } from './command.ts';

/**
 * Reads the arguments of a command. Strict: an option nobody knows is an error, never passed over.
 * @throws {CommandError} for an unknown option, a missing or unwanted value, or a stray argument
 */
export function readArguments(
  argv: readonly string[],
  options: OptionTable,
  command: string,
): OptionValues {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: Object.fromEntries(
        Object.entries(options).map(([name, { type, short }]) => [
          name,
          short === undefined ? { type } : { type, short },
        ]),
      ),
      strict: true,
      allowPositionals: false,
      allowNegative: true,
    });
    return values as OptionValues;
  } catch (error) {
    throw explain(error, options, command);
  }
}

function explain(error: unknown, options: OptionTable, command: string): unknown {
  const help = `see \`${command} --help\``;
  if (!(error instanceof Error) || !('code' in error)) return error;
  const named = /'(-{1,2}[^\s'=,]*|[^']*)/.exec(error.message)?.[1] ?? '';
  switch (error.code) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION': {
      const meant = nearest(named.replace(/^-+/, ''), Object.keys(options));
      return new CommandError(
        `Unexpected option \`${named}\`${meant ? `, did you mean \`--${meant}\`?` : ''}`,
        help,
      );
    }
    case 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL':
      return new CommandError(`Unexpected argument \`${named}\`, expected options only`, help);
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return new CommandError(error.message.split('\n')[0] ?? error.message, help);
    default:
      return error;
  }
}
