import type { Html } from 'mdast';
import { markdownToHast } from 'satteri';
import type { Span } from './finding.ts';
import { gate, type Removed } from './gate.ts';
import { FEATURES, type MarkdownDocument, spanAt } from './markdown.ts';
import { perObject } from './memo.ts';
import { nodesOf } from './nodes.ts';

/** An opening tag in the HTML of a record, as a browser would read it. */
export interface HtmlTag {
  /** As written. */
  readonly name: string;
  readonly attributes: readonly HtmlAttribute[];
  /** Where it starts as the gate counts: the place of its piece of HTML, and the offset in that piece. */
  readonly offset: number;
  /** Place of `<name`. */
  readonly span: Span;
  /** Title of the top-level section it stands in, or `undefined` before the first one. */
  readonly section: string | undefined;
}

/** An attribute of a tag. */
export interface HtmlAttribute {
  /** In lower case. */
  readonly name: string;
  /** Without quotes and with character references resolved; empty where there is none. */
  readonly value: string;
  readonly span: Span;
  /** The value as written, between its quotes. */
  readonly valueSpan: Span;
}

/** The opening tags in the HTML of a document, in order. Comments and code are no HTML. */
export const htmlTags: (document: MarkdownDocument) => readonly HtmlTag[] = perObject(
  (document: MarkdownDocument) =>
    nodesOf(document).html.flatMap(({ node, tags, section }) => {
      const placeOf = placesOf(document.text, node);
      return tags
        .filter(({ isClosing }) => !isClosing)
        .map((tag) => ({
          name: node.value.slice(tag.start + 1, tag.start + 1 + tag.name.length),
          section,
          offset: (node.position?.start.offset ?? 0) + tag.start,
          span: spanAt(document, placeOf(tag.start), placeOf(tag.start + 1 + tag.name.length)),
          attributes: tag.attributes.map(({ name, value, start, end }) => {
            const [from, to] = valueWithin(node.value, start, end);
            return {
              name,
              value,
              span: spanAt(document, placeOf(start), placeOf(end)),
              valueSpan: spanAt(document, placeOf(from), placeOf(to)),
            };
          }),
        }));
    }),
);

/** What the gate keeps from the page, and where it stands. */
export interface RemovedHtml extends Removed {
  /** As written: the name of the attribute, or else that of the element. */
  readonly name: string;
  /** Place of the attribute, or else of `<name`. */
  readonly span: Span;
}

/** What of a document's HTML does not reach its page, in order: what the site leaves out when it renders it. */
export const removedHtml: (document: MarkdownDocument) => readonly RemovedHtml[] = perObject(
  (document: MarkdownDocument) => {
    // Without HTML all there is to remove are addresses of links, which are looked at as links.
    if (nodesOf(document).html.length === 0) return [];
    const tags = new Map(htmlTags(document).map((tag) => [tag.offset, tag]));
    const tree =
      document.format === 'markdown'
        ? markdownToHast(document.text, { features: FEATURES })
        : { type: 'root', children: nodesOf(document).html.map(({ node }) => rawOf(node)) };
    return gate(tree, document.text).removed.flatMap((removed) => {
      const tag = tags.get(removed.offset ?? -1);
      if (!tag) return [];
      const { attribute } = removed;
      if (attribute === undefined) return [{ ...removed, name: tag.name, span: tag.span }];
      const written = tag.attributes.find(({ name }) => isSameName(name, attribute));
      return [{ ...removed, name: written?.name ?? attribute, span: written?.span ?? tag.span }];
    });
  },
);

/** HTML as the tree of a page has it before it is parsed. */
function rawOf({ value, position }: Html) {
  return { type: 'raw', value, position };
}

/** Whether an attribute is the one that hast calls `property`. */
function isSameName(name: string, property: string): boolean {
  const plain = name.replace(/[-:]/g, '');
  return plain === (RENAMED[property] ?? property.toLowerCase());
}

const RENAMED: Readonly<Record<string, string>> = { className: 'class', htmlFor: 'for' };

/** Where the value of an attribute stands, without its quotes; at the end of one that has none. */
function valueWithin(html: string, start: number, end: number): readonly [number, number] {
  const [before, quote = ''] = /^[^=]*=\s*(["']?)/.exec(html.slice(start, end)) ?? [];
  if (before === undefined) return [end, end];
  const from = start + before.length;
  return [from, quote !== '' && html.charAt(end - 1) === quote && end > from ? end - 1 : end];
}

/**
 * Finds the place in a text of each offset of an HTML node's value, whose lines are without what the text sets before
 * them: the marks of quotes, the white space of lists.
 */
function placesOf(
  text: string,
  node: {
    readonly value: string;
    readonly position?:
      | {
          readonly start: { offset?: number | undefined };
          readonly end: { offset?: number | undefined };
        }
      | undefined;
  },
): (offset: number) => number {
  const { value } = node;
  const start = node.position?.start.offset ?? 0;
  const source = text.slice(start, node.position?.end.offset ?? start);
  if (source.startsWith(value)) return (offset) => start + offset;
  const written = source.split('\n');
  const lines = value.split('\n');
  return (offset) => {
    const before = value.slice(0, offset).split('\n');
    const line = before.length - 1;
    const column = before[line]?.length ?? 0;
    const lineStart = start + written.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0);
    const indent = (written[line] ?? '').replace(/\r$/, '').length - (lines[line] ?? '').length;
    return lineStart + Math.max(indent, 0) + column;
  };
}
