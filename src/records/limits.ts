/*
 * How large a record may be, so that judging and showing it takes time and memory by its length. The longest records
 * in the wild stay well below each of these.
 */

/** Largest record that is read, in bytes. */
export const MAX_RECORD_BYTES = 1024 * 1024;

/** Deepest nesting of quotes, lists and markup that is read; a page shows a fraction of it. */
export const MAX_DEPTH = 100;

/** Findings of one rule that are told of a record. */
export const MAX_FINDINGS_OF_RULE = 100;

/** Findings that are told of a record. */
export const MAX_FINDINGS_OF_RECORD = 1000;
