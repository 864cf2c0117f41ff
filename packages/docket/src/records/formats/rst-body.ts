import type { Image, List, ListItem, Paragraph, RootContent, ThematicBreak } from 'mdast';
import { endOf, type SourceLine, without } from './source-lines.ts';
import type { TreeMaker } from './tree-maker.ts';

const BULLET = /^([*+•‣-])[ \t]+(?=\S)/;
const NUMBERED = /^(\(?(?:\d{1,9}|#|[a-zA-Z]|[ivxlcdmIVXLCDM]{1,8})[.)])[ \t]+(?=\S)/;
const EXPLICIT = /^\.\.(?:[ \t]+|$)/;
const DIRECTIVE = /^\.\.[ \t]+([A-Za-z][\w+:.-]*?)::(?:[ \t]+(.*))?$/;
const ADMONITION =
  /^(?:admonition|attention|caution|danger|error|hint|important|note|tip|warning|seealso|deprecated|versionchanged|versionadded)$/;
const FIELD = /^:((?:[^:\\\s]|\\.)(?:[^:\\]|\\.|:(?!\s|$)){0,60})(:)(?:[ \t]+|$)/;
const GRID = /^(?:\+[-=+]{2,}|={2,}(?:[ \t]+={2,})+)$/;
const SIGNS = /^([!-/:-@[-`{-~])\1{3,}$/;

/** Lists in quotes in lists: nobody writes more levels. */
const MOST_DEPTH = 50;

/** Reads what stands between two titles. */
export function readBody(maker: TreeMaker, lines: readonly SourceLine[], depth = 0): RootContent[] {
  const found: RootContent[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at];
    if (!line || line.text.trim() === '') {
      at += 1;
      continue;
    }
    const { nodes, count } = blockAt({ maker, lines, at, line, depth });
    found.push(...nodes);
    at += Math.max(count, 1);
  }
  return found;
}

interface Here {
  readonly maker: TreeMaker;
  readonly lines: readonly SourceLine[];
  readonly at: number;
  readonly line: SourceLine;
  readonly depth: number;
}

interface Block {
  readonly nodes: RootContent[];
  readonly count: number;
}

function blockAt(here: Here): Block {
  const { maker, lines, at, line, depth } = here;
  if (/^[ \t]/.test(line.text)) {
    const inside = indentedFrom(lines, at, 1);
    const nodes = depth < MOST_DEPTH ? readBody(maker, dedented(inside), depth + 1) : [];
    const quote = nodes.length > 0 ? [maker.quote(nodes, line.start, lastEnd(inside))] : [];
    return { nodes: quote, count: inside.length };
  }
  if (EXPLICIT.test(line.text)) return explicitAt(here);
  if (BULLET.test(line.text) || NUMBERED.test(line.text)) return listAt(here);
  const field = FIELD.exec(line.text);
  if (field) {
    const inside = indentedFrom(lines, at + 1, 1);
    const own = [without(line, field[0].length), ...dedented(inside)];
    const name = { text: field[1] ?? '', start: line.start + 1 };
    const colon = line.start + 1 + name.text.length;
    const children = [...maker.running([name]), maker.text(': ', colon, colon + 1)];
    const said = own.filter(({ text }) => text !== '');
    const paragraph = maker.paragraphOf([...children, ...maker.running(said)], [line, ...said]);
    return { nodes: [paragraph], count: 1 + inside.length };
  }
  if (GRID.test(line.text)) {
    const count = blockLength(lines, at);
    return { nodes: [maker.code(lines.slice(at, at + count), null, line.start)], count };
  }
  if (SIGNS.test(line.text)) {
    const node = maker.node<ThematicBreak>({ type: 'thematicBreak' }, line.start, endOf(line));
    return { nodes: [node], count: 1 };
  }
  return paragraphAt(here);
}

/** A paragraph; a text that is shown as it is below one that ends with two colons; a term with its definition. */
function paragraphAt({ maker, lines, at, line, depth }: Here): Block {
  const own = lines.slice(at, at + blockLength(lines, at));
  const [, second] = own;
  if (second && /^[ \t]/.test(second.text)) {
    const inside = indentedFrom(lines, at + 1, 1);
    const nodes = depth < MOST_DEPTH ? readBody(maker, dedented(inside), depth + 1) : [];
    return { nodes: [maker.paragraph([line]), ...nodes], count: 1 + inside.length };
  }
  const isLead = own.at(-1)?.text.endsWith('::') === true;
  // The bars of lines that keep their ends are no part of their text.
  const shown = own.map((one) => without(one, /^\|[ \t]+/.exec(one.text)?.[0].length ?? 0));
  const nodes: RootContent[] = [maker.paragraph(shown)];
  if (!isLead) return { nodes, count: own.length };
  const inside = indentedFrom(lines, at + own.length, 1);
  const said = dedented(inside.slice(inside.findIndex(({ text }) => text !== '')));
  if (inside.length > 0) nodes.push(maker.code(said, null, line.start));
  return { nodes, count: own.length + inside.length };
}

/** What two dots begin: a directive with its content, or a comment, a target or a note, which say nothing here. */
function explicitAt({ maker, lines, at, line, depth }: Here): Block {
  const inside = indentedFrom(lines, at + 1, 1);
  const count = 1 + inside.length;
  const [, name = '', rest = ''] = DIRECTIVE.exec(line.text) ?? [];
  const own = dedented(inside);
  if (ADMONITION.test(name)) {
    const start = endOf(line) - rest.length;
    const first = rest === '' ? [] : [{ text: rest, start }];
    const content = [...first, ...own];
    const nodes = depth < MOST_DEPTH ? readBody(maker, content, depth + 1) : [];
    const quote =
      nodes.length > 0 ? [maker.quote(nodes, line.start, lastEnd([line, ...inside]))] : [];
    return { nodes: quote, count };
  }
  if (/^(?:image|figure)$/.test(name) && rest !== '') {
    const [start, end] = [endOf(line) - rest.length, endOf(line)];
    const image = maker.node<Image>({ type: 'image', url: rest, title: null, alt: '' }, start, end);
    return {
      nodes: [maker.node<Paragraph>({ type: 'paragraph', children: [image] }, start, end)],
      count,
    };
  }
  const isCode =
    /^(?:code|code-block|sourcecode|parsed-literal|raw|math|mermaid|graphviz|uml)$/.test(name);
  const shown = isCode ? own.filter(({ text }) => text !== '') : [];
  return {
    nodes: shown.length > 0 ? [maker.code(shown, rest === '' ? null : rest, line.start)] : [],
    count,
  };
}

function listAt({ maker, lines, at, line, depth }: Here): Block {
  const isNumbered = !BULLET.test(line.text);
  const mark = isNumbered ? NUMBERED : BULLET;
  const items: ListItem[] = [];
  let next = at;
  for (let first = lines[next]; first; first = lines[next]) {
    const width = mark.exec(first.text)?.[0].length;
    if (width === undefined) break;
    // Lines below an item belong to it that are indented at all; not all writers count the signs.
    const inside = indentedFrom(lines, next + 1, 1);
    const said = [without(first, width), ...dedented(inside)];
    const children =
      depth < MOST_DEPTH ? readBody(maker, said, depth + 1) : [maker.paragraph(said)];
    const end = lastEnd([first, ...inside]);
    const item = { type: 'listItem', spread: false, checked: null } as const;
    const own = children as ListItem['children'];
    items.push(maker.node<ListItem>({ ...item, children: own }, first.start, end));
    next += 1 + inside.length;
    while (lines[next]?.text === '') next += 1;
  }
  const end = items.at(-1)?.position?.end.offset ?? endOf(line);
  const list = { type: 'list', ordered: isNumbered, spread: false, children: items } as const;
  return { nodes: [maker.node<List>(list, line.start, end)], count: next - at };
}

/** How many lines stand together from one on. */
function blockLength(lines: readonly SourceLine[], at: number): number {
  let count = 0;
  while (at + count < lines.length && lines[at + count]?.text !== '') count += 1;
  return count;
}

/** The lines from one on that are indented, with the empty ones among them. */
function indentedFrom(lines: readonly SourceLine[], at: number, least: number): SourceLine[] {
  let end = at;
  for (let next = at; next < lines.length; next += 1) {
    const text = lines[next]?.text ?? '';
    if (text === '') continue;
    if (text.length - text.trimStart().length < least) break;
    end = next + 1;
  }
  return lines.slice(at, end);
}

/** Lines without the white space that all of them begin with. */
function dedented(lines: readonly SourceLine[]): SourceLine[] {
  const indents = lines
    .filter(({ text }) => text !== '')
    .map(({ text }) => text.length - text.trimStart().length);
  const indent = indents.reduce((least, one) => Math.min(least, one), Number.POSITIVE_INFINITY);
  return lines.map((line) => without(line, Math.min(indent, line.text.length)));
}

function lastEnd(lines: readonly SourceLine[]): number {
  const last = lines.findLast(({ text }) => text !== '') ?? lines.at(-1);
  return last ? endOf(last) : 0;
}
