import type { Command, OptionTable } from './command.ts';

/** The options every command has. */
export const COMMON_OPTIONS: OptionTable = {
  help: { type: 'boolean', short: 'h', description: 'Show this help' },
};

/** The help of the command line as a whole. */
export function overview(commands: readonly { name: string; summary: string }[]): string {
  return [
    'Usage: docket <command> [options]',
    '',
    'Commands:',
    ...table(commands.map(({ name, summary }) => [name, summary])),
    '',
    'Options:',
    ...table([
      ['-h, --help', 'Show this help, or that of a command: docket <command> --help'],
      ['-v, --version', 'Show the version'],
    ]),
    '',
  ].join('\n');
}

/** The help of one command. */
export function commandHelp(command: Command): string {
  return [
    `Usage: docket ${command.name} [options]`,
    '',
    command.summary,
    '',
    'Options:',
    ...table(optionRows({ ...command.options, ...COMMON_OPTIONS })),
    '',
    command.notes,
    '',
  ].join('\n');
}

function optionRows(options: OptionTable): [string, string][] {
  return Object.entries(options).map(([name, { short, value, description }]) => [
    `${short ? `-${short}, ` : '    '}--${name}${value ? ` ${value}` : ''}`,
    description,
  ]);
}

function table(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
