/** A line of a text, without white space at its end. */
export interface SourceLine {
  readonly text: string;
  /** Offset of its first sign in the text. */
  readonly start: number;
}

/** Cuts a text into its lines. */
export function sourceLines(text: string): SourceLine[] {
  const lines: SourceLine[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    lines.push({ text: line.trimEnd(), start });
    start += line.length + 1;
  }
  return lines;
}

/** Offset after the last sign of a line. */
export function endOf(line: SourceLine): number {
  return line.start + line.text.length;
}

/** A line without its first signs. */
export function without(line: SourceLine, length: number): SourceLine {
  return { text: line.text.slice(length), start: line.start + length };
}

/** Stretches of a text in which lines follow one another, as the ends of their first and last lines. */
export function stretchesOf(
  text: string,
  lines: readonly SourceLine[],
): { readonly start: number; readonly end: number }[] {
  const stretches: { start: number; end: number }[] = [];
  for (const line of lines) {
    const last = stretches.at(-1);
    if (last && /^\s*$/.test(text.slice(last.end, line.start))) last.end = endOf(line);
    else stretches.push({ start: line.start, end: endOf(line) });
  }
  return stretches;
}
