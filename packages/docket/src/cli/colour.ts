import type { CommandContext, OptionTable, OptionValues, Output } from './command.ts';

/** The option that forces or forbids colour. */
export const COLOUR_OPTION: OptionTable = {
  color: { type: 'boolean', negatable: true, description: 'Colour the report' },
};

/** Whether a command with that option colours its standard output. */
export function flagColour({ color }: OptionValues, { env, stdout }: CommandContext): boolean {
  return wantsColour(typeof color === 'boolean' ? color : undefined, env, stdout);
}

/**
 * Whether to colour what is written to `output`. The flag wins, then `FORCE_COLOR` (`0` and `false` mean no), then
 * `NO_COLOR`, then whether it is a terminal that can show colour.
 * @see https://no-color.org
 */
export function wantsColour(
  flag: boolean | undefined,
  env: CommandContext['env'],
  output: Output,
): boolean {
  if (flag !== undefined) return flag;
  const forced = env.FORCE_COLOR;
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  if (env.NO_COLOR) return false;
  return output.isTTY === true && env.TERM !== 'dumb';
}

/** What a `--color [always|never|auto]` says, `--no-color` included; `undefined` where it leaves the choice open. */
export function readColour(value: OptionValues[string]): boolean | undefined {
  if (typeof value === 'boolean') return value;
  return value === 'always' ? true : value === 'never' ? false : undefined;
}
