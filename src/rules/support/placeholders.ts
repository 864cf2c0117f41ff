import type { Corpus } from '../../records/corpus.ts';
import type { DocketRecord } from '../../records/record.ts';

/** Whether a frontmatter value still holds a placeholder of the template; `template-placeholders` reports those. */
export function holdsPlaceholder(value: unknown, record: DocketRecord, corpus: Corpus): boolean {
  if (typeof value !== 'string') return false;
  const placeholders = corpus.templates[record.kind]?.placeholders ?? [];
  return [...placeholders].some((placeholder) => value.includes(placeholder));
}
