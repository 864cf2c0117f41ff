import type { ListItem, Nodes } from 'mdast';
import type { Span } from '../../records/finding.ts';
import {
  type MarkdownDocument,
  parseMarkdown,
  plainText,
  sourceOf,
  spanOf,
  walk,
} from '../../records/markdown.ts';

/** An item of a list with a box in front. */
export interface TaskItem {
  readonly isTicked: boolean;
  /** The first paragraph, as written, without the box. */
  readonly headline: string;
  /** What else the item says, as written, but for code and for tasks within it. */
  readonly lines: readonly string[];
  /** The heading above it; `undefined` where there is none. */
  readonly section: string | undefined;
  readonly span: Span;
}

/** The tasks of a text in its order. What stands in code, or in a comment, is none. */
export function taskItems(text: string): TaskItem[] {
  const document = parseMarkdown(text);
  const items: TaskItem[] = [];
  let section: string | undefined;
  walk(document.tree, (node) => {
    if (node.type === 'heading') section = plainText(node).trim() || undefined;
    if (node.type !== 'listItem' || node.checked === null || node.checked === undefined) return;
    const [headline = '', ...lines] = linesOf(document, node);
    items.push({
      isTicked: node.checked,
      headline: headline.trim(),
      lines,
      section,
      span: headSpan(document, node),
    });
  });
  return items;
}

function headSpan(document: MarkdownDocument, item: ListItem): Span {
  const span = spanOf(document, item);
  const [first] = item.children;
  return first ? { start: span.start, end: spanOf(document, first).end } : span;
}

function linesOf(document: MarkdownDocument, item: ListItem): string[] {
  return item.children.flatMap((child) => ownLines(document, child));
}

function ownLines(document: MarkdownDocument, node: Nodes): string[] {
  if (node.type === 'code' || node.type === 'html') return [];
  if (node.type === 'list') {
    return node.children.flatMap((child) =>
      typeof child.checked === 'boolean' ? [] : linesOf(document, child),
    );
  }
  return sourceOf(document, node)
    .replace(/^\[[ xX]\]\s+/, '')
    .split('\n')
    .map((line) => line.trim());
}
