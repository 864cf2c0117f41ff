import type { Definition, Image, Link, Nodes } from 'mdast';
import type { Span } from './finding.ts';
import { type MarkdownDocument, spanAt, spanOf } from './markdown.ts';

/** The place of the address in a link, an image or a definition; `undefined` where it is written as itself or not at all. */
export function destinationSpan(
  document: MarkdownDocument,
  node: Link | Image | Definition,
): Span | undefined {
  const { start, end } = spanOf(document, node);
  const source = document.text.slice(start.offset, end.offset);
  const opening = node.type === 'definition' ? ']:' : '](';
  const from = source.startsWith('[') || source.startsWith('![') ? labelEnd(node, start.offset) : 0;
  const at = labelClose(source, from);
  if (at === undefined || !source.startsWith(opening, at)) return undefined;
  // Quotes set their mark before each further line.
  const space = /^(?:[ \t]|\r?\n[ \t>]*)*/.exec(source.slice(at + 2))?.[0].length ?? 0;
  const first = at + 2 + space;
  const rest = source.slice(first);
  if (rest.startsWith('<')) {
    const inner = /^<((?:\\.|[^\\<>\n])*)>/s.exec(rest)?.[1];
    return inner === undefined
      ? undefined
      : spanAt(document, start.offset + first + 1, start.offset + first + 1 + inner.length);
  }
  const length = bareLength(rest);
  if (length === 0) return undefined;
  return spanAt(document, start.offset + first, start.offset + first + length);
}

/** Where the label's last child ends, counted from the node's start, so that no bracket inside it counts. */
function labelEnd(node: Nodes, start: number): number {
  const last = 'children' in node ? node.children.at(-1) : undefined;
  return last?.position?.end.offset === undefined ? 1 : last.position.end.offset - start;
}

/** The bracket that closes a label, from a place inside it. */
function labelClose(source: string, from: number): number | undefined {
  let depth = source.startsWith('![') && from < 2 ? -1 : 0;
  for (let at = from; at < source.length; at += 1) {
    const sign = source[at];
    if (sign === '\\') at += 1;
    else if (sign === '[') depth += 1;
    else if (sign === ']' && depth === 0) return at;
    else if (sign === ']') depth -= 1;
  }
  return undefined;
}

/** The length of an address without angle brackets: up to white space or a round bracket that closes what it did not open. */
function bareLength(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (sign === '\\') at += 1;
    else if (/\s/.test(sign)) return at;
    else if (sign === '(') depth += 1;
    else if (sign === ')' && depth === 0) return at;
    else if (sign === ')') depth -= 1;
  }
  return text.length;
}
