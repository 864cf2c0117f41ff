import type {
  Blockquote,
  Code,
  Definition,
  Html,
  Image,
  ImageReference,
  InlineCode,
  Link,
  LinkReference,
  Parents,
  Table,
  Text,
} from 'mdast';
import { type Tag, tagsIn } from './html-tags.ts';
import { type MarkdownDocument, plainText, walk } from './markdown.ts';
import { perObject } from './memo.ts';

/** A link or image with the title of the top-level section it stands in. */
export interface LinkNode {
  readonly node: Link | LinkReference | Image | ImageReference;
  /** `undefined` before the first heading. */
  readonly section: string | undefined;
}

/** A text with the title of the section it stands in, as a link has it. */
export interface TextNode {
  readonly node: Text;
  readonly section: string | undefined;
}

/** A piece of HTML with its tags. */
export interface HtmlNode {
  readonly node: Html;
  readonly tags: readonly Tag[];
  readonly section: string | undefined;
}

/** The nodes of a document that readers and rules look for, by kind, in document order. */
export interface DocumentNodes {
  readonly code: readonly Code[];
  readonly inlineCode: readonly InlineCode[];
  readonly html: readonly HtmlNode[];
  readonly quotes: readonly Blockquote[];
  readonly tables: readonly Table[];
  readonly text: readonly Text[];
  /** Text outside links, also those written as HTML, and outside headings. */
  readonly runningText: readonly TextNode[];
  readonly links: readonly LinkNode[];
  readonly definitions: readonly Definition[];
}

/** Collects the nodes of a document in one walk, which everybody shares. */
export const nodesOf: (document: MarkdownDocument) => DocumentNodes = perObject(collect);

function collect(document: MarkdownDocument): DocumentNodes {
  const nodes = {
    code: [] as Code[],
    inlineCode: [] as InlineCode[],
    html: [] as HtmlNode[],
    quotes: [] as Blockquote[],
    tables: [] as Table[],
    text: [] as Text[],
    runningText: [] as TextNode[],
    links: [] as LinkNode[],
    definitions: [] as Definition[],
  };
  let section: string | undefined;
  let isInsideAnchor = false;
  walk(document.tree, (node, parents) => {
    switch (node.type) {
      case 'heading':
        if (node.depth <= 2 && parents.length === 1) section = plainText(node);
        break;
      case 'text':
        nodes.text.push(node);
        if (!isInsideAnchor && !parents.some(isLinkOrHeading))
          nodes.runningText.push({ node, section });
        break;
      case 'link':
      case 'linkReference':
        // A browser ends an open link where another begins.
        isInsideAnchor = false;
        nodes.links.push({ node, section });
        break;
      case 'image':
      case 'imageReference':
        nodes.links.push({ node, section });
        break;
      case 'code':
        nodes.code.push(node);
        break;
      case 'inlineCode':
        nodes.inlineCode.push(node);
        break;
      case 'html':
        nodes.html.push({ node, tags: tagsIn(node.value), section });
        isInsideAnchor = endsInsideAnchor(nodes.html.at(-1)?.tags ?? [], isInsideAnchor);
        break;
      case 'blockquote':
        nodes.quotes.push(node);
        break;
      case 'table':
        nodes.tables.push(node);
        break;
      case 'definition':
        nodes.definitions.push(node);
        break;
    }
  });
  return nodes;
}

function endsInsideAnchor(tags: readonly Tag[], before: boolean): boolean {
  const last = tags.findLast(({ name }) => name === 'a');
  return last ? !last.isClosing : before;
}

function isLinkOrHeading(node: Parents): boolean {
  return node.type === 'link' || node.type === 'linkReference' || node.type === 'heading';
}
