/** Stretches of a generated text and where each stood before: start, length, original start, original length. */
export type Maps = readonly (readonly [number, number, number, number, ...unknown[]])[];

/** Where a place of the generated text stood; a place between two stretches stands at the end of the one before. */
export function mapped(maps: Maps, offset: number): number {
  let last = 0;
  for (const [start, length, original, originalLength] of maps) {
    if (offset < start) return last;
    if (offset < start + length) return original + Math.min(offset - start, originalLength);
    last = original + originalLength;
  }
  return last;
}

/** The offset of a line and a column, both counted from one. */
export function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let left = line - 1; left > 0; left -= 1) {
    const end = text.indexOf('\n', start);
    if (end < 0) return text.length;
    start = end + 1;
  }
  return Math.min(start + column - 1, text.length);
}

/** The line and the column of an offset, both counted from one. */
export function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}
