import type { FileChange } from '../../records/authoring/change.ts';
import { doneLines } from '../../report/done-lines.ts';
import { safeLine } from '../../report/screen-text.ts';
import { unifiedDiff } from '../../report/unified.ts';
import { uncommittedIn } from '../../session/authoring/uncommitted.ts';
import type { Session } from '../../session/session.ts';
import { type CommandContext, CommandError, type OptionValues } from '../command.ts';
import { EXIT, type ExitCode } from '../exit.ts';

/** What a command is about to do. */
export interface Plan {
  readonly changes: readonly FileChange[];
  /** Lines for the reader after the list of files: what to do next, what was left. */
  readonly notes?: readonly string[];
}

/**
 * Plans changes and writes them, all or none, while nobody else writes below the root, and tells which files they
 * are; with `--dry-run` prints them as a diff. Questions are asked before, not while others wait.
 * @throws {CommandError} where there is no plan, a file to change has changes that are not committed, or one cannot
 * be written
 */
export async function carryOut(
  session: Session,
  values: OptionValues,
  { stdout, stderr }: CommandContext,
  plan: () => Plan | Promise<Plan>,
): Promise<ExitCode> {
  if (values['dry-run'] === true) {
    const { changes } = await plan();
    stdout.write(unifiedDiff(changes));
    return EXIT.clean;
  }
  const { changes, notes = [] }: Plan = await session.apply(async () => {
    const made = await plan();
    if (values['allow-dirty'] !== true) await assertCommitted(session.root, made, values);
    return made;
  });
  stdout.write(doneLines(changes));
  // Notes are for people: a script that reads the output wants the files.
  stderr.write(notes.map((note) => `${safeLine(note)}\n`).join(''));
  return EXIT.clean;
}

async function assertCommitted(
  root: string,
  { changes }: Plan,
  values: OptionValues,
): Promise<void> {
  const dirty = await uncommittedIn({ root }, changes, { offline: values['offline'] === true });
  if (dirty.length === 0) return;
  throw new CommandError(
    `There are uncommitted changes in ${dirty.map((file) => `\`${file}\``).join(', ')}`,
    'commit or stash them first, or use --allow-dirty to write anyway',
  );
}
