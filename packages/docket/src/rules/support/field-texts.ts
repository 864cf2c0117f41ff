import type { Conventions } from '../../records/conventions.ts';
import type { Field, ListField } from '../../records/field.ts';
import type { Span } from '../../records/finding.ts';
import { type DocketRecord, shortTitle } from '../../records/record.ts';
import { holdsPlaceholder } from './placeholders.ts';

/** A value that stands in a field, or an item of it. */
export interface FieldText {
  readonly text: string;
  readonly span: Span;
}

/**
 * What is written in a field, valid or not: each item of a list, a title without the name that opens it. Nothing where
 * the record has no such field or leaves it out, where a title has no form, and where the template's own text stands.
 */
export function fieldTexts(
  record: DocketRecord,
  conventions: Conventions,
  name: string,
): FieldText[] {
  const field = new Map<string, Field<unknown>>(Object.entries(record.fields)).get(name);
  const isStated = record.issues.some((issue) => issue.field === name && issue.kind === 'invalid');
  if (!field || (field.written === '' && !isStated)) return [];
  if (name === 'title') {
    return field.value === undefined ? [] : [{ text: shortTitle(record), span: field.span }];
  }
  const parts = isList(field) ? field.items : [field];
  return parts
    .map(({ written, span }) => ({ text: written.trim(), span }))
    .filter(({ text }) => !holdsPlaceholder(text, record, conventions));
}

function isList(field: Field<unknown>): field is ListField<unknown> {
  return (
    Array.isArray(field.value) ||
    ('items' in field && (field as ListField<unknown>).items.length > 0)
  );
}
