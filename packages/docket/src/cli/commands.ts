import type { Command } from './command.ts';

/** A command by name; its code is loaded only when it is asked for. */
export interface CommandEntry {
  /** As typed: `lint`, or `new adr` for a command of a group. */
  readonly name: string;
  readonly summary: string;
  /** Whether the help leaves it out: programs call it, not people. */
  readonly isHidden?: boolean;
  load(): Promise<Command>;
}

/** What each group of commands does. */
export const GROUPS: Readonly<Record<string, string>> = {
  new: 'Create a record from its template',
  emit: 'Print what is known in a format of others',
};

/** Every command, in the order of the help. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'init',
    summary: 'Set up a repository: configuration, workflow, scripts, editor, or a first log',
    load: async () => (await import('./init.ts')).init,
  },
  {
    name: 'lint',
    summary: 'Check every decision record, specification and provenance record',
    load: async () => (await import('./lint.ts')).lint,
  },
  {
    name: 'verify',
    summary: 'Check the claims of provenance records against the Git history',
    load: async () => (await import('./verify.ts')).verify,
  },
  {
    name: 'validate',
    summary: 'Run the validation steps of a specification',
    load: async () => (await import('./validate.ts')).validate,
  },
  {
    name: 'diff',
    summary: 'Show what changed in the decisions since a branch or commit',
    load: async () => (await import('./diff.ts')).diff,
  },
  {
    name: 'new adr',
    summary: 'Create a decision record from its template, with the next free number',
    load: async () => (await import('./new/record.ts')).newAdr,
  },
  {
    name: 'new spec',
    summary: 'Create a specification from its template, with the next free number',
    load: async () => (await import('./new/record.ts')).newSpec,
  },
  {
    name: 'accept',
    summary: 'Accept a decision, or let a contradicted claim of a provenance record stand',
    load: async () => (await import('./accept.ts')).accept,
  },
  {
    name: 'ratify',
    summary: 'Sign exactly what you accept: a decision, a claim, or what an agent decided alone',
    load: async () => (await import('./ratify.ts')).ratify,
  },
  {
    name: 'reject',
    summary: 'Set the status of a decision to Rejected',
    load: async () => (await import('./reject.ts')).reject,
  },
  {
    name: 'deprecate',
    summary: 'Set the status of a decision to Deprecated',
    load: async () => (await import('./deprecate.ts')).deprecate,
  },
  {
    name: 'supersede',
    summary: 'Replace a decision with a new one, and update both records',
    load: async () => (await import('./supersede.ts')).supersede,
  },
  {
    name: 'renumber',
    summary: 'Give a decision another number, and update every mention of it',
    load: async () => (await import('./renumber.ts')).renumber,
  },
  {
    name: 'migrate',
    summary: 'Rewrite the metadata of a log of any form to frontmatter, if nothing is lost',
    load: async () => (await import('./migrate.ts')).migrate,
  },
  {
    name: 'list',
    summary: 'List the decisions, or only those with a status or tag',
    load: async () => (await import('./list.ts')).list,
  },
  {
    name: 'due',
    summary: 'List the decisions to be looked at again, and when',
    load: async () => (await import('./due.ts')).due,
  },
  {
    name: 'why',
    summary: 'Tell which decisions are behind a file or a line, and who wrote it',
    load: async () => (await import('./why.ts')).why,
  },
  {
    name: 'check',
    summary: 'Name the decisions that govern the files of a change, and what they ask for',
    load: async () => (await import('./check.ts')).check,
  },
  {
    name: 'dev',
    summary: 'Show the records as a site that follows each change',
    load: async () => (await import('./site.ts')).dev,
  },
  {
    name: 'build',
    summary: 'Build the site of the records into a folder',
    load: async () => (await import('./site.ts')).build,
  },
  {
    name: 'preview',
    summary: 'Serve the site that was built',
    load: async () => (await import('./site.ts')).preview,
  },
  {
    name: 'mcp',
    summary: 'Answer agents about the decisions, over the Model Context Protocol',
    load: async () => (await import('./mcp.ts')).mcp,
  },
  {
    name: 'agents',
    summary: 'Tell agents in AGENTS.md which decisions stand, and how to ask for more',
    load: async () => (await import('./agents.ts')).agents,
  },
  {
    name: 'doctor',
    summary: 'Check that Docket has what it needs, and say how to get what is missing',
    load: async () => (await import('./doctor.ts')).doctor,
  },
  {
    name: 'completion',
    summary: 'Print the script that completes commands and record ids in a shell',
    load: async () => (await import('./completion.ts')).completion,
  },
  {
    name: 'complete',
    summary: 'Answer the script of `docket completion`',
    isHidden: true,
    load: async () => (await import('./complete.ts')).complete,
  },
  {
    name: 'new provenance',
    summary: 'Create a provenance record, filled in from the history and the checks',
    load: async () => (await import('./new/provenance.ts')).newProvenance,
  },
  {
    name: 'attest',
    summary: 'Write an in-toto statement of what landed for a specification, or check one',
    load: async () => (await import('./attest.ts')).attest,
  },
  {
    name: 'emit agent-trace',
    summary: 'Print who gave which lines to files, as an Agent Trace of a provenance record',
    load: async () => (await import('./emit/agent-trace.ts')).emitAgentTrace,
  },
];

/** The command that arguments name, which may be of one word or two; `undefined` where there is none. */
export function findCommand(argv: readonly string[]): CommandEntry | undefined {
  return COMMANDS.find(({ name }) => name.split(' ').every((word, index) => argv[index] === word));
}
