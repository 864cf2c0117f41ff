import type { CleanRuns, State } from './cache.ts';
import type { Task } from './tasks.ts';

/** A check, and the files it is to look at; all of them where none are named. */
export interface Chosen extends Task {
  readonly files: readonly string[] | undefined;
}

/** A check with what is known of it from before. */
export interface Job {
  readonly task: Chosen;
  /** What it reads, where that decides the outcome. */
  readonly state: State | undefined;
  /** Whether it was clean on the very files that are there. */
  readonly isSpared: boolean;
  /** Those files that it has still to look at; all of them where none are named. */
  readonly files: readonly string[] | undefined;
}

/** So many paths still fit on every system's command line. */
const MOST_FILES = 200;

/** What is left to do of a check; `fresh` forgets what is known. */
export function jobOf(task: Chosen, runs: CleanRuns, fresh: boolean): Job {
  const state = task.inputs && runs.stateOf(task.inputs);
  const pending = state && !fresh ? runs.pending(task.name, state) : 'everything';
  const some = typeof pending === 'object' && pending.length <= MOST_FILES ? pending : undefined;
  return { task, state, isSpared: pending === 'nothing', files: task.files ?? some };
}
