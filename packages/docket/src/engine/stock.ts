import remarkLintNoBlockquoteWithoutMarker from 'remark-lint-no-blockquote-without-marker';
import remarkLintNoDuplicateDefinitions from 'remark-lint-no-duplicate-definitions';
import remarkLintNoHeadingLikeParagraph from 'remark-lint-no-heading-like-paragraph';
import remarkLintNoUndefinedReferences from 'remark-lint-no-undefined-references';
import remarkLintNoUnusedDefinitions from 'remark-lint-no-unused-definitions';
import type { Plugin } from 'unified';
import { ALERT_MARK } from '../records/alert.ts';
import type { Severity } from '../records/finding.ts';
import type { MarkdownDocument } from '../records/markdown.ts';
import { nodesOf } from '../records/nodes.ts';
import { NEW_ADR } from '../rules/index.ts';
import type { Patch } from './define.ts';

/** A rule of remark-lint that runs beside Docket's own. */
export interface StockRule {
  /** `remark-lint:` and the name that remark-lint gives it. */
  readonly id: string;
  readonly severity: Exclude<Severity, 'info'>;
  /** What must hold, as one sentence. */
  readonly summary: string;
  /** What goes wrong otherwise. */
  readonly why: string;
  /** A change to the example repository that it finds. */
  readonly example: readonly Patch[];
  readonly plugin: Plugin<[]>;
  /** What the rule is told besides its severity. */
  readonly pluginOptions?: unknown;
  /** How to fix what it finds; its messages only say what is wrong. */
  readonly help: string;
  /** Whether a document holds what the rule is about at all: most do not, and a walk of the tree is saved. */
  concerns(document: MarkdownDocument): boolean;
}

// Looking for plain text first: the patterns try every line.
const hasDefinition = ({ text }: MarkdownDocument): boolean =>
  text.includes(']:') && /^[ \t>]*\[[^\]\n]+\]:/m.test(text);

/** The stock rules: those that catch text which Markdown shows in another way than its author meant. */
export const STOCK_RULES: readonly StockRule[] = [
  {
    id: 'remark-lint:no-undefined-references',
    severity: 'warning',
    summary: 'A reference in square brackets has a definition.',
    why: 'Without its definition, a reference is shown as text in brackets, and its link is lost.',
    example: [
      {
        change: NEW_ADR,
        from: 'Sticky routing',
        to: 'As [the test][load-test] showed, sticky routing',
      },
    ],
    plugin: remarkLintNoUndefinedReferences as Plugin<[]>,
    // The mark of an alert is no reference, and a backslash would take the alert away on GitHub.
    pluginOptions: { allow: [ALERT_MARK] },
    help: 'add the definition, or write a backslash before the bracket',
    concerns: (document) => nodesOf(document).text.some(({ value }) => value.includes('[')),
  },
  {
    id: 'remark-lint:no-duplicate-definitions',
    severity: 'error',
    summary: 'Each label is defined once.',
    why: 'Markdown uses the first definition and silently drops the others.',
    example: [
      {
        change: NEW_ADR,
        from: '## References\n',
        to: '## References\n\n[redis]: https://redis.io/docs\n[Redis]: https://redis.io/\n\nSee [Redis].\n',
      },
    ],
    plugin: remarkLintNoDuplicateDefinitions as Plugin<[]>,
    help: 'delete the second definition: Markdown uses only the first',
    concerns: hasDefinition,
  },
  {
    id: 'remark-lint:no-unused-definitions',
    severity: 'warning',
    summary: 'Every definition is used.',
    why: 'A definition shows nothing by itself; an unused one is a link that someone meant to keep.',
    example: [
      {
        change: NEW_ADR,
        from: '## References\n',
        to: '## References\n\n[redis]: https://redis.io/docs\n',
      },
    ],
    plugin: remarkLintNoUnusedDefinitions as Plugin<[]>,
    help: 'delete the definition, or use it',
    concerns: hasDefinition,
  },
  {
    id: 'remark-lint:no-heading-like-paragraph',
    severity: 'error',
    summary: 'A heading has at most six `#`.',
    why: 'With seven, it is a paragraph that starts with seven signs, and the section does not exist.',
    example: [{ change: NEW_ADR, from: '## Context\n', to: '## Context\n\n####### Details\n' }],
    plugin: remarkLintNoHeadingLikeParagraph as Plugin<[]>,
    help: 'use at most six `#`',
    concerns: ({ text }) => text.includes('#######') && /^[ \t>]*#{7}/m.test(text),
  },
  {
    id: 'remark-lint:no-blockquote-without-marker',
    severity: 'warning',
    summary: 'Every line of a quotation starts with `>`.',
    why: 'A line without it is still part of the quotation, which the author may not have meant.',
    example: [
      {
        change: NEW_ADR,
        from: '## Context\n',
        to: '## Context\n\n> Sessions were lost.\nSince then they are not.\n',
      },
    ],
    plugin: remarkLintNoBlockquoteWithoutMarker as Plugin<[]>,
    help: 'start the line with `>`, or leave an empty line before it',
    concerns: (document) => nodesOf(document).quotes.length > 0,
  },
];
