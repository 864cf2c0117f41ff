import type { RootContent } from 'mdast';
import type { AsciidocLines } from './asciidoc-lines.ts';
import { type SourceLine, without } from './source-lines.ts';
import type { TreeMaker } from './tree-maker.ts';

/** What the blocks of an AsciiDoc text are read with. */
export interface AsciidocReading {
  readonly lines: AsciidocLines;
  readonly maker: TreeMaker;
  /** Reads the entry of an attribute where the next line is one. */
  takeAttribute(): boolean;
  /** Reads blocks until the text, or what they stand in, ends. */
  blocks(place: Place): RootContent[];
}

/** Where blocks are read. */
export interface Place {
  /** Whether they may be sections: neither in a list nor between delimiters. */
  readonly isTop?: boolean;
  /** Whether a line ends them; that line is left. */
  readonly ends?: Ends | undefined;
  /** Whether only the next one is read. */
  readonly isOne?: boolean;
}

/** Whether a line ends what is read. */
export type Ends = ((line: SourceLine) => boolean) | undefined;

/** The title that stands behind a mark on a line, without the same mark where that closes it. */
export function titleOf(line: SourceLine, mark: string): SourceLine {
  const sign = mark.trim();
  const title = without(line, mark.length);
  const closed = title.text.endsWith(` ${sign}`) ? title.text.slice(0, -sign.length) : title.text;
  return { text: closed.trimEnd(), start: title.start };
}

/** Whether a line is a comment. */
export function isComment({ text }: SourceLine): boolean {
  return /^\/\/(?!\/)/.test(text);
}

/** Whether a line opens or closes a block of comments. */
export function isCommentBlock({ text }: SourceLine): boolean {
  return /^\/{4,}$/.test(text);
}
