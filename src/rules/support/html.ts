import type { Span } from '../../records/finding.ts';
import { type MarkdownDocument, spanAt } from '../../records/markdown.ts';
import { nodesOf } from '../../records/nodes.ts';

/** An opening tag in the HTML of a record, as a browser would read it. */
export interface HtmlTag {
  /** As written. */
  readonly name: string;
  readonly attributes: readonly HtmlAttribute[];
  /** Place of `<name`. */
  readonly span: Span;
}

/** An attribute of a tag. */
export interface HtmlAttribute {
  /** In lower case. */
  readonly name: string;
  /** Without quotes and with numeric character references resolved; empty where there is none. */
  readonly value: string;
  readonly span: Span;
}

// A comment also ends at once, as `<!-->` or `<!--->`, and at `--!>`; browsers agree on that.
const COMMENT = /<!--(?:-?>|[\s\S]*?(?:--!?>|$))/g;
const TAG = /<([a-z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^>])*)>?/gi;
const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?/g;

/** The opening tags in the HTML of a document, in order. Comments and code are no HTML. */
export function htmlTags(document: MarkdownDocument): HtmlTag[] {
  return nodesOf(document).html.flatMap((node) => {
    const start = node.position?.start.offset ?? 0;
    const source = document.text.slice(start, node.position?.end.offset ?? start);
    const visible = source.replace(COMMENT, (comment) => ' '.repeat(comment.length));
    return [...visible.matchAll(TAG)].map((tag) => {
      const [, name = '', rest = ''] = tag;
      const at = start + tag.index;
      const attributesAt = at + 1 + name.length;
      return {
        name,
        span: spanAt(document, at, attributesAt),
        attributes: [...rest.matchAll(ATTRIBUTE)].map((attribute) => ({
          name: (attribute[1] ?? '').toLowerCase(),
          value: decode((attribute[2] ?? '').replace(/^["']|["']$/g, '')),
          span: spanAt(
            document,
            attributesAt + attribute.index,
            attributesAt + attribute.index + attribute[0].length,
          ),
        })),
      };
    });
  });
}

function decode(value: string): string {
  return value
    .replace(/&#x([0-9a-f]{1,6});?/gi, (_, digits: string) =>
      character(Number.parseInt(digits, 16)),
    )
    .replace(/&#(\d{1,7});?/g, (_, digits: string) => character(Number(digits)))
    .replace(/&(?:colon|tab|newline);/gi, (name) => (/colon/i.test(name) ? ':' : ' '));
}

function character(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
