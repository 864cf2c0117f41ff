import type { Nodes } from 'mdast';
import type { Span } from '../../records/finding.ts';
import { type MarkdownDocument, spanAt } from '../../records/markdown.ts';
import { nodesOf } from '../../records/nodes.ts';

/** A match of a pattern with its place. */
export interface TextMatch {
  readonly match: RegExpExecArray;
  readonly span: Span;
}

/** Every match in the source of a document, frontmatter and code included. */
export function matchesInSource(document: MarkdownDocument, pattern: RegExp): TextMatch[] {
  return matchesWhere(document, pattern, () => true);
}

/** The matches whose start is wanted; only those get a place. */
function matchesWhere(
  document: MarkdownDocument,
  pattern: RegExp,
  isWanted: (offset: number) => boolean,
): TextMatch[] {
  const found: TextMatch[] = [];
  for (const match of document.text.matchAll(pattern)) {
    if (!isWanted(match.index)) continue;
    found.push({ match, span: spanAt(document, match.index, match.index + match[0].length) });
  }
  return found;
}

/** Every match in the source of a document that does not begin in code. */
export function matchesOutsideCode(document: MarkdownDocument, pattern: RegExp): TextMatch[] {
  return matchesWhere(document, pattern, (offset) => {
    const { code, inlineCode } = nodesOf(document);
    return !isInside(code, offset) && !isInside(inlineCode, offset);
  });
}

/** Every match in the source of a document that begins in text a reader sees: not in code, HTML or an address. */
export function matchesInText(document: MarkdownDocument, pattern: RegExp): TextMatch[] {
  return matchesWhere(document, pattern, (offset) => isInside(nodesOf(document).text, offset));
}

/** Whether an offset lies in one of the nodes, which are in document order and do not overlap. */
function isInside(nodes: readonly Nodes[], offset: number): boolean {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const { start, end } = nodes[middle]?.position ?? {};
    if (start?.offset === undefined || end?.offset === undefined) return false;
    if (offset < start.offset) high = middle;
    else if (offset >= end.offset) low = middle + 1;
    else return true;
  }
  return false;
}
