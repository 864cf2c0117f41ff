/** Items as a language lists them: `1 error, 1 warning and 2 notes`. */
export function listed(
  items: readonly string[],
  lang: string,
  type: 'conjunction' | 'disjunction' = 'conjunction',
): string {
  // American English has a comma before the last.
  return new Intl.ListFormat(lang === 'en' ? 'en-GB' : lang, { type }).format(items);
}
