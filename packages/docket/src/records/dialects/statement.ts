import type { FieldSource } from '../field.ts';
import { fieldOfLabel } from './field-names.ts';
import type { Line } from './line.ts';
import { relationOfLabel } from './relation-words.ts';

/** A line of a value. */
export interface ValueLine {
  readonly line: Line;
  /** Whether it opens an item of a list. */
  readonly isItem: boolean;
  /** Of an item with a check box, whether it is checked. */
  readonly isChecked?: boolean | undefined;
}

/** One thing that a record states of itself: a label and its value, or a line without a label. */
export interface Statement {
  /** As `comparableLabel` gives it; empty for what stands without one. */
  readonly label: string;
  readonly lines: readonly ValueLine[];
  readonly source: FieldSource;
}

/** Whether a label names a field or a relation. */
export function isKnownLabel(label: string): boolean {
  return fieldOfLabel(label) !== undefined || relationOfLabel(label) !== undefined;
}
