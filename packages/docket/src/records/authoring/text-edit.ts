/** One replacement in a text, by offsets in UTF-16 units; `start` equal to `end` inserts. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Makes edits to a text; every character outside them stays as it is.
 * @throws {RangeError} where two edits overlap or one leaves the text
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start < at || edit.end < edit.start || edit.end > text.length) {
      throw new RangeError(
        `The edit at ${edit.start} to ${edit.end} overlaps one that ends at ${at}`,
      );
    }
    pieces.push(text.slice(at, edit.start), edit.text);
    at = edit.end;
  }
  return pieces.join('') + text.slice(at);
}
