import { type Format, formatOf } from '../formats/format.ts';
import type { AdrRecord } from '../record.ts';
import { lineEndOf } from './place.ts';

/**
 * The heading of a new section of a record, one level below its title, as its format writes it; in reStructuredText with
 * the signs that its own sections have.
 */
export function sectionHeading({ document, outline }: AdrRecord, title: string): string {
  switch (document.format) {
    case 'markdown':
      return `## ${title}`;
    case 'asciidoc':
      return `== ${title}`;
    case 'restructured-text': {
      const own = outline.all.find(({ depth }) => depth === 2) ?? outline.all[0];
      const source = own ? document.text.slice(own.span.start.offset, own.span.end.offset) : '';
      const sign = source.trimEnd().at(-1) ?? '-';
      const usual = own?.depth === 2 ? sign : sign === '-' ? '~' : '-';
      return `${title}${lineEndOf(document.text)}${usual.repeat([...title].length)}`;
    }
  }
}

/** A line that states a field in the head of a document, as formats other than Markdown have them. */
export function headField(format: Format, name: string, value: string): string {
  return format === 'asciidoc'
    ? `:${name.toLowerCase()}: ${value}`
    : `:${name.charAt(0).toUpperCase()}${name.slice(1)}: ${value}`;
}

/**
 * Where the head of a document ends: behind its title and, in AsciiDoc, behind the lines that belong to it up to the
 * first empty one.
 */
export function endOfTitle({ document: { text, format } }: AdrRecord, end: number): number {
  if (format !== 'asciidoc') return end;
  return end + (/^(?:\r?\n[^\n]*\S[^\n\r]*)*/.exec(text.slice(end))?.[0].length ?? 0);
}

/** Lines above a heading that belong to it: an anchor, a label, a comment. */
const ATTACHED = /^[ \t]*(?:\.\. _|\[.*\]\s*$|<!--.*-->\s*$|<a\b.*<\/a>\s*$)/;

/** The start of the lines that belong to a heading. */
export function aboveHeading(text: string, at: number): number {
  let start = at;
  for (let above = start; above > 0; ) {
    const line = text.lastIndexOf('\n', above - 2) + 1;
    const source = text.slice(line, above);
    if (ATTACHED.test(source)) start = line;
    else if (source.trim() !== '' || !/^[ \t]*\.\. _/.test(lineBefore(text, line))) break;
    above = line;
  }
  return start;
}

function lineBefore(text: string, at: number): string {
  return at === 0 ? '' : text.slice(text.lastIndexOf('\n', at - 2) + 1, at);
}

/** A title in the place of another: in reStructuredText with lines of signs as long as it is. */
export function retitled(format: Format, source: string, title: string): string {
  switch (format) {
    case 'markdown':
      return `# ${title}`;
    case 'asciidoc':
      return `= ${title}`;
    case 'restructured-text': {
      const lines = source.split(/\r?\n/).map((line) => line.trim());
      const sign = lines.at(-1)?.charAt(0) ?? '=';
      const rule = sign.repeat([...title].length);
      return lines.length > 2 ? [rule, title, rule].join('\n') : [title, rule].join('\n');
    }
  }
}

/**
 * A text whose title has a line of signs as long as itself below it, and above it where it has one there: in
 * reStructuredText a shorter one makes no title.
 */
export function withFullRules(path: string, text: string): string {
  if (formatOf(path) !== 'restructured-text') return text;
  const lines = text.split('\n');
  const at = lines.findIndex((line, index) => /^[^\s.]/.test(line) && isRule(lines[index + 1]));
  const sign = lines[at + 1]?.charAt(0);
  if (at < 0 || sign === undefined || isRule(lines[at])) return text;
  const rule = sign.repeat([...(lines[at]?.trimEnd() ?? '')].length);
  const end = /\r$/.exec(lines[at] ?? '')?.[0] ?? '';
  if (isRule(lines[at - 1]) && lines[at - 1]?.startsWith(sign)) lines[at - 1] = rule + end;
  lines[at + 1] = rule + end;
  return lines.join('\n');
}

function isRule(line: string | undefined): boolean {
  return line !== undefined && /^([=\-~^"'#*+.:`_])\1{2,}\s*$/.test(line);
}
