/** Exit codes, the same for every command. */
export const EXIT = {
  /** Nothing to complain about. */
  clean: 0,
  /** Ran, and found errors. */
  findings: 1,
  /** Could not run: wrong arguments, or nothing to run on. */
  failed: 2,
} as const;

/** A code a command may end with. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
