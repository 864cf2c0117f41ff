import type { Readable, Writable } from 'node:stream';
import { safeLine } from '../../report/screen-text.ts';
import { type CommandContext, CommandError } from '../command.ts';

/** Whether a question would be seen and could be answered: on a terminal, and not in continuous integration. */
export function mayAsk({ env, stdin, stdout }: CommandContext): boolean {
  return stdin?.isTTY === true && stdout.isTTY === true && !env.CI;
}

/**
 * Asks for a text. Questions go to the terminal only; call this where `mayAsk`.
 * @throws {CommandError} where the answer is refused with Ctrl+C
 */
export async function askText(message: string, context: CommandContext): Promise<string> {
  const { isCancel, text } = await import('@clack/prompts');
  const answer = await text({
    message,
    validate: (value) => (value?.trim() ? undefined : 'Enter a few words'),
    ...streams(context),
  });
  if (isCancel(answer)) throw cancelled();
  return answer.trim();
}

/** One of the things to choose from. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Asks to choose one of several. As `askText` otherwise. */
export async function askOne(
  message: string,
  choices: readonly Choice[],
  context: CommandContext,
): Promise<string> {
  const { isCancel, select } = await import('@clack/prompts');
  const answer = await select({
    message,
    maxItems: 12,
    options: choices.map(({ value, label }) => ({ value, label: safeLine(label) })),
    ...streams(context),
  });
  if (isCancel(answer)) throw cancelled();
  return answer;
}

/** Asks to choose any of several; `chosen` are so at the start. As `askText` otherwise. */
export async function askSome(
  message: string,
  { choices, chosen }: { choices: readonly Choice[]; chosen: readonly string[] },
  context: CommandContext,
): Promise<readonly string[]> {
  const { isCancel, multiselect } = await import('@clack/prompts');
  const answer = await multiselect({
    message,
    options: choices.map(({ value, label }) => ({ value, label: safeLine(label) })),
    initialValues: [...chosen],
    required: false,
    ...streams(context),
  });
  if (isCancel(answer)) throw cancelled();
  return answer;
}

/**
 * Asks whether to do something. As `askText` otherwise.
 * @param isUsual whether that is the answer where nobody chooses
 */
export async function askWhether(
  message: string,
  context: CommandContext,
  { isUsual = true }: { readonly isUsual?: boolean } = {},
): Promise<boolean> {
  const { confirm, isCancel } = await import('@clack/prompts');
  const answer = await confirm({ message, initialValue: isUsual, ...streams(context) });
  if (isCancel(answer)) throw cancelled();
  return answer;
}

function streams({ stdin, stdout }: CommandContext): { input?: Readable; output?: Writable } {
  return {
    ...(stdin ? { input: stdin } : {}),
    // A terminal is a stream of Node's; only tests and pipes are less, and those are asked nothing.
    output: stdout as unknown as Writable,
  };
}

function cancelled(): CommandError {
  return new CommandError('Cancelled; nothing was written', 'run the command again');
}
