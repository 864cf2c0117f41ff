import type { PhrasingContent, RootContent } from 'mdast';
import type { Span } from './finding.ts';
import { type MarkdownDocument, plainText, spanAt, spanOf } from './markdown.ts';

/** A `**Label:** value` line. */
export interface LabelLine {
  /** Without the colon. */
  readonly label: string;
  /** Plain text of the value, without backticks. */
  readonly value: string;
  readonly span: Span;
}

/**
 * Reads `**Label:** value` lines, whether they stand as lines of one paragraph, as paragraphs or as list items.
 * Everything else is passed over.
 */
export function readLabelLines(
  document: MarkdownDocument,
  blocks: readonly RootContent[],
): LabelLine[] {
  return blocks.flatMap((block) => {
    if (block.type === 'paragraph') return fromPhrasing(document, block.children);
    if (block.type !== 'list') return [];
    return block.children.flatMap((item) =>
      item.children.flatMap((child) =>
        child.type === 'paragraph' ? fromPhrasing(document, child.children) : [],
      ),
    );
  });
}

function fromPhrasing(document: MarkdownDocument, nodes: readonly PhrasingContent[]): LabelLine[] {
  const lines: LabelLine[] = [];
  let label: PhrasingContent | undefined;
  let value: PhrasingContent[] = [];
  const flush = (): void => {
    if (!label) return;
    const start = spanOf(document, label).start.offset;
    const end = value.at(-1)?.position?.end.offset ?? spanOf(document, label).end.offset;
    lines.push({
      label: plainText(label).replace(/:$/, ''),
      value: plainText(value).replace(/^:\s*/, ''),
      span: spanAt(document, start, document.text.slice(0, end).trimEnd().length),
    });
  };
  for (const node of nodes) {
    if (node.type === 'strong' && startsLine(document, node)) {
      flush();
      label = node;
      value = [];
    } else if (label) {
      value.push(node);
    }
  }
  flush();
  return lines;
}

function startsLine(document: MarkdownDocument, node: PhrasingContent): boolean {
  const start = node.position?.start.offset ?? 0;
  const lineStart = document.text.lastIndexOf('\n', start - 1) + 1;
  return /^\s*(?:[-*+]\s+|\d+[.)]\s+)?$/.test(document.text.slice(lineStart, start));
}
