import type { Span } from './finding.ts';
import { type MarkdownDocument, spanOf } from './markdown.ts';
import { nodesOf } from './nodes.ts';
import type { DocketRecord } from './record.ts';

/** A path of the repository that a record names in backticks. */
export interface PathMention {
  /** From the root, without a slash at the end. */
  readonly path: string;
  readonly span: Span;
}

/** Folders and a last part, all of plain letters: no pattern, no placeholder, no address, no command. */
const PATH = /^(?:\.?[\w@+-][\w.@+-]*\/)+(?:[\w.@+-]+)?$/;

/** Collects the paths that a document names in running code, in order. */
export function readPathMentions(document: MarkdownDocument): PathMention[] {
  return nodesOf(document).inlineCode.flatMap((node) =>
    node.value.includes('/') && PATH.test(node.value) && !/(?:^|\/)\.{1,2}(?:\/|$)/.test(node.value)
      ? [{ path: node.value.replace(/\/$/, ''), span: spanOf(document, node) }]
      : [],
  );
}

/** The paths that an accepted decision names; others may speak of what is not there yet, or no more. */
export function pathMentions(record: DocketRecord): readonly PathMention[] {
  return record.kind === 'adr' && record.fields.status.value === 'Accepted'
    ? record.namedPaths
    : [];
}
