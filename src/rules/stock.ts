import remarkLintNoBlockquoteWithoutMarker from 'remark-lint-no-blockquote-without-marker';
import remarkLintNoDuplicateDefinitions from 'remark-lint-no-duplicate-definitions';
import remarkLintNoHeadingLikeParagraph from 'remark-lint-no-heading-like-paragraph';
import remarkLintNoUndefinedReferences from 'remark-lint-no-undefined-references';
import remarkLintNoUnusedDefinitions from 'remark-lint-no-unused-definitions';
import type { Plugin } from 'unified';
import type { Severity } from '../records/finding.ts';
import type { MarkdownDocument } from '../records/markdown.ts';
import { nodesOf } from '../records/nodes.ts';

/** A rule of remark-lint that runs beside Docket's own. */
export interface StockRule {
  /** As remark-lint names it; in a report it follows `remark-lint:`. */
  readonly id: string;
  readonly severity: Exclude<Severity, 'info'>;
  readonly plugin: Plugin<[]>;
  /** How to mend what it finds; its messages only say what is wrong. */
  readonly help: string;
  /** Whether a document holds what the rule is about at all: most do not, and a walk of the tree is saved. */
  concerns(document: MarkdownDocument): boolean;
}

const hasDefinition = ({ text }: MarkdownDocument): boolean => /^[ \t>]*\[[^\]\n]+\]:/m.test(text);

/** The stock rules: those that catch text which Markdown shows in another way than its author meant. */
export const STOCK_RULES: readonly StockRule[] = [
  {
    id: 'no-undefined-references',
    severity: 'warning',
    plugin: remarkLintNoUndefinedReferences as Plugin<[]>,
    help: 'add the definition, or write a backslash before the bracket',
    concerns: (document) => nodesOf(document).text.some(({ value }) => value.includes('[')),
  },
  {
    id: 'no-duplicate-definitions',
    severity: 'error',
    plugin: remarkLintNoDuplicateDefinitions as Plugin<[]>,
    help: 'delete the second definition: Markdown uses only the first',
    concerns: hasDefinition,
  },
  {
    id: 'no-unused-definitions',
    severity: 'warning',
    plugin: remarkLintNoUnusedDefinitions as Plugin<[]>,
    help: 'delete the definition, or refer to it',
    concerns: hasDefinition,
  },
  {
    id: 'no-heading-like-paragraph',
    severity: 'error',
    plugin: remarkLintNoHeadingLikeParagraph as Plugin<[]>,
    help: 'use at most six `#`',
    concerns: ({ text }) => /^[ \t>]*#{7}/m.test(text),
  },
  {
    id: 'no-blockquote-without-marker',
    severity: 'warning',
    plugin: remarkLintNoBlockquoteWithoutMarker as Plugin<[]>,
    help: 'start the line with `>`, or leave an empty line before it',
    concerns: ({ text }) => /^[ \t]*>/m.test(text),
  },
];
