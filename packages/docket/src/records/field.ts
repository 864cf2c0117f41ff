import type { Span } from './finding.ts';

/** Where in a record a fact is written. */
export type FieldSource =
  | 'yaml'
  | 'table'
  | 'bullet'
  | 'label'
  | 'heading'
  | 'section'
  | 'changelog'
  | 'attribute'
  | 'file-name';

/** A fact as a record states it: what it means, how it is written, and where. */
export interface Field<T> {
  /** `undefined` where what is written is none of the values that are known. */
  readonly value: T | undefined;
  /** As the reader sees it, without markup. */
  readonly written: string;
  /** The place of the value; the start of the file for what stands in its name. */
  readonly span: Span;
  readonly source: FieldSource;
}
