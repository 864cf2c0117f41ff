import type { Command } from './command.ts';

/** A command by name; its code is loaded only when it is asked for. */
export interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  load(): Promise<Command>;
}

/** Every command, in the order of the help. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'lint',
    summary: 'Check every decision record, specification and provenance record',
    load: async () => (await import('./lint.ts')).lint,
  },
];
