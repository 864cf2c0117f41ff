import type { Conventions } from '../../records/conventions.ts';
import type { Span } from '../../records/finding.ts';
import type { RecordKind } from '../../records/layout.ts';
import type { DocketRecord } from '../../records/record.ts';
import { SCHEMAS } from '../../records/schema.ts';
import { holdsPlaceholder } from './placeholders.ts';

/** A frontmatter value that does not meet the schema. */
export interface InvalidValue {
  readonly key: string;
  readonly value: unknown;
  /** Its place in the list, for an item of one. */
  readonly index: number | undefined;
  /** Whether it is an item of a list. */
  readonly isItem: boolean;
  /** Whether its type is the right one, so that only its form is wrong. */
  readonly isRightType: boolean;
  readonly span: Span;
}

/** The invalid values of some keys, each once, without those that are placeholders. */
export function invalidValues(
  record: DocketRecord,
  conventions: Conventions,
  isWanted: (key: string) => boolean,
): InvalidValue[] {
  const seen = new Set<string>();
  return record.issues.flatMap(({ field: key, kind, index, value, isRightType, span }) => {
    const place = `${key}/${index ?? ''}`;
    if (kind !== 'invalid' || !isWanted(key) || seen.has(place)) return [];
    seen.add(place);
    if (holdsPlaceholder(value, record, conventions)) return [];
    return [
      {
        key,
        value,
        index,
        isItem: index !== undefined,
        isRightType,
        span,
      },
    ];
  });
}

/** What a value is, in a word: `text`, `number`, `list` … */
export function typeName(value: unknown): string {
  if (Array.isArray(value)) return 'list';
  if (value === null) return 'empty value';
  if (typeof value === 'object') return 'mapping';
  if (typeof value === 'boolean') return 'true or false';
  return typeof value === 'string' ? 'text' : 'number';
}

/** An example line for a key, such as `date: 2026-03-05`, from the schema's own examples. */
export function exampleLine(kind: RecordKind, key: string): string {
  const field = (SCHEMAS[kind].shape as Record<string, { meta(): unknown } | undefined>)[key];
  const meta = field?.meta() as { examples?: readonly unknown[] } | undefined;
  const example = meta?.examples?.[0];
  if (example === undefined) return `${key}: …`;
  if (Array.isArray(example)) return `${key}: [${example.join(', ')}]`;
  const text = String(example);
  return `${key}: ${text.includes(': ') ? `"${text}"` : text}`;
}
