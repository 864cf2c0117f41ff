import { isTemplateSentence } from '../dialects/placeholder.ts';
import { type MarkdownDocument, plainText, spanAt } from '../markdown.ts';
import { nodesOf } from '../nodes.ts';
import type { AdrRecord } from '../record.ts';
import { hasContent, type Section } from '../sections.ts';
import { shownName } from '../shown-name.ts';
import type { TemplateContract } from '../template.ts';
import { AuthoringError } from './problem.ts';

/** What a template left for the author, at its place. */
interface Unfilled {
  readonly at: number;
  readonly what: string;
}

const MOST_NAMED = 3;

/**
 * Holds that a record says something of its own, before it is accepted.
 * @param template what records are held to, where there is such a template
 * @throws {AuthoringError} with the places that are still as a template has them
 */
export function assertFilled(adr: AdrRecord, template: TemplateContract | undefined): void {
  const found = [...placeholdersIn(adr.document, template), ...emptyIn(adr)];
  if (found.length === 0) return;
  const told = found
    .sort((a, b) => a.at - b.at)
    .slice(0, MOST_NAMED)
    .map(({ at, what }) => {
      const { line, column } = spanAt(adr.document, at, at).start;
      return `${adr.path}:${line}:${column}: ${what}`;
    });
  const more = found.length - told.length;
  throw new AuthoringError(
    `\`${shownName(adr)}\` is not written yet\n  ${told.join('\n  ')}${more > 0 ? `\n  and ${more} more` : ''}`,
    'replace what the template left, then accept the record',
  );
}

/** Words in braces, as MADR's template and Docket's have them, and sentences of the templates of tools. */
function placeholdersIn(
  document: MarkdownDocument,
  template: TemplateContract | undefined,
): Unfilled[] {
  const own = [...(template?.placeholders ?? [])].filter((text) => text.startsWith('{'));
  return nodesOf(document).text.flatMap((node): Unfilled[] => {
    const start = node.position?.start.offset;
    if (start === undefined) return [];
    const source = document.text.slice(start, node.position?.end.offset);
    const braces = [...source.matchAll(/\{[^{}]+\}/g)]
      .filter(([text]) => WORDS.test(text) || own.includes(text))
      .map(({ 0: text, index }) => ({ at: start + index, what: `\`${onOneLine(text)}\`` }));
    const sentence = isTemplateSentence(node.value.replace(/\s+/g, ' ').trim());
    return sentence ? [...braces, { at: start, what: `\`${onOneLine(node.value)}\`` }] : braces;
  });
}

/** Several words in braces, and nothing that code has between them. */
const WORDS =
  /^\{\p{L}[\p{L}\p{N}'’]*(?:[\s,.;|…/()?&"“”’'-]+[\p{L}\p{N}'’]+)+[\s,.;|…/()?&"“”’'-]*\}$/u;

function onOneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}

/** The sections that say why and what was decided, where nothing stands in them. */
function emptyIn({ sections }: AdrRecord): Unfilled[] {
  return (['context', 'decision'] as const).flatMap((role) => {
    const section: Section | undefined = sections.get(role);
    if (!section || (hasContent(section) && !isOpen(section))) return [];
    return [{ at: section.span.start.offset, what: `\`${section.title}\` says nothing yet` }];
  });
}

function isOpen({ blocks, children }: Section): boolean {
  if (children.length > 0) return false;
  const text = blocks
    .map((block) => plainText(block))
    .join(' ')
    .trim();
  return /^\W*(?:todo|tbd|to be (?:decided|defined|written))\W*$/i.test(text);
}
