import type { Span } from './finding.ts';

/** Where a text says a fact about itself. */
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

/** A fact that a record states, wherever it stands. */
export interface Field<T> {
  /** `undefined` where nothing is written, and where what is written is not valid: unknown, never guessed. */
  readonly value: T | undefined;
  /** As written, without the marks of its form such as quotes; empty where nothing is. */
  readonly written: string;
  /** Where it stands; where it would stand, for what is not written. */
  readonly span: Span;
  readonly source: FieldSource;
}

/** A fact that is a list. */
export interface ListField<T> extends Field<readonly T[]> {
  /** Each item as written, valid or not. */
  readonly items: readonly Field<T>[];
}

/** The fields that hold what a schema allows: a list for each of its lists. */
export type FieldsOf<T> = {
  readonly [K in keyof T]-?: NonNullable<T[K]> extends readonly (infer I)[]
    ? ListField<I>
    : Field<NonNullable<T[K]>>;
};

/** Something that is written where a field is expected, or missing there. */
export interface FieldIssue {
  /** Name of the field; of a key that no field has, for `unknown`. */
  readonly field: string;
  /** `empty` is a field that is named and has no value. */
  readonly kind: 'missing' | 'empty' | 'unknown' | 'invalid';
  /** Index of the offending item where the field is a list. */
  readonly index: number | undefined;
  /** The value as it was read. */
  readonly value: unknown;
  /** Whether its type is the right one, so that only its form is wrong. */
  readonly isRightType: boolean;
  readonly span: Span;
}

/** A field that a second source states, too. */
export interface Restated {
  readonly name: string;
  /** What the second source says. */
  readonly field: Field<unknown>;
  /** What counts. */
  readonly counts: Field<unknown>;
}
