const LONGEST_QUOTE = 60;

/** A value between backticks, shortened where it is long; a list or mapping is named, not printed. */
export function quote(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'empty list' : 'list';
  if (value instanceof Date) return `\`${value.toISOString()}\``;
  if (typeof value === 'object' && value !== null) return 'mapping';
  const text = String(value).replace(/\s+/g, ' ').trim();
  if (text === '') return 'empty text';
  const shown =
    text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE - 1).trimEnd()}…` : text;
  return `\`${shown.replaceAll('`', "'")}\``;
}

/** `a`, `a or b`, `a, b or c`. */
export function joinWords(words: readonly string[], last: 'and' | 'or'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

/** Each value between backticks, joined as a sentence names them. */
export function quoteAll(values: readonly string[], last: 'and' | 'or'): string {
  return joinWords(values.map(quote), last);
}

/** `1 section`, `2 sections`. */
export function count(amount: number, singular: string, plural = `${singular}s`): string {
  return `${amount} ${amount === 1 ? singular : plural}`;
}
