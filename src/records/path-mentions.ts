import type { Span } from './finding.ts';
import { spanOf } from './markdown.ts';
import { perObject } from './memo.ts';
import { nodesOf } from './nodes.ts';
import type { DocketRecord } from './record.ts';

/** A path of the repository that a decision names in backticks. */
export interface PathMention {
  /** From the root, without a slash at the end. */
  readonly path: string;
  readonly span: Span;
}

/** Folders and a last part, all of plain letters: no pattern, no placeholder, no address, no command. */
const PATH = /^(?:\.?[\w@+-][\w.@+-]*\/)+(?:[\w.@+-]+)?$/;

/** The paths that an accepted decision names in running code; others may speak of what is not there yet, or no more. */
export const pathMentions = perObject((record: DocketRecord): readonly PathMention[] => {
  if (record.kind !== 'adr' || record.metadata.status !== 'Accepted') return [];
  const { document } = record;
  return nodesOf(document).inlineCode.flatMap((node) =>
    node.value.includes('/') && PATH.test(node.value) && !/(?:^|\/)\.{1,2}(?:\/|$)/.test(node.value)
      ? [{ path: node.value.replace(/\/$/, ''), span: spanOf(document, node) }]
      : [],
  );
});
