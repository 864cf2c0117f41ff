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
  return [...document.text.matchAll(pattern)].map((match) => ({
    match,
    span: spanAt(document, match.index, match.index + match[0].length),
  }));
}

/** Every match in the source of a document that does not begin in code. */
export function matchesOutsideCode(document: MarkdownDocument, pattern: RegExp): TextMatch[] {
  const matches = matchesInSource(document, pattern);
  if (matches.length === 0) return matches;
  const { code, inlineCode } = nodesOf(document);
  return matches.filter(
    ({ match }) => !isInside(code, match.index) && !isInside(inlineCode, match.index),
  );
}

/** Every match in the source of a document that begins in text a reader sees: not in code, HTML or an address. */
export function matchesInText(document: MarkdownDocument, pattern: RegExp): TextMatch[] {
  const matches = matchesInSource(document, pattern);
  if (matches.length === 0) return matches;
  const { text } = nodesOf(document);
  return matches.filter(({ match }) => isInside(text, match.index));
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
