import { styleText } from 'node:util';
import { wantsColour } from '../colour.ts';
import type { CommandContext, OptionTable, OptionValues } from '../command.ts';

/** The option that forces or forbids colour. */
export const COLOUR_OPTION: OptionTable = {
  color: { type: 'boolean', negatable: true, description: 'Colour the report' },
};

/** Gives a text colours and weights of a terminal. */
export type Paint = (style: Parameters<typeof styleText>[0], text: string) => string;

/** A painter for the standard output of a command; one that leaves texts alone where no colour is wanted. */
export function painterFor(values: OptionValues, { env, stdout }: CommandContext): Paint {
  const flag = typeof values.color === 'boolean' ? values.color : undefined;
  if (!wantsColour(flag, env, stdout)) return (_, text) => text;
  return (style, text) => styleText(style, text, { validateStream: false });
}
