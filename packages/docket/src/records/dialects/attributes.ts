import type { MarkdownDocument } from '../markdown.ts';
import { comparableLabel } from './field-names.ts';
import { linesOf } from './line.ts';
import { isKnownLabel, type Statement } from './statement.ts';

/**
 * Reads the attributes of AsciiDoc and the fields of reStructuredText. A prefix that several names share, as in
 * `:sdd_status:` and `:sdd_date:`, is no part of what they name.
 */
export function statementsOfAttributes(document: MarkdownDocument): Statement[] {
  const labels = document.attributes.map(({ name }) => comparableLabel(name));
  const shared = Map.groupBy(labels.map(splitPrefix).filter(isNamed), ({ prefix }) => prefix);
  return document.attributes.map(({ children }, index): Statement => {
    const label = labels[index] ?? '';
    const { prefix, rest } = splitPrefix(label);
    const isPrefixed = !isKnownLabel(label) && (shared.get(prefix)?.length ?? 0) > 1;
    return {
      label: isPrefixed ? rest : label,
      lines: linesOf(document, children).map((line) => ({ line, isItem: true })),
      source: 'attribute',
    };
  });
}

interface Prefixed {
  readonly prefix: string;
  readonly rest: string;
}

function splitPrefix(label: string): Prefixed {
  const at = label.indexOf(' ');
  return { prefix: label.slice(0, Math.max(at, 0)), rest: label.slice(at + 1) };
}

function isNamed({ prefix, rest }: Prefixed): boolean {
  return prefix !== '' && isKnownLabel(rest);
}
