import type { DateOrder } from '../../../src/records/dialects/dates.ts';
import { type RecordFields, readFields } from '../../../src/records/dialects/read-fields.ts';
import { parseDocument } from '../../../src/records/formats/parse-document.ts';
import { readFrontmatter } from '../../../src/records/frontmatter.ts';
import { outlineOf } from '../../../src/records/sections.ts';

/** The fields of a record, in the format that its path gives. */
export function fieldsOf(
  text: string,
  path = 'adr/0001-x.md',
  dateOrder?: DateOrder,
): RecordFields {
  const document = parseDocument(path, text);
  return readFields({
    path,
    document,
    frontmatter: readFrontmatter(document),
    outline: outlineOf(document),
    dateOrder,
  });
}

/** What is read, in short: each field as value, written words and source. */
export function shortOf(text: string, path?: string): Record<string, unknown> {
  const { relations, disagreements, ...fields } = fieldsOf(text, path);
  return Object.fromEntries(
    Object.entries(fields).map(([name, { value, written, source }]) => [
      name,
      `${String(value)} <${written}> ${source}`,
    ]),
  );
}

/** The relations of a record, such as `partly supersedes ADR-3`. */
export function relationsOf(text: string, path?: string): string[] {
  return fieldsOf(text, path).relations.map(
    ({ type, isInverse, isPartly, reference }) =>
      `${isPartly ? 'partly ' : ''}${type}${isInverse ? ' (inverse)' : ''} ${reference.text}`,
  );
}
