import { type MarkdownDocument, walk } from './markdown.ts';

/** Words a person reads in a minute of technical prose. */
const WORDS_PER_MINUTE = 220;

/** How many whole minutes a document takes to read, at least one. Blocks of code are looked at, not read. */
export function readingMinutes(document: MarkdownDocument): number {
  let words = 0;
  walk(document.tree, (node) => {
    if (node.type !== 'text' && node.type !== 'inlineCode') return;
    words += node.value.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0;
  });
  return Math.max(1, Math.round(words / WORDS_PER_MINUTE));
}
