import type { Nodes, Parents, PhrasingContent, Root } from 'mdast';
import {
  createMdastHandle,
  dropHandle,
  type Features,
  MdastReader,
  materializeMdastTree,
  serializeHandle,
} from 'satteri';
import { type Location, location } from 'vfile-location';
import type { Point, Span } from './finding.ts';
import type { Format } from './formats/format.ts';
import { type Excess, excessOf, MAX_DEPTH } from './limits.ts';

/**
 * A parsed text. Positions count UTF-16 units and refer to `text`, which carries no byte-order mark. Of a text in
 * another format the tree holds what its reader knows, as the same would stand in Markdown.
 */
export interface MarkdownDocument {
  readonly format: Format;
  readonly text: string;
  /** At most `MAX_DEPTH` levels deep. */
  readonly tree: Root;
  readonly lines: Location;
  /** Offset of the first text that is not in the tree because it is nested too deeply, if there is any. */
  readonly cutAt: number | undefined;
  /** The limit that the text crosses, if it does; then its tree is empty. */
  readonly excess: Excess | undefined;
  /** What a text in another format states of itself outside its running text, each name once. */
  readonly attributes: readonly StatedAttribute[];
}

/** An attribute of AsciiDoc, or a field of reStructuredText. */
export interface StatedAttribute {
  /** As written. */
  readonly name: string;
  readonly children: readonly PhrasingContent[];
}

/** What it takes to find a place in a document. */
export type Places = Pick<MarkdownDocument, 'text' | 'lines'>;

const MOST_MARKERS = 100;

/** Of a list's marks, which white space follows, a line of one kind alone is a rule; so is the border of a table. */
const MARKERS = new RegExp(
  `(?![ \\t]*(?:(?:-[ \\t]*)+|(?:\\*[ \\t]*)+)\\r?$)(?:[ \\t]*(?:>|(?:[-*+]|\\d{1,9}[.)])(?=[ \\t]))){${MOST_MARKERS}}`,
  'my',
);

/** Offset of the first line that opens with too many marks of quotes and lists; `-1` where there is none. */
function tooManyMarkers(text: string): number {
  let start = 0;
  while (start < text.length) {
    const end = text.indexOf('\n', start);
    // Trying the pattern on every line of every record took nearly as long as walking all their trees.
    if ((end < 0 ? text.length : end) - start >= MOST_MARKERS) {
      MARKERS.lastIndex = start;
      if (MARKERS.test(text)) return start;
    }
    if (end < 0) return -1;
    start = end + 1;
  }
  return -1;
}

/** What is read as Markdown: what GitHub reads, and YAML frontmatter. */
export const FEATURES: Features = { gfm: true, frontmatter: true };

/**
 * Parses Markdown (CommonMark, GFM, YAML frontmatter) with the engine that also renders the site, so that what
 * is judged is what the reader sees. Never throws: every text is a document.
 */
export function parseMarkdown(text: string): MarkdownDocument {
  const lines = location(text);
  const excess = excessOf(text);
  // The engine takes time by the square of such a line's length, so it is not asked.
  const cutAt = excess ? -1 : tooManyMarkers(text);
  if (excess || cutAt >= 0) {
    const tree: Root = { type: 'root', children: [] };
    return { ...MARKDOWN, text, tree, lines, cutAt: cutAt < 0 ? undefined : cutAt, excess };
  }
  return { ...MARKDOWN, ...limited(treeOf(text)), text, lines, excess: undefined };
}

const MARKDOWN = { format: 'markdown', attributes: [] } as const;

/** A tree without what is nested too deeply in it. */
export function limited(tree: Root): Pick<MarkdownDocument, 'tree' | 'cutAt'> {
  return { tree, cutAt: cutBelow(tree, MAX_DEPTH) };
}

function treeOf(text: string): Root {
  const handle = createMdastHandle(text, FEATURES);
  try {
    return materializeMdastTree(new MdastReader(serializeHandle(handle))) as Root;
  } finally {
    dropHandle(handle);
  }
}

/** Takes out what is deeper than `depth`; whoever walks the tree may then do so by recursion. */
function cutBelow(tree: Root, depth: number): number | undefined {
  let cutAt: number | undefined;
  let level: Parents[] = [tree];
  for (let at = 0; level.length > 0; at += 1) {
    const next: Parents[] = [];
    for (const parent of level) {
      for (const child of parent.children) if ('children' in child) next.push(child);
    }
    if (at === depth) {
      for (const parent of next) {
        cutAt = Math.min(cutAt ?? Number.POSITIVE_INFINITY, parent.position?.start.offset ?? 0);
        parent.children = [];
      }
      return cutAt;
    }
    level = next;
  }
  return cutAt;
}

/** The span between two offsets of a document. Offsets outside the text are moved to its nearest end. */
export function spanAt(document: Places, start: number, end: number): Span {
  return { start: pointAt(document, start), end: pointAt(document, end) };
}

function pointAt({ lines, text }: Places, offset: number): Point {
  const inside = Math.min(Math.max(offset, 0), text.length);
  return (lines.toPoint(inside) as Point | undefined) ?? { line: 1, column: 1, offset: inside };
}

const MARK = '\uFEFF';

/** The span of a node of the document's tree. */
export function spanOf(document: MarkdownDocument, node: Nodes): Span {
  const { position } = node;
  if (!position) return spanAt(document, 0, 0);
  // The parser counts as `spanAt` does, but for a mark at the start that it passes over; a copy costs time and memory.
  if (!document.text.startsWith(MARK)) return position as Span;
  return spanAt(document, position.start.offset ?? 0, position.end.offset ?? 0);
}

/** The source text of a node, as its author wrote it. */
export function sourceOf(document: MarkdownDocument, node: Nodes): string {
  return document.text.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
}

/** The plain text of a node, without markup and without HTML comments. */
export function plainText(node: Nodes | readonly Nodes[]): string {
  const text = textIn(node).trim();
  return /\s\s|[^\S ]/.test(text) ? text.replace(/\s+/g, ' ') : text;
}

/** Whether a node has plain text at all: what `plainText` would find, without putting it together. */
export function hasText(node: Nodes): boolean {
  if ('value' in node) return node.type !== 'html' && /\S/.test(node.value);
  if ('alt' in node && node.alt) return /\S/.test(node.alt);
  return 'children' in node && node.children.some(hasText);
}

/** As `mdast-util-to-string` gives it, without the tests for what is no node: a tenth of reading went there. */
function textIn(node: Nodes | readonly Nodes[]): string {
  if (!('type' in node)) return joined(node);
  if ('value' in node) {
    if (node.type !== 'html') return node.value;
    return /^<br\b/i.test(node.value) ? ' ' : '';
  }
  if ('alt' in node && node.alt) return node.alt;
  if ('children' in node) return joined(node.children, BLOCKS.has(node.type) ? ' ' : '');
  return node.type === 'break' ? ' ' : '';
}

// What holds blocks: the last word of one and the first of the next are two.
const BLOCKS: ReadonlySet<string> = new Set<Nodes['type']>([
  'root',
  'blockquote',
  'list',
  'listItem',
  'table',
  'tableRow',
]);

function joined(nodes: readonly Nodes[], between = ''): string {
  let text = '';
  for (const node of nodes) text += (text === '' ? '' : between) + textIn(node);
  return text;
}

/** Visits every node below `root` in document order; `parents` run from the root down. */
export function walk(root: Nodes, visit: (node: Nodes, parents: readonly Parents[]) => void): void {
  const trail: Parents[] = [];
  const step = (node: Nodes): void => {
    visit(node, trail);
    if (!('children' in node)) return;
    trail.push(node);
    for (const child of node.children) step(child);
    trail.pop();
  };
  step(root);
}
