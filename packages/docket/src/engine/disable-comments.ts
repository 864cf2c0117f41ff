import type { Span } from '../records/finding.ts';
import type { Format } from '../records/formats/format.ts';
import { type MarkdownDocument, spanAt, spanOf } from '../records/markdown.ts';
import { nodesOf } from '../records/nodes.ts';
import type { DocketRecord } from '../records/record.ts';

/** A comment that silences rules on the line below it. */
export interface Disabling {
  readonly rules: readonly string[];
  /** `undefined` where none is given: then it silences nothing. */
  readonly reason: string | undefined;
  /** The word it begins with, where that is none that is known. */
  readonly unknown?: string;
  readonly span: Span;
  /** The next line that is not empty. */
  readonly line: number;
}

/** What such a comment begins with. */
export const WORD = 'docket-disable-next-line';
const COMMENT = /^\s*docket-disable-next-line(?![\w-])([\s\S]*)$/;
/** A comment that means to silence something in a way that is not known. */
const OTHER = /^\s*(docket-(?:disable|enable|ignore)[\w-]*)/;

/** The comments of a record that silence rules, or mean to: in its body, and behind `#` in its frontmatter. */
export function disablingsOf({ document, frontmatter }: DocketRecord): Disabling[] {
  if (!document.text.includes('docket-')) return [];
  const head = document.text.slice(0, frontmatter.span.end.offset);
  const yaml = [...head.matchAll(/^[ \t]*#(.*)$/gm)].map((match) => commentAt(document, match));
  const lines = document.text.split('\n');
  return [...yaml, ...COMMENTS[document.format](document)].flatMap(({ inner, span }) =>
    readComment(inner, span, nextLine(lines, span.end.line)),
  );
}

interface Comment {
  readonly inner: string;
  readonly span: Span;
}

/** The comments in the body of a document, as its format writes them. */
const COMMENTS: Readonly<Record<Format, (document: MarkdownDocument) => Comment[]>> = {
  markdown: (document) =>
    nodesOf(document).html.flatMap(({ node }) => {
      const inner = /^<!--([\s\S]*?)-->\s*$/.exec(node.value)?.[1];
      return inner === undefined ? [] : [{ inner, span: spanOf(document, node) }];
    }),
  asciidoc: (document) => lineComments(document, /^\/\/(?!\/)(.*)$/gm),
  // Indented lines below the first belong to the comment.
  'restructured-text': (document) =>
    lineComments(document, /^[ \t]*\.\.[ \t]+(docket-.*(?:\n[ \t]+\S.*)*)$/gm),
};

/** What a pattern finds outside text that is shown as it is written. */
function lineComments(document: MarkdownDocument, pattern: RegExp): Comment[] {
  const shown = nodesOf(document).code.map((node) => spanOf(document, node));
  return [...document.text.matchAll(pattern)]
    .map((match) => commentAt(document, match))
    .filter(
      ({ span: { end: at } }) =>
        !shown.some(({ start, end }) => start.offset < at.offset && at.offset <= end.offset),
    );
}

function commentAt(document: MarkdownDocument, match: RegExpExecArray): Comment {
  const [whole, inner = ''] = match;
  const start = match.index;
  return { inner, span: spanAt(document, start, start + whole.trimEnd().length) };
}

/** Comments in a text of any language: after a mark that opens a comment, up to one that closes it. */
export function disablingsIn(text: string): Disabling[] {
  let offset = 0;
  const lines = text.split('\n');
  return lines.flatMap((source, index) => {
    const start = offset;
    offset += source.length + 1;
    const match =
      /(?:<!--|\/\/|\/\*|\{\/\*|#|--|;|^\s*\*|^\s*\.\.)\s*(docket-disable-next-line\b.*)$/.exec(
        source,
      );
    const [, inner = ''] = match ?? [];
    if (!match) return [];
    const span: Span = {
      start: { line: index + 1, column: match.index + 1, offset: start + match.index },
      end: { line: index + 1, column: source.length + 1, offset: start + source.length },
    };
    const words = inner.replace(/\s*(?:-->|\*\/\}?)\s*$/, '');
    return readComment(words, span, nextLine(lines, index + 1));
  });
}

function readComment(inner: string, span: Span, line: number): Disabling[] {
  const rest = COMMENT.exec(inner)?.[1];
  if (rest === undefined) {
    const unknown = OTHER.exec(inner)?.[1];
    return unknown === undefined ? [] : [{ rules: [], reason: undefined, unknown, span, line }];
  }
  const [names = '', ...words] = rest.split(/(?:^|\s)--(?:\s|$)/);
  const reason = words.join(' -- ').trim();
  return [
    {
      rules: names.split(/[\s,]+/).filter((name) => name !== ''),
      reason: reason === '' ? undefined : reason,
      span,
      line,
    },
  ];
}

/** The first line after `line` that is not empty; lines count from 1. */
function nextLine(lines: readonly string[], line: number): number {
  let next = line;
  while (next < lines.length && !/\S/.test(lines[next] ?? '')) next += 1;
  return next < lines.length ? next + 1 : line + 1;
}
