import type { Definition, PhrasingContent } from 'mdast';
import { type MarkdownDocument, parseMarkdown } from '../markdown.ts';
import { perObject } from '../memo.ts';
import { nodesOf } from '../nodes.ts';

/** A part of a line's text that stands in one place of the source. */
export interface Piece {
  /** Where it begins in the text of the line. */
  readonly at: number;
  readonly length: number;
  /** Offsets in the source; as far apart as `length` where nothing in it is escaped. */
  readonly start: number;
  readonly end: number;
  /** Address of the link it stands in. */
  readonly url: string | undefined;
  readonly isStrong: boolean;
}

/** One line of a paragraph as the reader sees it: without markup, comments and what is struck out. */
export interface Line {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

/** The addresses of a document's link definitions by their labels. */
const definitionsOf = perObject(
  (document: MarkdownDocument): ReadonlyMap<string, Definition> =>
    new Map(nodesOf(document).definitions.map((node) => [node.identifier, node])),
);

/** The lines of running text; a line ends where the source has a line end, or at a break. */
export function linesOf(document: MarkdownDocument, nodes: readonly PhrasingContent[]): Line[] {
  const lines: { text: string; pieces: Piece[] }[] = [{ text: '', pieces: [] }];
  const add = (text: string, place: Omit<Piece, 'at' | 'length'>): void => {
    const line = lines.at(-1);
    if (line === undefined || text === '') return;
    line.pieces.push({ ...place, at: line.text.length, length: text.length });
    line.text += text;
  };
  const addLines = (value: string, place: Omit<Piece, 'at' | 'length'>): void => {
    let { start } = place;
    for (const [index, part] of value.split(/\r?\n/).entries()) {
      if (index > 0) {
        lines.push({ text: '', pieces: [] });
        const next = document.text.indexOf('\n', start);
        start = next < 0 || next >= place.end ? start : next + 1;
        // What indents the next line is no part of its text.
        while (start < place.end && /[ \t>]/.test(document.text[start] ?? '')) start += 1;
      }
      const isWhole = !value.includes('\n');
      add(part, { ...place, start, end: isWhole ? place.end : start + part.length });
    }
  };
  const visit = (node: PhrasingContent, url: string | undefined, isStrong: boolean): void => {
    const place = {
      start: node.position?.start.offset ?? 0,
      end: node.position?.end.offset ?? 0,
      url,
      isStrong,
    };
    switch (node.type) {
      case 'text':
        addLines(node.value, place);
        break;
      case 'inlineCode':
        add(node.value, place);
        break;
      case 'break':
        lines.push({ text: '', pieces: [] });
        break;
      case 'html':
        if (/^<br\b/i.test(node.value)) lines.push({ text: '', pieces: [] });
        break;
      case 'image':
      case 'imageReference':
        add(node.alt ?? '', place);
        break;
      case 'link':
        for (const child of node.children) visit(child, node.url, isStrong);
        break;
      case 'linkReference': {
        const target = definitionsOf(document).get(node.identifier)?.url;
        for (const child of node.children) visit(child, target, isStrong);
        break;
      }
      case 'strong':
        for (const child of node.children) visit(child, url, true);
        break;
      case 'emphasis':
        for (const child of node.children) visit(child, url, isStrong);
        break;
      // What is struck out no longer holds.
      case 'delete':
        break;
      default:
        break;
    }
  };
  for (const node of nodes) visit(node, undefined, false);
  return lines;
}

/** A line of its own that is written somewhere as plain text, perhaps with Markdown in it, as a value in YAML is. */
export function lineOfText(written: string, start: number, end: number): Line {
  const plain = (text: string): Line => ({
    text,
    pieces: [{ at: 0, length: text.length, start, end, url: undefined, isStrong: false }],
  });
  const text = written.replace(/\s+/g, ' ').trim();
  if (!/[[\]<>*_~]/.test(text)) return plain(text);
  const document = parseMarkdown(text);
  // What looks like a tag is none in a value: `Span<T>`.
  if (nodesOf(document).html.some(({ node }) => !/^<(?:!--|br\b)/i.test(node.value)))
    return plain(text);
  const [block] = document.tree.children;
  if (document.tree.children.length !== 1 || block?.type !== 'paragraph') return plain(text);
  const [line] = linesOf(document, block.children);
  if (!line) return plain(text);
  return { text: line.text, pieces: line.pieces.map((piece) => ({ ...piece, start, end })) };
}

/** The part of a line between two places of its text. */
export function partOf(line: Line, from: number, to: number = line.text.length): Line {
  const pieces = line.pieces.flatMap((piece) => {
    const first = Math.max(from, piece.at);
    const last = Math.min(to, piece.at + piece.length);
    if (first >= last) return [];
    const isPlain = piece.end - piece.start === piece.length;
    return [
      {
        ...piece,
        at: first - from,
        length: last - first,
        start: isPlain ? piece.start + first - piece.at : piece.start,
        end: isPlain ? piece.start + last - piece.at : piece.end,
      },
    ];
  });
  return { text: line.text.slice(from, to), pieces };
}

/** A line without the white space round it. */
export function trimmed(line: Line): Line {
  const start = line.text.length - line.text.trimStart().length;
  const end = line.text.trimEnd().length;
  return start === 0 && end === line.text.length ? line : partOf(line, Math.min(start, end), end);
}
