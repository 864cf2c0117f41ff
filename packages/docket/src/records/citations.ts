import { location } from 'vfile-location';
import type { Span } from './finding.ts';
import { findMentions } from './key.ts';
import { MAX_CITATIONS } from './limits.ts';
import { readLinks, readMentions, resolveUrl } from './links.ts';
import { parseMarkdown } from './markdown.ts';

/** UTF-16 units of a line before and after a citation that tell what is said of it. */
const AROUND = 1000;

/** A place that names a record by its number. */
export interface Citation {
  /** Such as `ADR-017`. */
  readonly id: string;
  /** The log named before it, where one is. */
  readonly log?: string;
  readonly text: string;
  readonly span: Span;
  /** The line, or the link text, it stands in: where a document says what it makes of the record. */
  readonly around: string;
  /** Path the link round it leads to, from the root; `undefined` outside links. */
  readonly target: string | undefined;
  /** Whether a mark before it says that it names a decision of this repository: `@adr 018`, `docket: ADR-018`. */
  readonly isMarked: boolean;
}

/** A file of the repository that is no record, and the records it cites. */
export interface CitingDocument {
  readonly path: string;
  readonly text: string;
  readonly citations: readonly Citation[];
}

/** How the comments of a language are written. */
interface CommentStyle {
  readonly line: readonly string[];
  readonly block: readonly (readonly [open: string, close: string])[];
  readonly quotes: string;
}

const C: CommentStyle = { line: ['//'], block: [['/*', '*/']], quotes: '\'"`' };
const HASH: CommentStyle = { line: ['#'], block: [], quotes: '\'"' };
const DASH: CommentStyle = { line: ['--'], block: [['/*', '*/']], quotes: '\'"' };
const MARKUP: CommentStyle = { line: [], block: [['<!--', '-->']], quotes: '' };
const BOTH: CommentStyle = { line: ['#', '//'], block: [['/*', '*/']], quotes: '"' };
const WEB: CommentStyle = {
  line: ['//'],
  block: [
    ['/*', '*/'],
    ['<!--', '-->'],
  ],
  quotes: '\'"`',
};

const STYLES: readonly (readonly [endings: string, style: CommentStyle])[] = [
  [
    'ts mts cts tsx js mjs cjs jsx go rs java kt kts scala swift c h cc cpp hpp cs php css scss less dart proto bicep',
    C,
  ],
  [
    'py rb sh bash zsh yaml yml toml ini cfg conf pl r ex exs nix dockerfile makefile gitignore env',
    HASH,
  ],
  ['sql lua hs elm', DASH],
  ['html xml svg', MARKUP],
  ['tf hcl tfvars', BOTH],
  ['astro vue svelte', WEB],
];

const STYLE_OF = new Map(
  STYLES.flatMap(([endings, style]) =>
    endings.split(' ').map((ending) => [ending, style] as const),
  ),
);

/** Whether a file of this name is read for citations: Markdown, plain text, or code whose comments are known. */
export function mayCite(path: string): boolean {
  const ending = endingOf(path);
  return isProse(ending) || STYLE_OF.has(ending);
}

/** Whether a file that may cite is code, in which only comments speak of records. */
export function isCode(path: string): boolean {
  return !isProse(endingOf(path));
}

/** Finds the records a file cites: in the text of a document, in the comments of code. Never throws. */
export function readCitations(path: string, text: string): CitingDocument {
  // Most files cite nothing, and need no parsing.
  if (findMentions(text).length === 0) return { path, text, citations: [] };
  const ending = endingOf(path);
  const citations = /^mdx?$/.test(ending) ? citedInMarkdown(path, text) : citedInText(ending, text);
  return { path, text, citations: citations.slice(0, MAX_CITATIONS) };
}

function citedInMarkdown(path: string, text: string): Citation[] {
  const document = parseMarkdown(text);
  const line = (span: Span) => lineAt(text, span.start.offset);
  const named = readMentions(document).map(({ section: _, ...mention }) => ({
    ...mention,
    around: line(mention.span),
    target: undefined,
    isMarked: false,
  }));
  const linked = readLinks(document, path).flatMap(({ text: words, span, url }) => {
    const [first] = findMentions(words ?? '');
    if (!first || first.index > 0) return [];
    const target = resolveUrl(url, path);
    const { index: _, ...mention } = first;
    return [
      {
        ...mention,
        span,
        around: line(span),
        target: target.kind === 'file' ? target.path : undefined,
        isMarked: false,
      },
    ];
  });
  return [...named, ...linked].sort((a, b) => a.span.start.offset - b.span.start.offset);
}

function citedInText(ending: string, text: string): Citation[] {
  const style = STYLE_OF.get(ending);
  const stretches = style ? commentsOf(text, style) : [[0, text.length] as const];
  const places = location(text);
  const point = (offset: number) => ({
    line: places.toPoint(offset)?.line ?? 1,
    column: places.toPoint(offset)?.column ?? 1,
    offset,
  });
  return stretches.flatMap(([start, end]) =>
    citedIn(text.slice(start, end)).map(({ index, ...mention }) => ({
      ...mention,
      span: { start: point(start + index), end: point(start + index + mention.text.length) },
      around: lineAt(text, start + index),
      target: undefined,
      isMarked: MARKED.test(text.slice(Math.max(start, start + index - 20), start + index)),
    })),
  );
}

const MARKED = /(?:@|@adr\s+|\bdocket:\s*)$/i;

/** What a comment cites; between backticks stands an example of a number, as in a document. */
function citedIn(comment: string): ReturnType<typeof findMentions> {
  return findMentions(comment.replace(/`[^`\n]*`/g, (quoted) => ' '.repeat(quoted.length)));
}

/** The stretches of a text that are comments. Strings are stepped over, up to the end of their line. */
function commentsOf(text: string, style: CommentStyle): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  const marks = [...style.line, ...style.block.map(([open]) => open), ...style.quotes];
  const next = new RegExp(marks.map(escapeRegExp).join('|'), 'g');
  for (let mark = next.exec(text); mark; mark = next.exec(text)) {
    const at = mark.index;
    const line = style.line.find((opening) => text.startsWith(opening, at));
    const block = style.block.find(([open]) => text.startsWith(open, at));
    if (block || (line !== undefined && opensComment(text, at, line))) {
      const closing = block ? text.indexOf(block[1], at + block[0].length) : text.indexOf('\n', at);
      const end = closing < 0 ? text.length : closing;
      found.push([at, end]);
      next.lastIndex = end + 1;
    } else if (style.quotes.includes(text.charAt(at))) {
      next.lastIndex = endOfString(text, at);
    } else {
      next.lastIndex = at + 1;
    }
  }
  return found;
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** `#` opens a comment only after white space, and `//` is none in an address. */
function opensComment(text: string, at: number, mark: string): boolean {
  const before = at === 0 ? '\n' : text.charAt(at - 1);
  return mark === '//' ? before !== ':' : /\s/.test(before);
}

function endOfString(text: string, start: number): number {
  const quote = text.charAt(start);
  // What may end the string or hide its end; a search of the engine's own is many times faster than a loop.
  const stops = new RegExp(`[\\\\\n${quote}]`, 'g');
  stops.lastIndex = start + 1;
  for (let stop = stops.exec(text); stop; stop = stops.exec(text)) {
    if (stop[0] === '\\') stops.lastIndex += 1;
    else if (stop[0] === quote) return stops.lastIndex;
    // An apostrophe in a word is no string; only templates run over lines.
    else if (quote !== '`') return start + 1;
  }
  return start + 1;
}

/** As much as a sentence holds of the line round an offset. */
export function lineAt(text: string, offset: number): string {
  const from = Math.max(0, offset - AROUND);
  const near = text.slice(from, offset + AROUND);
  const start = near.lastIndexOf('\n', offset - from - 1) + 1;
  const end = near.indexOf('\n', offset - from);
  return near.slice(offset === from ? 0 : start, end < 0 ? undefined : end).trim();
}

function isProse(ending: string): boolean {
  return ending === 'md' || ending === 'mdx' || ending === 'txt';
}

/** The ending of a file name in lower case; the whole name where it has none, as in `Dockerfile`. */
function endingOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  return name.slice(name.lastIndexOf('.') + 1);
}
