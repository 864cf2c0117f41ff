import type { MarkdownDocument } from './markdown.ts';
import { nodesOf } from './nodes.ts';

/** Words a person reads in a minute of technical prose. */
const WORDS_PER_MINUTE = 220;

/** How many whole minutes a document takes to read, at least one. Blocks of code are looked at, not read. */
export function readingMinutes(document: MarkdownDocument): number {
  const { text, inlineCode } = nodesOf(document);
  const words = [...text, ...inlineCode].reduce(
    (sum, { value }) => sum + (value.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0),
    0,
  );
  return Math.max(1, Math.round(words / WORDS_PER_MINUTE));
}
