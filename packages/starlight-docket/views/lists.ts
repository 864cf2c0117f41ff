import { localeOf } from './locale.ts';

/** Items as a language lists them: `1 error, 1 warning and 2 notes`. */
export function listed(
  items: readonly string[],
  lang: string,
  type: 'conjunction' | 'disjunction' | 'unit' = 'conjunction',
): string {
  return new Intl.ListFormat(localeOf(lang), { type }).format(items);
}
