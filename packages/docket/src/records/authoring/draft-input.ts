import type { Records } from './log.ts';

/** What a new record of a log in any form is made from. */
export interface LogDraft {
  readonly path: string;
  /** As the name writes it. */
  readonly number: string | undefined;
  /** Without the number. */
  readonly title: string;
  /** The day it is, as YYYY-MM-DD. */
  readonly day: string;
  readonly records: Records;
  /** The template of the log, where it has one. */
  readonly template: { readonly path: string; readonly text: string } | undefined;
}
