import type { Heading, Nodes, RootContent } from 'mdast';
import type { Span } from './finding.ts';
import { fragmentsOf } from './fragments.ts';
import { type MarkdownDocument, plainText, spanAt, spanOf } from './markdown.ts';
import { perObject } from './memo.ts';

/** A heading with what stands below it. */
export interface Section {
  /** Plain text of the heading. */
  readonly title: string;
  /** The fragment that links to the heading, as GitHub and the site write it. */
  readonly slug: string;
  /** 1 for `#` to 6 for `######`. */
  readonly depth: number;
  readonly heading: Heading;
  /** The place of the heading. */
  readonly span: Span;
  /** From the heading to the last character before the next section of this or a higher level. */
  readonly extent: Span;
  /** Blocks before the first sub-section. */
  readonly blocks: readonly RootContent[];
  readonly children: readonly Section[];
}

/** A document cut at its headings. */
export interface Outline {
  /** Blocks before the first heading, without the frontmatter. */
  readonly preamble: readonly RootContent[];
  /** Top-level sections in order: each heading that has no higher one before it. */
  readonly sections: readonly Section[];
  /** Every section, depth first, in document order. */
  readonly all: readonly Section[];
  /** Every fragment the document offers. */
  readonly slugs: ReadonlySet<string>;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Draft = Mutable<Omit<Section, 'blocks' | 'children'>> & {
  blocks: RootContent[];
  children: Draft[];
};

/** Cuts a document at its headings. Headings inside quotes and lists are content, not structure. */
export function outlineOf(document: MarkdownDocument): Outline {
  const preamble: RootContent[] = [];
  const top: Draft[] = [];
  const all: Draft[] = [];
  const open: Draft[] = [];

  const closeTo = (depth: number, end: number): void => {
    for (let last = open.at(-1); last && last.depth >= depth; last = open.at(-1)) {
      last.extent = spanAt(document, last.span.start.offset, trimEnd(document.text, end));
      open.pop();
    }
  };

  for (const node of document.tree.children) {
    if (node.type === 'yaml') continue;
    if (node.type !== 'heading') {
      (open.at(-1)?.blocks ?? preamble).push(node);
      continue;
    }
    const span = spanOf(document, node);
    closeTo(node.depth, span.start.offset);
    const section: Draft = {
      title: plainText(node),
      get slug() {
        return fragmentsOf(document).ofHeadings.get(node.position?.start.offset ?? 0) ?? '';
      },
      depth: node.depth,
      heading: node,
      span,
      extent: span,
      blocks: [],
      children: [],
    };
    (open.at(-1)?.children ?? top).push(section);
    all.push(section);
    open.push(section);
  }
  closeTo(0, document.text.length);
  return {
    preamble,
    sections: top,
    all,
    get slugs() {
      return fragmentsOf(document).all;
    },
  };
}

const titlesOf = perObject((sections: readonly Section[]) => byTitle(sections, new Map()));

/** The section of this title at any depth, compared without regard to case. */
export function findSection(sections: readonly Section[], title: string): Section | undefined {
  return titlesOf(sections).get(title.toLowerCase());
}

/** The first section of each title, depth first. */
function byTitle(sections: readonly Section[], found: Map<string, Section>): Map<string, Section> {
  for (const section of sections) {
    const title = section.title.toLowerCase();
    if (!found.has(title)) found.set(title, section);
    byTitle(section.children, found);
  }
  return found;
}

/** Whether a section says anything: text, a table, code or an image, in itself or below. */
export function hasContent(section: Section): boolean {
  return section.children.length > 0 || section.blocks.some(saysSomething);
}

function saysSomething(node: Nodes): boolean {
  if (node.type === 'definition') return false;
  if (node.type === 'code' || node.type === 'table') return true;
  if (node.type === 'image' || node.type === 'imageReference') return true;
  if (node.type === 'html') return SHOWN_ELEMENT.test(node.value) || hasTextOutsideTags(node.value);
  if ('value' in node) return /\S/.test(node.value);
  return 'children' in node && node.children.some(saysSomething);
}

const SHOWN_ELEMENT = /<(?:img|picture|svg|video)\b/i;

function hasTextOutsideTags(html: string): boolean {
  return /\S/.test(html.replace(/<!--[\s\S]*?(?:-->|$)/g, '').replace(/<[^>]*(?:>|$)/g, ''));
}

function trimEnd(text: string, end: number): number {
  return text.slice(0, end).trimEnd().length;
}
