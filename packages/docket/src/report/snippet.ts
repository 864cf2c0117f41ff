import type { Point, Span } from '../records/finding.ts';
import { type Cell, cellsOf } from './screen-text.ts';

/** A source line and the marks below it, both at most as wide as asked for. */
export interface Snippet {
  readonly source: string;
  /** Blanks, then marks below the span. */
  readonly marks: string;
}

/**
 * Shows the line of a text on which a span begins, cut around the span where it is too long.
 * @param mark the character to underline with
 * @returns `undefined` where the text has no such line
 */
export function snippetOf(
  text: string,
  span: Span,
  mark: string,
  width: number,
): Snippet | undefined {
  const whole = lineOf(text, span.start);
  if (whole === undefined) return undefined;
  // No more of a line is looked at than could be shown.
  const cut = Math.max(0, span.start.column - 1 - 2 * width);
  const line = whole.slice(cut, span.start.column + 4 * width);
  const cells = cellsOf(line);
  const start = span.start.column - 1 - cut;
  const end =
    span.end.line === span.start.line
      ? Math.min(span.end.column - 1 - cut, line.length)
      : line.length;
  const first = indexAt(cells, start);
  const last = Math.max(first + 1, indexAt(cells, end));
  const [from, to] = windowOf(cells, first, last, width);
  const shown = cells.slice(from, to);
  const before = from > 0 || cut > 0 ? '…' : '';
  const after = to < cells.length || cut + line.length < whole.length ? '…' : '';
  const marked = widthOfCells(cells.slice(first, Math.min(last, to)));
  return {
    source: `${before}${shown.map((cell) => cell.text).join('')}${after}`,
    marks: `${' '.repeat(before.length + widthOfCells(cells.slice(from, first)))}${mark.repeat(Math.max(marked, 1))}`,
  };
}

/** The line of a text on which a place is, without its line end; `undefined` where there is none. */
export function lineOf(text: string, { line, column, offset }: Point): string | undefined {
  if (offset > text.length) return undefined;
  let start = Math.max(0, offset - column + 1);
  // A place that was found before the text was read has a line and no offset.
  if (offset === 0) {
    for (let at = 1; at < line; at += 1) {
      start = text.indexOf('\n', start) + 1;
      if (start === 0) return undefined;
    }
  }
  const end = text.indexOf('\n', start);
  return text.slice(start, end < 0 ? undefined : end).replace(/\r$/, '');
}

/** Index of the cell at a UTF-16 offset of the line; the number of cells at or after its end. */
function indexAt(cells: readonly Cell[], offset: number): number {
  const after = cells.findIndex((cell) => cell.offset > offset);
  if (after > 0) return after - 1;
  const last = cells.at(-1);
  return last && last.offset + last.text.length > offset ? cells.length - 1 : cells.length;
}

/** The cells to show: all of them, or as many as fit, with the span's start in the first third. */
function windowOf(
  cells: readonly Cell[],
  first: number,
  last: number,
  width: number,
): [from: number, to: number] {
  if (widthOfCells(cells) <= width) return [0, cells.length];
  const room = Math.max(width - 2, 1);
  const spanWidth = widthOfCells(cells.slice(first, last));
  const lead = Math.max(Math.min(Math.floor(room / 3), room - spanWidth), 0);
  let from = Math.min(first, cells.length - 1);
  for (let used = 0; from > 0 && used + (cells[from - 1]?.width ?? 0) <= lead; from -= 1) {
    used += cells[from - 1]?.width ?? 0;
  }
  let to = from;
  for (let used = 0; to < cells.length && used + (cells[to]?.width ?? 0) <= room; to += 1) {
    used += cells[to]?.width ?? 0;
  }
  // Room left over at the end of the line is given to its start.
  let spare = room - widthOfCells(cells.slice(from, to));
  while (from > 0 && (cells[from - 1]?.width ?? 0) <= spare) {
    spare -= cells[from - 1]?.width ?? 0;
    from -= 1;
  }
  return [from, to];
}

function widthOfCells(cells: readonly Cell[]): number {
  return cells.reduce((sum, cell) => sum + cell.width, 0);
}
