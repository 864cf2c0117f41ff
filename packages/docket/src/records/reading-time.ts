import type { Span } from './finding.ts';
import type { MarkdownDocument } from './markdown.ts';
import { nodesOf } from './nodes.ts';

/** Words a person reads in a minute of technical prose. */
const WORDS_PER_MINUTE = 220;

/** How many whole minutes a document takes to read, at least one. Blocks of code are looked at, not read. */
export function readingMinutes(document: MarkdownDocument): number {
  return Math.max(1, Math.round(wordsIn(document) / WORDS_PER_MINUTE));
}

/** How many words stand in a document, or in a stretch of it. Blocks of code are not counted. */
export function wordsIn(document: MarkdownDocument, within?: Span): number {
  const { text, inlineCode } = nodesOf(document);
  const isInside = (offset = 0) =>
    !within || (offset >= within.start.offset && offset < within.end.offset);
  return [...text, ...inlineCode]
    .filter(({ position }) => isInside(position?.start.offset))
    .reduce((sum, { value }) => sum + (value.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0), 0);
}
