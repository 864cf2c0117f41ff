import type { Frontmatter } from '../frontmatter.ts';
import type { MarkdownDocument } from '../markdown.ts';
import { comparableLabel } from './field-names.ts';
import { statementsOfLines } from './labelled.ts';
import { lineOfText } from './line.ts';
import type { Statement, ValueLine } from './statement.ts';

/** Reads the keys of the frontmatter. Where it is no YAML, its lines are read as labelled lines. */
export function statementsOfYaml(
  document: MarkdownDocument,
  frontmatter: Frontmatter,
): Statement[] {
  const { start, end } = frontmatter.body;
  if (frontmatter.problems.length > 0) {
    let offset = start;
    const lines = document.text
      .slice(start, end)
      .split('\n')
      .map((text): ValueLine => {
        const from = offset;
        offset += text.length + 1;
        const line = {
          text: text.trimEnd(),
          pieces: [
            {
              at: 0,
              length: text.trimEnd().length,
              start: from,
              end: from + text.trimEnd().length,
              url: undefined,
              isStrong: false,
            },
          ],
        };
        return { line, isItem: false };
      })
      .filter(({ line }) => !/^\s*#/.test(line.text));
    return statementsOfLines(lines, 'yaml');
  }
  return Object.entries(frontmatter.data).map(([key, value]) => {
    const spanOf = (index?: number) => frontmatter.valueSpan(key, index);
    const line = (text: unknown, index?: number): ValueLine => {
      const span = spanOf(index);
      return {
        line: lineOfText(String(text), span.start.offset, span.end.offset),
        isItem: true,
      };
    };
    return {
      label: comparableLabel(key),
      lines: valuesOf(value).map((text, index) =>
        line(text, Array.isArray(value) ? index : undefined),
      ),
      source: 'yaml' as const,
    };
  });
}

/** The texts of a value. `{accepted}` is a mapping to YAML and a word in a template's braces to its author. */
function valuesOf(value: unknown): readonly unknown[] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) {
    return value.map(
      (item: unknown) =>
        inPart(item) ??
        (typeof item === 'object' && item !== null ? (valuesOf(item)[0] ?? '') : (item ?? '')),
    );
  }
  if (typeof value !== 'object') return [value];
  const entries = Object.entries(value);
  return entries.every(([, inner]) => inner === null) ? entries.map(([key]) => key) : [];
}

/** Sections of a record, `{ adr: ADR-007, sections: [Retention] }`, as a sentence has them. */
function inPart(item: unknown): string | undefined {
  if (typeof item !== 'object' || item === null || !('adr' in item)) return undefined;
  const sections = 'sections' in item && Array.isArray(item.sections) ? item.sections : [];
  const names = sections.filter((name) => typeof name === 'string' && !/[(),;]/.test(name));
  return `${String(item.adr)}${names.length > 0 ? ` (sections ${names.join('; ')})` : ''}`;
}

/** What MADR's template says in comments. */
const TEMPLATE_COMMENT =
  /optional element|feel free|jekyll|remove|template|front ?matter|metadata|[.:]$/i;

/** A heading that was written inside the frontmatter, where it is a comment: the first line of the block. */
export function titleInYaml(document: MarkdownDocument, frontmatter: Frontmatter) {
  const { start, end } = frontmatter.body;
  const match = /^# +(\S[^\n]*)/.exec(document.text.slice(start, end));
  const title = match?.[1]?.trim() ?? '';
  if (!match || title === '' || TEMPLATE_COMMENT.test(title)) return undefined;
  const at = start + match[0].indexOf(title);
  return { title, start: at, end: at + title.length };
}
