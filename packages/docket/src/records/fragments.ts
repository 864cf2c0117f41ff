import GithubSlugger from 'github-slugger';
import type { Nodes } from 'mdast';
import { type HastPluginDefinition, type MdastPluginDefinition, markdownToHtml } from 'satteri';
import { gatePlugin, mayHoldHtml } from './gate.ts';
import { FEATURES, type MarkdownDocument, plainText, walk } from './markdown.ts';
import { perObject } from './memo.ts';

/** The fragments by which the places of a rendered document are linked to. */
export interface Fragments {
  /** The fragment of each Markdown heading, by the offset at which its block starts in the text. */
  readonly ofHeadings: ReadonlyMap<number, string>;
  /** Every fragment the document offers: headings, and what its HTML names. */
  readonly all: ReadonlySet<string>;
}

/**
 * Gives each heading of a rendered document its id, as GitHub does: from the text that is shown, spaces at its ends and
 * marks of footnotes included, numbered where another heading has the same. All headings count, those in quotes and
 * lists and those written as HTML, too. An id that an author gave stays.
 *
 * The site and the linter use this one function, so it must see the document before anything is added to it.
 */
export function headingIdsPlugin(): HastPluginDefinition {
  const slugger = new GithubSlugger();
  return {
    name: 'docket-heading-ids',
    element: {
      filter: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
      visit(node, ctx) {
        const id = slugger.slug(ctx.textContent(node));
        if (typeof node.properties['id'] !== 'string') ctx.setProperty(node, 'id', id);
      },
    },
  };
}

/** Marks of footnotes, and characters by name or number, whose spaces are kept in some places. */
const RENDERED = /\[\^|&[#a-z]/i;

const OFFSET = 'dataDocketOffset';

/**
 * Finds the fragments of a document by rendering it, unless its tree tells them: where it holds no HTML, no footnotes and
 * no characters by name, and in another format, whose headings the site names in the same way. Never throws.
 */
export const fragmentsOf: (
  document: Pick<MarkdownDocument, 'text' | 'cutAt' | 'format' | 'tree'>,
) => Fragments = perObject((document) => {
  const { text, cutAt, format } = document;
  const ofHeadings = new Map<number, string>();
  const all = new Set<string>();
  // What is nested too deeply is neither read nor rendered.
  if (cutAt !== undefined) return { ofHeadings, all };
  const isMarkdown = format === 'markdown';
  if (!isMarkdown || !(mayHoldHtml(text) || RENDERED.test(text))) {
    const slugger = new GithubSlugger();
    walk(document.tree, (node) => {
      if (node.type !== 'heading') return;
      const slug = slugger.slug(isMarkdown ? shownText(node) : plainText(node));
      ofHeadings.set(node.position?.start.offset ?? 0, slug);
      if (slug !== '') all.add(slug);
    });
    return { ofHeadings, all };
  }
  const markOffsets: MdastPluginDefinition = {
    name: 'docket-offsets',
    options: { position: true },
    heading(node, ctx) {
      const offset = node.position?.start.offset ?? 0;
      ctx.setProperty(node, 'data', { hProperties: { [OFFSET]: offset } });
    },
  };
  const collect: HastPluginDefinition = {
    name: 'docket-fragments',
    element: {
      filter: [],
      visit({ tagName, properties }) {
        const { id, name } = properties;
        if (typeof id === 'string' && id !== '') all.add(id);
        if (typeof name === 'string' && name !== '' && tagName === 'a') all.add(name);
        const offset = properties[OFFSET];
        if (typeof id === 'string' && offset !== undefined) ofHeadings.set(Number(offset), id);
      },
    },
  };
  markdownToHtml(text, {
    features: FEATURES,
    mdastPlugins: [markOffsets],
    hastPlugins: [gatePlugin(mayHoldHtml(text)), headingIdsPlugin(), collect],
  });
  return { ofHeadings, all };
});

/** The text of an element that is made from a node without HTML in it. */
function shownText(node: Nodes): string {
  if (node.type === 'inlineCode') return node.value.replaceAll('\n', ' ');
  if ('value' in node) return node.value;
  if (node.type === 'break') return '\n';
  return 'children' in node ? node.children.map(shownText).join('') : '';
}
