import type { List, RootContent } from 'mdast';
import type { Span } from './finding.ts';
import { type LabelLine, readLabelLines } from './labels.ts';
import { type MarkdownDocument, plainText, spanOf } from './markdown.ts';
import { findSection, type Outline } from './sections.ts';

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
  /** The label lines of the Metadata section, where it has one. */
  readonly metadataLines: readonly LabelLine[];
}

/** Reads the body of a specification. Never throws. */
export function readSpec(document: MarkdownDocument, outline: Outline): SpecBody {
  const steps = findSection(outline.sections, 'Validation steps');
  const metadata = findSection(outline.sections, 'Metadata');
  return {
    steps: steps ? numberedItems(document, steps.blocks) : [],
    metadataLines: metadata ? readLabelLines(document, metadata.blocks) : [],
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
