import type { Conventions } from '../../records/conventions.ts';
import type { DocketRecord } from '../../records/record.ts';

/** Whether a frontmatter value still holds a placeholder of the template; `template-placeholders` reports those. */
export function holdsPlaceholder(
  value: unknown,
  record: DocketRecord,
  conventions: Conventions,
): boolean {
  if (typeof value !== 'string') return false;
  for (const placeholder of conventions.templates[record.kind]?.placeholders ?? []) {
    if (value.includes(placeholder)) return true;
  }
  return false;
}
