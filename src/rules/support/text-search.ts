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
  return matches.filter(({ match }) => !isInside([...code, ...inlineCode], match.index));
}

/** Every match in the source of a document that begins in text a reader sees: not in code, HTML or an address. */
export function matchesInText(document: MarkdownDocument, pattern: RegExp): TextMatch[] {
  const matches = matchesInSource(document, pattern);
  if (matches.length === 0) return matches;
  const { text } = nodesOf(document);
  return matches.filter(({ match }) => isInside(text, match.index));
}

/** Whether an offset lies in one of the nodes. */
function isInside(nodes: readonly Nodes[], offset: number): boolean {
  return nodes.some(
    ({ position }) =>
      position !== undefined &&
      offset >= (position.start.offset ?? 0) &&
      offset < (position.end.offset ?? 0),
  );
}
