import type { Edit, Fix, Span } from '../../records/finding.ts';
import { type MarkdownDocument, spanAt } from '../../records/markdown.ts';

/** The fix that puts other text in the place of a span. */
export function replaceWith(span: Span, text: string): Fix {
  return { edits: [{ span, text }] };
}

/** The fix that takes out a span, with its line where nothing else stands on it. */
export function deleteSpan(document: MarkdownDocument, span: Span): Fix {
  return { edits: [{ span: wholeLines(document, span), text: '' }] };
}

/** One edit at offsets of a document. */
export function editAt(document: MarkdownDocument, start: number, end: number, text: string): Edit {
  return { span: spanAt(document, start, end), text };
}

/** A span grown to whole lines where only white space stands beside it, and over one empty line below. */
function wholeLines(document: MarkdownDocument, span: Span): Span {
  const { text } = document;
  const start = text.lastIndexOf('\n', span.start.offset - 1) + 1;
  const isFirst = /^[ \t]*$/.test(text.slice(start, span.start.offset));
  const rest = /^[ \t]*(?:\r?\n|$)/.exec(text.slice(span.end.offset))?.[0];
  if (!isFirst || rest === undefined) return span;
  const end = span.end.offset + rest.length;
  const above = /(?:^|\n)[ \t]*\r?\n$/.test(text.slice(0, start));
  const below = /^[ \t]*\r?\n/.exec(text.slice(end))?.[0] ?? '';
  return spanAt(document, start, end + (above ? below.length : 0));
}
