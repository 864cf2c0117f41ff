import type { Code } from 'mdast';
import type { Span } from '../../records/finding.ts';
import { type MarkdownDocument, spanAt } from '../../records/markdown.ts';

/** The text of one line of a code block, counted from 1; the fence stands before the first. */
export function spanOfLine(document: MarkdownDocument, node: Code, line: number): Span {
  const wanted = (node.position?.start.line ?? 1) + line;
  const start =
    document.lines.toOffset({ line: wanted, column: 1 }) ?? node.position?.start.offset ?? 0;
  const end = document.text.indexOf('\n', start);
  return spanAt(document, start, end < 0 ? document.text.length : end);
}
