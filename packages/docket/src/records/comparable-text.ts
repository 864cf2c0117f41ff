/**
 * A Markdown text without what no reader sees: a byte-order mark, how lines end, spaces at their ends but for the two
 * of a hard break, and white space after the last line.
 */
export function comparableText(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/(?<![ \t])[ \t]+$/gm, (spaces) => (/ {2}$/.test(spaces) ? '  ' : ''))
    .trimEnd();
}
