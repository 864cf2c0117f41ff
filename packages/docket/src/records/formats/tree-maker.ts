import type {
  Blockquote,
  Code,
  Heading,
  Html,
  Nodes,
  Paragraph,
  PhrasingContent,
  RootContent,
  Text,
} from 'mdast';
import { type Places, spanAt } from '../markdown.ts';
import { type InlineRule, readInline } from './inline.ts';
import { endOf, type SourceLine, stretchesOf } from './source-lines.ts';

/** Makes the nodes of a Markdown tree for a text in another format, each with its place in that text. */
export class TreeMaker {
  readonly places: Places;
  readonly #rules: readonly InlineRule[];

  /** @param rules how running text is marked up */
  constructor(places: Places, rules: readonly InlineRule[]) {
    this.places = places;
    this.#rules = rules;
  }

  node<N extends Nodes>(node: N, start: number, end: number): N {
    return { ...node, position: spanAt(this.places, start, end) };
  }

  text(value: string, start: number, end: number): Text {
    return this.node<Text>({ type: 'text', value }, start, end);
  }

  /** What stands between two offsets, as running text. */
  inline(start: number, end: number, depth = 0): PhrasingContent[] {
    return readInline(this, this.#rules, { start, end, depth });
  }

  /** Lines as running text; what stands between them in the text, such as comments, is left out. */
  running(lines: readonly SourceLine[], between = '\n'): PhrasingContent[] {
    return stretchesOf(this.places.text, lines).flatMap(({ start, end }, index) => [
      ...(index > 0 ? [this.text(between, start, start)] : []),
      ...this.inline(start, end),
    ]);
  }

  paragraph(lines: readonly SourceLine[]): Paragraph {
    return this.paragraphOf(this.running(lines), lines);
  }

  paragraphOf(children: PhrasingContent[], lines: readonly SourceLine[]): Paragraph {
    return this.node<Paragraph>({ type: 'paragraph', children }, ...rangeOf(lines));
  }

  /** @param at of what belongs to the heading: its marks, and lines of signs above and below it */
  heading(
    depth: number,
    title: SourceLine,
    { start, end }: { start: number; end: number },
  ): Heading {
    return this.node<Heading>(
      {
        type: 'heading',
        depth: Math.min(depth, 6) as Heading['depth'],
        children: this.inline(title.start, endOf(title)),
      },
      start,
      end,
    );
  }

  quote(children: RootContent[], start: number, end: number): Blockquote {
    return this.node<Blockquote>(
      { type: 'blockquote', children: children as Blockquote['children'] },
      start,
      end,
    );
  }

  /** Lines that are shown as they are. */
  code(lines: readonly SourceLine[], lang: string | null, at: number): Code {
    const value = lines.map(({ text }) => text).join('\n');
    return this.node<Code>({ type: 'code', lang, meta: null, value }, ...rangeOf(lines, at));
  }

  /** Lines that are HTML. */
  html(lines: readonly SourceLine[], at: number): Html {
    const [start, end] = rangeOf(lines, at);
    return this.node<Html>({ type: 'html', value: this.places.text.slice(start, end) }, start, end);
  }
}

function rangeOf(lines: readonly SourceLine[], at = 0): [start: number, end: number] {
  const last = lines.at(-1);
  return [lines[0]?.start ?? at, last ? endOf(last) : at];
}
