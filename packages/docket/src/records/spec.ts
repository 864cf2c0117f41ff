import type { List, RootContent } from 'mdast';
import type { Span } from './finding.ts';
import { type MarkdownDocument, plainText, spanOf } from './markdown.ts';
import type { Sections } from './roles.ts';

/** One step by which a specification's result is validated. */
export interface ValidationStep {
  /** As numbered in the specification. */
  readonly number: number;
  readonly text: string;
  readonly span: Span;
}

/** What the body of a specification says. */
export interface SpecBody {
  readonly steps: readonly ValidationStep[];
}

/** Reads the body of a specification. Never throws. */
export function readSpec(document: MarkdownDocument, sections: Sections): SpecBody {
  const steps = sections.get('steps');
  return {
    steps: steps ? numberedItems(document, steps.blocks) : [],
  };
}

/** The items of the numbered lists among the blocks, each with the number a reader sees. */
export function numberedItems(
  document: MarkdownDocument,
  blocks: readonly RootContent[],
): ValidationStep[] {
  return blocks
    .filter((block): block is List => block.type === 'list' && block.ordered === true)
    .flatMap((list) =>
      list.children.map((item, index) => ({
        number: (list.start ?? 1) + index,
        text: plainText(item),
        span: spanOf(document, item),
      })),
    );
}
