import type { RootContent, ThematicBreak } from 'mdast';
import { isItem, readList } from './asciidoc-lists.ts';
import {
  type AsciidocReading,
  type Ends,
  isComment,
  isCommentBlock,
  type Place,
  titleOf,
} from './asciidoc-reading.ts';
import { readTable } from './asciidoc-table.ts';
import { endOf, type SourceLine, without } from './source-lines.ts';

/** What stands in brackets above a block. */
interface BlockAttributes {
  /** Its first attribute without shorthand, such as `NOTE` or `source`. */
  readonly style: string;
  readonly written: string;
}

const NO_ATTRIBUTES: BlockAttributes = { style: '', written: '' };
const SECTION = /^(={1,6}|#{1,6})[ \t]+(?=\S)/;
const UNDERLINE = /^(?:={3,}|-{3,}|~{3,}|\^{3,}|\+{3,})$/;
const UNDERLINES = '=-~^+';
const ATTRIBUTES = /^\[(?:|[\p{L}\p{N}_.#%{,"'].*|\[[^[\]]*\])\]$/u;
const DELIMITER = /^(?:-{4,}|\.{4,}|={4,}|\*{4,}|_{4,}|\+{4,}|--|```[^`\s]*|[|,:!]={3,})$/;
const ADMONITION = /^(?:NOTE|TIP|IMPORTANT|CAUTION|WARNING)$/;
const ADMONITION_LINE = /^(?:NOTE|TIP|IMPORTANT|CAUTION|WARNING):[ \t]+(?=\S)/;
const MACRO = /^(?:image|video|audio|include|toc)::(\S*?)\[(.*)\]$/;
const RULE = /^(?:'{3,}|<{3,}|(?:-[ \t]*){3}|(?:\*[ \t]*){3})$/;

/** Reads blocks until the text, or what they stand in, ends. */
export function readBlocks(reading: AsciidocReading, place: Place): RootContent[] {
  const { lines } = reading;
  const found: RootContent[] = [];
  let attributes = NO_ATTRIBUTES;
  for (let line = lines.peek(); line; line = lines.peek()) {
    if (place.ends?.(line)) break;
    if (line.text === '' || isComment(line)) lines.take();
    else if (isCommentBlock(line)) lines.takeBlock();
    else if (reading.takeAttribute()) continue;
    else if (ATTRIBUTES.test(line.text)) {
      lines.take();
      const written = line.text.slice(1, -1);
      const style = /^[^,.#%[\]]*/.exec(written)?.[0]?.trim() ?? '';
      attributes = {
        style: style || attributes.style,
        written: `${attributes.written},${written}`,
      };
    } else if (/^\.[^\s.]/.test(line.text) && !isItem(line)) lines.take();
    else {
      found.push(...readBlock(reading, line, attributes, place));
      attributes = NO_ATTRIBUTES;
      if (place.isOne) break;
    }
  }
  return found;
}

function readBlock(
  reading: AsciidocReading,
  line: SourceLine,
  attributes: BlockAttributes,
  { isTop = false, ends }: Place,
): RootContent[] {
  const { lines, maker } = reading;
  const isSection = isTop && !/^(?:discrete|float)$/.test(attributes.style);
  const [mark, level] = SECTION.exec(line.text) ?? [];
  if (mark !== undefined && level !== undefined) {
    lines.take();
    const title = titleOf(line, mark);
    return [
      isSection
        ? maker.heading(level.length, title, { start: line.start, end: endOf(line) })
        : maker.paragraph([title]),
    ];
  }
  const below = lines.peekSecond();
  if (isSection && below && isUnderlined(line, below)) {
    lines.take();
    lines.take();
    return [
      maker.heading(UNDERLINES.indexOf(below.text.charAt(0)) + 1, line, {
        start: line.start,
        end: endOf(below),
      }),
    ];
  }
  if (DELIMITER.test(line.text)) return readDelimited(reading, line, attributes);
  const macro = MACRO.exec(line.text);
  if (macro) {
    lines.take();
    // Nothing else is there to read: what would be included stays where it is.
    const isImage = line.text.startsWith('image::');
    return isImage ? [maker.paragraph([line])] : [];
  }
  if (RULE.test(line.text)) {
    lines.take();
    return [maker.node<ThematicBreak>({ type: 'thematicBreak' }, line.start, endOf(line))];
  }
  if (isItem(line)) return readList(reading, ends);
  return readParagraph(reading, attributes, ends);
}

function readParagraph(
  reading: AsciidocReading,
  { style }: BlockAttributes,
  ends: Ends,
): RootContent[] {
  const { lines, maker } = reading;
  const own: SourceLine[] = [];
  for (let line = lines.peek(); line && line.text !== ''; line = lines.peek()) {
    const isOther =
      ATTRIBUTES.test(line.text) ||
      DELIMITER.test(line.text) ||
      isCommentBlock(line) ||
      ends?.(line);
    if (own.length > 0 && isOther) break;
    lines.take();
    if (!isComment(line)) own.push(line);
  }
  const [first] = own;
  if (!first) return [];
  const end = endOf(own.at(-1) ?? first);
  const lead = ADMONITION_LINE.exec(first.text)?.[0];
  if (lead !== undefined) {
    const told = [without(first, lead.length), ...own.slice(1)];
    return [maker.quote([maker.paragraph(told)], first.start, end)];
  }
  if (ADMONITION.test(style) || style === 'quote')
    return [maker.quote([maker.paragraph(own)], first.start, end)];
  if (style === 'pass') return [maker.html(own, first.start)];
  if (style === 'comment') return [];
  const isShown = /^(?:source|listing|literal|stem)$/.test(style) || /^[ \t]/.test(first.text);
  return [isShown ? maker.code(own, null, first.start) : maker.paragraph(own)];
}

function readDelimited(
  reading: AsciidocReading,
  open: SourceLine,
  attributes: BlockAttributes,
): RootContent[] {
  const { lines, maker } = reading;
  const { style, written } = attributes;
  const sign = open.text.charAt(0);
  const isShown = sign === '-' ? open.text !== '--' : sign === '.' || sign === '`';
  const isShownBy = /^(?:source|listing|literal|stem)$/.test(style) && open.text === '--';
  if (style === 'comment') {
    lines.takeBlock();
    return [];
  }
  if (isShown || isShownBy) {
    const language = open.text.slice(3).trim() || /(?:^|,)source,\s*([\w+-]+)/.exec(written)?.[1];
    return [maker.code(lines.takeBlock(), language ?? null, endOf(open))];
  }
  if (sign === '+') {
    const inside = lines.takeBlock();
    return inside.length === 0 || style === 'stem' ? [] : [maker.html(inside, endOf(open))];
  }
  if (/[|,:!]/.test(sign)) return readTable(maker, lines.takeBlock(), { written, sign });
  lines.take();
  const inside = reading.blocks({ ends: ({ text }) => text === open.text });
  lines.take();
  const isQuote = sign === '_' || ADMONITION.test(style) || style === 'quote';
  return isQuote && inside.length > 0 ? [maker.quote(inside, open.start, lines.end)] : inside;
}

/** Whether a line is a title with a line of signs below it, as long as itself but for one. */
function isUnderlined({ text }: SourceLine, below: SourceLine): boolean {
  return (
    UNDERLINE.test(below.text) &&
    /^[^\s]*[\p{L}\p{N}_]/u.test(text) &&
    Math.abs(text.length - below.text.length) < 2
  );
}
