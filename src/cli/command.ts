import type { ExitCode } from './exit.ts';

/** Where a command writes; `columns` and `isTTY` are those of a terminal, if it is one. */
export interface Output {
  write(text: string): unknown;
  readonly columns?: number | undefined;
  readonly isTTY?: boolean | undefined;
}

/** The world as a command sees it. */
export interface CommandContext {
  /** Absolute path. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** For data. */
  readonly stdout: Output;
  /** For complaints. */
  readonly stderr: Output;
}

/** An option of the command line. */
export interface OptionDefinition {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  /** What the value is, for the help: `DIR`. */
  readonly value?: string;
  readonly description: string;
}

/** Options by their long names. */
export type OptionTable = Readonly<Record<string, OptionDefinition>>;

/** What was given for each option; absent where it was not. */
export type OptionValues = Readonly<Record<string, string | boolean | undefined>>;

/** A command of the command line. */
export interface Command {
  readonly name: string;
  /** One line of the list of commands. */
  readonly summary: string;
  readonly options: OptionTable;
  /** Closes the help: exit codes, examples. */
  readonly notes: string;
  /** @throws {CommandError} where it cannot run */
  run(values: OptionValues, context: CommandContext): Promise<ExitCode>;
}

/** A reason why a command cannot run, to be read by who called it. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly help: string;

  constructor(message: string, help: string) {
    super(message);
    this.help = help;
  }
}
