import type { Field, FieldsOf, ListField, Restated } from '../field.ts';
import type { AdrMetadata } from '../schema.ts';
import type { RecordFields } from './read-fields.ts';

type AdrFields = FieldsOf<AdrMetadata>;

/** The fields of a decision in any dialect: what the schema of the frontmatter does not know is taken as it is stated. */
export function adoptFields(
  own: AdrFields,
  stated: RecordFields,
): { readonly fields: AdrFields; readonly restated: readonly Restated[] } {
  const either = <T>(field: Field<T>, other: Field<T> | undefined): Field<T> =>
    field.value === undefined && other ? other : field;
  const eitherList = (field: ListField<string>, other: Field<readonly string[]> | undefined) =>
    field.value === undefined && other ? listOf(other) : field;
  return {
    fields: {
      ...own,
      title: stated.title ?? own.title,
      status: either(own.status, stated.status),
      date: either(own.date, stated.date),
      'decision-makers': eitherList(own['decision-makers'], stated.decisionMakers),
      tags: eitherList(own.tags, stated.tags && { ...stated.tags, value: tagsOf(stated.tags) }),
      'review-by': either(own['review-by'], stated.reviewBy),
      'revisit-when': either(own['revisit-when'], stated.revisitWhen),
      'provisional-until': either(own['provisional-until'], stated.provisionalUntil),
      adopted: either(own.adopted, stated.adopted),
      'adopted-on': either(own['adopted-on'], stated.adoptedOn),
    },
    restated: stated.disagreements.map(({ name, counts, other }) => ({
      name,
      field: other,
      counts,
    })),
  };
}

function listOf(field: Field<readonly string[]>): ListField<string> {
  const { span, source } = field;
  const items = (field.value ?? []).map((item) => ({ value: item, written: item, span, source }));
  return { ...field, items };
}

/** Tags as addresses can hold them: in lower case, words joined by hyphens. One that has no such form is left out. */
function tagsOf({ value = [] }: Field<readonly string[]>): readonly string[] {
  const tags = value.map((tag) => tag.toLowerCase().replace(/[\s_]+/g, '-'));
  return tags.filter((tag) => /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(tag));
}
