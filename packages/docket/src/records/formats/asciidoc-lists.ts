import type { List, ListItem, Paragraph, RootContent } from 'mdast';
import { type AsciidocReading, type Ends, isComment } from './asciidoc-reading.ts';
import { endOf, type SourceLine, without } from './source-lines.ts';

const BULLET = /^[ \t]*(-|\*{1,5}|•)[ \t]+(?=\S)/;
const NUMBERED = /^[ \t]*(\.{1,5}|\d+\.|[a-zA-Z]\.|[ivxIVX]+\)|<(?:\d+|\.)>)[ \t]+(?=\S)/;
const TERM = /^(?!\/\/)([ \t]*(?:[^\s:].{0,200}?|[^\s:]))(:{2,4}|;;)(?:[ \t]+|$)/;

interface Item {
  /** What items of one list have in common. */
  readonly marker: string;
  readonly kind: 'bullet' | 'numbered' | 'term';
  /** What it says on its first line. */
  readonly rest: SourceLine;
  readonly term: SourceLine | undefined;
  /** Offset of the mark that ends a term. */
  readonly mark: number;
}

function itemOf(line: SourceLine): Item | undefined {
  const bullet = BULLET.exec(line.text);
  if (bullet) {
    const rest = without(line, bullet[0].length);
    return { marker: bullet[1] ?? '', kind: 'bullet', rest, term: undefined, mark: 0 };
  }
  const numbered = NUMBERED.exec(line.text);
  if (numbered) {
    const marker = (numbered[1] ?? '').replace(/\d+/, '1').replace(/^[a-zA-Z]/, 'a');
    const rest = without(line, numbered[0].length);
    return { marker, kind: 'numbered', rest, term: undefined, mark: 0 };
  }
  const term = TERM.exec(line.text);
  if (!term) return undefined;
  const [whole, written = '', mark = ''] = term;
  const label = {
    text: written.trimStart(),
    start: line.start + written.length - written.trimStart().length,
  };
  const rest = without(line, whole.length);
  return { marker: mark, kind: 'term', rest, term: label, mark: line.start + written.length };
}

/** Whether a line begins an item of a list. */
export function isItem(line: SourceLine): boolean {
  return itemOf(line) !== undefined;
}

/** Reads a list that begins with the next line. A term with its description becomes a paragraph `term: description`. */
export function readList(
  reading: AsciidocReading,
  ends: Ends,
  open: readonly string[] = [],
): RootContent[] {
  const { lines, maker } = reading;
  const first = lines.peek();
  const marker = first && itemOf(first)?.marker;
  if (!first || marker === undefined) return [];
  const items: ListItem[] = [];
  const entries: RootContent[] = [];
  const markers = [...open, marker];
  let kind: Item['kind'] = 'bullet';
  for (let line = lines.peek(); line; line = lines.peek()) {
    const item = itemOf(line);
    if (item?.marker !== marker || ends?.(line)) break;
    kind = item.kind;
    lines.take();
    const own = paragraphOf(reading, item, ends);
    const rest = readAttached(reading, { ends, markers, needsText: own.isOpen });
    if (kind === 'term') entries.push(own.paragraph, ...rest);
    else items.push(itemNode(reading, line, own, rest));
  }
  if (kind === 'term') return entries;
  const end = items.at(-1)?.position?.end.offset ?? first.start;
  const list = {
    type: 'list',
    ordered: kind === 'numbered',
    spread: false,
    children: items,
  } as const;
  return [maker.node<List>(list, first.start, end)];
}

function itemNode(
  { maker }: AsciidocReading,
  line: SourceLine,
  { paragraph, checked }: Own,
  rest: readonly RootContent[],
): ListItem {
  const children = [paragraph, ...rest] as ListItem['children'];
  const end = children.at(-1)?.position?.end.offset ?? endOf(line);
  return maker.node<ListItem>(
    { type: 'listItem', spread: false, checked, children },
    line.start,
    Math.max(end, endOf(line)),
  );
}

interface Own {
  readonly paragraph: Paragraph;
  readonly checked: boolean | null;
  /** Whether a term still lacks its description. */
  readonly isOpen: boolean;
}

function paragraphOf(reading: AsciidocReading, item: Item, ends: Ends): Own {
  const { lines, maker } = reading;
  const box = item.kind === 'bullet' ? /^\[([ xX*])\][ \t]+/.exec(item.rest.text) : null;
  const own = item.rest.text === '' ? [] : [without(item.rest, box?.[0].length ?? 0)];
  for (let line = lines.peek(); line; line = lines.peek()) {
    if (isEnd(line, ends)) break;
    lines.take();
    if (!isComment(line)) own.push(line);
  }
  const checked = box ? box[1] !== ' ' : null;
  if (!item.term) return { paragraph: maker.paragraph(own), checked, isOpen: false };
  const colon = maker.text(':', item.mark, item.mark + 1);
  const label = maker.running([item.term]);
  const gap = own[0] ? [maker.text(' ', item.mark + 1, item.mark + 2)] : [];
  const children = [...label, colon, ...gap, ...maker.running(own)];
  const paragraph = maker.paragraphOf(children, [item.term, ...own]);
  return { paragraph, checked, isOpen: own.length === 0 };
}

/** Whether a line is no part of the text of the item before it. */
function isEnd(line: SourceLine, ends: Ends): boolean {
  return (
    line.text === '' ||
    line.text === '+' ||
    isItem(line) ||
    ends?.(line) === true ||
    /^(?:\[.*\]|-{4,}|\.{4,}|={4,}|\*{4,}|_{4,}|\+{4,}|\/{4,}|--|```.*|\|={3,})$/.test(line.text)
  );
}

interface Attached {
  readonly ends: Ends;
  readonly markers: readonly string[];
  readonly needsText: boolean;
}

/** Reads what belongs to an item below its own text: lists in it, and blocks that a `+` attaches. */
function readAttached(
  reading: AsciidocReading,
  { ends, markers, needsText }: Attached,
): RootContent[] {
  const { lines } = reading;
  const found: RootContent[] = [];
  let isApart = false;
  for (let line = lines.peek(); line; line = lines.peek()) {
    if (ends?.(line)) break;
    if (line.text === '') {
      lines.take();
      isApart = true;
      continue;
    }
    if (line.text === '+') {
      lines.take();
      found.push(...reading.blocks({ isOne: true, ends }));
      continue;
    }
    const item = itemOf(line);
    if (item && !markers.includes(item.marker)) {
      found.push(...readList(reading, ends, markers));
      continue;
    }
    const isText = needsText && found.length === 0 && isApart && !item && !isEnd(line, ends);
    if (!isText || isComment(line) || /^:[\w!-]+:/.test(line.text)) break;
    found.push(...reading.blocks({ isOne: true, ends }));
  }
  return found;
}
