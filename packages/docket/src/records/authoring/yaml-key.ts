import { comparableLabel, type FieldName, fieldOfLabel } from '../dialects/field-names.ts';
import { relationOfLabel } from '../dialects/relation-words.ts';
import type { AdrRecord } from '../record.ts';
import type { RelationType } from '../relation.ts';

/** The key of a record's frontmatter that names a field, as it is written there. */
export function keyWritten(
  { frontmatter }: Pick<AdrRecord, 'frontmatter'>,
  field: FieldName,
): string | undefined {
  return frontmatter.keys.find(({ name }) => fieldOfLabel(comparableLabel(name))?.name === field)
    ?.name;
}

/** The key of a record's frontmatter that states a relation, as it is written there. */
export function relationKeyWritten(
  { frontmatter }: Pick<AdrRecord, 'frontmatter'>,
  type: RelationType,
): string | undefined {
  return frontmatter.keys.find(({ name }) => {
    const meaning = relationOfLabel(comparableLabel(name));
    return meaning?.type === type && !meaning.isInverse && !meaning.isPartly;
  })?.name;
}
