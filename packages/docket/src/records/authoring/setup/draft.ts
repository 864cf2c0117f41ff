import type { TextChange } from '../change.ts';

/** What one part of a set-up would write. */
export interface Draft {
  readonly changes: readonly TextChange[];
  /** What stays for people to do, and why. */
  readonly left: readonly LeftToDo[];
}

/** Something that is not written. */
export interface LeftToDo {
  readonly words: string;
  /** Lines that somebody may put there instead. */
  readonly lines?: readonly string[];
}

/** Text of a file by its path from the root; `undefined` where there is none. Throws where it cannot be read. */
export type TextOf = (path: string) => string | undefined;

/** A draft in which there is nothing to write. */
export const NOTHING: Draft = { changes: [], left: [] };

/** A command line that lints records, in a script or a workflow. */
export const LINTS = /\bdocket(?:@[\w.-]+)? lint\b/;
