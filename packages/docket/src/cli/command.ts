import type { Readable } from 'node:stream';
import { HelpfulError } from '../records/helpful-error.ts';
import type { ExitCode } from './exit.ts';

/** Where a command writes; `columns` and `isTTY` are those of a terminal, if it is one. */
export interface Output {
  write(text: string): unknown;
  readonly columns?: number | undefined;
  readonly isTTY?: boolean | undefined;
}

/** The world as a command sees it. */
export interface CommandContext {
  /** Arguments after the name of the program, as they were given. */
  readonly argv: readonly string[];
  /** Absolute path. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** For data. */
  readonly stdout: Output;
  /** For complaints. */
  readonly stderr: Output;
  /** Where answers are read from; questions are asked only where it is a terminal. */
  readonly stdin?: (Readable & { readonly isTTY?: boolean }) | undefined;
}

/** What shell completion offers for a value, where it is not a closed list. */
export type Completion = 'adr' | 'spec' | 'provenance' | 'record' | 'rule' | 'log';

interface ValueDefinition {
  readonly description: string;
  /** The values allowed; any other is refused before the command runs. */
  readonly choices?: readonly string[];
  /** What shell completion offers besides `choices`. */
  readonly completes?: Completion;
}

/** An argument that stands by its place. */
export interface ArgumentDefinition extends ValueDefinition {
  /** Key in the values, and the name in the help. */
  readonly name: string;
  /** Whether it may be left out; required by default. */
  readonly optional?: boolean;
  /** Whether it takes all that follows; its value is then a list. */
  readonly variadic?: boolean;
}

/** An option of the command line. */
export interface OptionDefinition extends ValueDefinition {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  /** What the value is, for the help: `DIR`. */
  readonly value?: string;
  /** Whether the value of a `string` may be left out; it then counts as `true`. */
  readonly valueOptional?: boolean;
  /** Whether it may be given more than once; its value is then a list. */
  readonly repeatable?: boolean;
  /** Whether `--no-NAME` stands for `false`, for a `boolean`. */
  readonly negatable?: boolean;
}

/** Options by their long names. */
export type OptionTable = Readonly<Record<string, OptionDefinition>>;

/** What was given for each option and argument, by name; absent where it was not. */
export type OptionValues = Readonly<
  Record<string, string | boolean | readonly string[] | undefined>
>;

/** A command of the command line. Its summary stands in the table of `commands.ts`. */
export interface Command {
  /** As typed: `lint`, or `new adr` for a command of a group. */
  readonly name: string;
  /** In order; none by default. */
  readonly arguments?: readonly ArgumentDefinition[];
  readonly options: OptionTable;
  /** Closes the help: exit codes, examples. */
  readonly notes: string;
  /** @throws {CommandError} where it cannot run */
  run(values: OptionValues, context: CommandContext): Promise<ExitCode>;
}

/** A reason why a command cannot run, to be read by who called it. */
export class CommandError extends HelpfulError {
  override readonly name = 'CommandError';
}
