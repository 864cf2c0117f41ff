import type { Line } from '../dialects/line.ts';

/** A stretch of a text, by offsets in UTF-16 units. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/**
 * Where a part of a line stands in the source.
 * @returns `undefined` where the source writes it in another way, such as with escapes, or more than once
 */
export function placeIn(
  text: string,
  line: Line,
  from: number,
  to: number = line.text.length,
): Place | undefined {
  const pieces = line.pieces.filter((piece) => piece.at < to && piece.at + piece.length > from);
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (!first || !last) return undefined;
  const words = line.text.slice(from, to);
  const start = first.start + Math.max(from - first.at, 0);
  if (first === last && text.slice(start, start + words.length) === words) {
    const isPlain = first.end - first.start === first.length;
    if (isPlain) return { start, end: start + words.length };
  }
  const source = text.slice(first.start, last.end);
  const at = source.indexOf(words);
  if (at < 0 || source.indexOf(words, at + 1) >= 0) return undefined;
  return { start: first.start + at, end: first.start + at + words.length };
}

/** The whole lines of the source that hold a place, without the last line's end. */
export function linesAround(text: string, { start, end }: Place): Place {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', Math.max(end, from));
  const to = next < 0 ? text.length : next;
  return { start: from, end: to > from && text[to - 1] === '\r' ? to - 1 : to };
}

/** The line end that a text uses. */
export function lineEndOf(text: string): string {
  return /^[^\n]*\r\n/.test(text) ? '\r\n' : '\n';
}

/** Where the words of a line stand in the source, with the marks of links that they open or close. */
export function extentOf(text: string, line: Line): Place | undefined {
  const [first, last] = [line.pieces[0], line.pieces.at(-1)];
  if (!first || !last) return undefined;
  const isOpened = first.url !== undefined && text[first.start - 1] === '[';
  const closed =
    last.url === undefined
      ? undefined
      : /^\](?:\((?:[^()\n]|\([^()\n]*\))*\)|\[[^\]\n]*\])?/.exec(text.slice(last.end))?.[0];
  return withWholeMarks(text, {
    start: first.start - (isOpened ? 1 : 0),
    end: last.end + (closed?.length ?? 0),
  });
}

/** A place with the other half of marks for emphasis that begin or end inside it. */
function withWholeMarks(text: string, { start, end }: Place): Place {
  let place = { start, end };
  for (const mark of ['**', '__', '*', '_', '~~']) {
    const isHalf = text.slice(place.start, place.end).split(mark).length % 2 === 0;
    if (isHalf && text.startsWith(mark, place.end))
      place = { ...place, end: place.end + mark.length };
    else if (isHalf && text.slice(0, place.start).endsWith(mark))
      place = { ...place, start: place.start - mark.length };
  }
  return place;
}
