import type { Command } from './command.ts';

/** A command by name; its code is loaded only when it is asked for. */
export interface CommandEntry {
  /** As typed: `lint`, or `new adr` for a command of a group. */
  readonly name: string;
  readonly summary: string;
  load(): Promise<Command>;
}

/** What each group of commands does. */
export const GROUPS: Readonly<Record<string, string>> = {};

/** Every command, in the order of the help. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'lint',
    summary: 'Check every decision record, specification and provenance record',
    load: async () => (await import('./lint.ts')).lint,
  },
  {
    name: 'verify',
    summary: 'Hold the claims of provenance records against the Git history',
    load: async () => (await import('./verify.ts')).verify,
  },
  {
    name: 'accept',
    summary: 'Let a contradicted claim of a provenance record stand, with a reason',
    load: async () => (await import('./accept.ts')).accept,
  },
  {
    name: 'diff',
    summary: 'Show what changed in the decisions since a branch or commit',
    load: async () => (await import('./diff.ts')).diff,
  },
];

/** The command that arguments name, which may be of one word or two; `undefined` where there is none. */
export function findCommand(argv: readonly string[]): CommandEntry | undefined {
  return COMMANDS.find(({ name }) => name.split(' ').every((word, index) => argv[index] === word));
}
