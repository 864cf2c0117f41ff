import { AuthoringError } from '../../records/authoring/problem.ts';
import type { TextEdit } from '../../records/authoring/text-edit.ts';
import type { Edit, Fix, Span } from '../../records/finding.ts';
import { type MarkdownDocument, spanAt } from '../../records/markdown.ts';

/** The fix that puts other text in the place of a span. */
export function replaceWith(span: Span, text: string): Fix {
  return { edits: [{ span, text }] };
}

/** The fix that takes out a span with its lines; `undefined` where something else stands on them. */
export function deleteLines(document: MarkdownDocument, span: Span): Fix | undefined {
  const lines = wholeLines(document, span);
  return lines && { edits: [{ span: lines, text: '' }] };
}

/** The fix that makes an edit of the frontmatter; `undefined` where its form does not allow that. */
export function fixBy(
  document: MarkdownDocument,
  make: () => TextEdit | undefined,
): Fix | undefined {
  try {
    const edit = make();
    return edit && { edits: [editAt(document, edit.start, edit.end, edit.text)] };
  } catch (error) {
    if (error instanceof AuthoringError) return undefined;
    throw error;
  }
}

/** One edit at offsets of a document. */
export function editAt(document: MarkdownDocument, start: number, end: number, text: string): Edit {
  return { span: spanAt(document, start, end), text };
}

/** A span grown to whole lines, and over the empty line below where there is one above. */
function wholeLines(document: MarkdownDocument, span: Span): Span | undefined {
  const { text } = document;
  const start = text.lastIndexOf('\n', span.start.offset - 1) + 1;
  const isFirst = /^[ \t]*$/.test(text.slice(start, span.start.offset));
  const rest = /^[ \t]*(?:\r?\n|$)/.exec(text.slice(span.end.offset))?.[0];
  if (!isFirst || rest === undefined) return undefined;
  const end = span.end.offset + rest.length;
  const before = text.slice(text.lastIndexOf('\n', start - 2) + 1, start);
  const above = start > 0 && /^[ \t]*\r?\n$/.test(before);
  const below = /^[ \t]*\r?\n/.exec(text.slice(end))?.[0] ?? '';
  return spanAt(document, start, end + (above ? below.length : 0));
}
