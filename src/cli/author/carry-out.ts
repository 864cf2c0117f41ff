import { ApplyError, applyChanges, dirtyTargets } from '../../io/apply.ts';
import type { FileChange } from '../../records/authoring/change.ts';
import { AuthoringError } from '../../records/authoring/problem.ts';
import { unifiedDiff } from '../../report/unified.ts';
import { type CommandContext, CommandError, type OptionValues } from '../command.ts';
import { EXIT, type ExitCode } from '../exit.ts';

/** What a command is about to do. */
export interface Plan {
  /** Absolute path. */
  readonly root: string;
  readonly changes: readonly FileChange[];
  /** Lines for the reader after the list of files: what to do next, what was left. */
  readonly notes?: readonly string[];
}

/**
 * Writes the changes of a plan, all or none, and tells which files they are; with `--dry-run` prints them as a diff.
 * @throws {CommandError} where a file to change has changes that are not committed, or cannot be written
 */
export async function carryOut(
  { root, changes, notes = [] }: Plan,
  values: OptionValues,
  { stdout, stderr }: CommandContext,
): Promise<ExitCode> {
  if (values['dry-run'] === true) {
    stdout.write(unifiedDiff(changes.map(pairOf)));
    return EXIT.clean;
  }
  const dirty = values['allow-dirty'] === true ? [] : await dirtyTargets(root, changes);
  if (dirty.length > 0) {
    throw new CommandError(
      `Unexpected uncommitted changes in ${dirty.map((file) => `\`${file}\``).join(', ')}, expected files as committed`,
      'commit or stash them first, or write all the same with --allow-dirty',
    );
  }
  try {
    await applyChanges(root, changes);
  } catch (error) {
    if (error instanceof ApplyError) throw new CommandError(error.message, error.help);
    throw error;
  }
  stdout.write(changes.map((change) => `${line(change)}\n`).join(''));
  // Notes are for people: a script that reads the output wants the files.
  stderr.write(notes.map((note) => `${note}\n`).join(''));
  return EXIT.clean;
}

/** Runs a computation of changes; what it refuses becomes an error of the command. */
export function computing<T>(compute: () => T): T {
  try {
    return compute();
  } catch (error) {
    if (error instanceof AuthoringError) throw new CommandError(error.message, error.help);
    throw error;
  }
}

function line(change: FileChange): string {
  switch (change.kind) {
    case 'create':
      return `created ${change.path}`;
    case 'edit':
      return `changed ${change.path}`;
    case 'move':
      return `renamed ${change.from} -> ${change.path}`;
  }
}

function pairOf(change: FileChange) {
  const to = { path: change.path, text: change.after };
  switch (change.kind) {
    case 'create':
      return { from: undefined, to };
    case 'edit':
      return { from: { path: change.path, text: change.before }, to };
    case 'move':
      return { from: { path: change.from, text: change.before }, to };
  }
}
