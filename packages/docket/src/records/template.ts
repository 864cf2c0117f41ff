import type { Role } from './dialects/headings.ts';
import type { Span } from './finding.ts';
import { LAYOUT, type Layout, type RecordKind } from './layout.ts';
import { type MarkdownDocument, parseMarkdown, plainText, walk } from './markdown.ts';
import { rolesOfLevel, type TemplateLevel } from './roles.ts';
import { outlineOf, type Section } from './sections.ts';
import { firstTable } from './table.ts';

/** What a template asks of one section. */
export interface SectionContract {
  readonly title: string;
  /** What the section is for; `undefined` where nothing says so. */
  readonly role: Role | undefined;
  readonly depth: number;
  /** Marked `<!-- docket: optional -->` below the heading. */
  readonly optional: boolean;
  /** Required sub-sections, in order; lettered ones are in `series` instead. */
  readonly children: readonly SectionContract[];
  /** Lettered sub-sections such as `Option A: …`, where the template has them. */
  readonly series: SeriesContract | undefined;
  /** Columns of the table the section holds, where the template has one. */
  readonly columns: readonly string[] | undefined;
  /** Place in the template. */
  readonly span: Span;
}

/** Lettered sub-sections: at least as many as the template shows, with the bold labels each of them has. */
export interface SeriesContract {
  /** The word before the letter, such as `Option`. */
  readonly word: string;
  readonly minimum: number;
  /** Bold labels that open a list in each, such as `Pros`. */
  readonly labels: readonly string[];
}

/** What a template asks of every record of its kind. */
export interface TemplateContract {
  readonly kind: RecordKind;
  readonly path: string;
  readonly sections: readonly SectionContract[];
  /**
   * Index in `sections` before which sections of the author's own may stand, as `<!-- docket: free sections -->`
   * marks it; `undefined` where the template allows none.
   */
  readonly freeBefore: number | undefined;
  /** Labels of the `**Label:** …` lines below the title. */
  readonly labels: readonly string[];
  /** Text in braces that an author replaces, such as `{The decision}`. */
  readonly placeholders: ReadonlySet<string>;
  /** Guidance comments an author deletes. */
  readonly guidance: ReadonlySet<string>;
}

const OPTIONAL = /<!--\s*docket:\s*optional\s*-->/;
const FREE = /<!--\s*docket:\s*free sections\s*-->/;
const ROLE = /<!--\s*docket:\s*role\s+([a-z-]+)\s*-->/;
const SERIES = /^(\S+) [A-Z]: /;

/** Whether a piece of HTML is a mark by which a template tells Docket something. */
export function isTemplateMark(html: string): boolean {
  return [OPTIONAL, FREE, ROLE].some((mark) => mark.exec(html.trim())?.[0] === html.trim());
}

/**
 * Reads a template as the contract of its kind: the only source of required sections, their roles, their order,
 * sub-sections and tables. Never throws; an empty template asks for nothing.
 */
export function readTemplate(
  kind: RecordKind,
  text: string,
  layout: Layout = LAYOUT,
): TemplateContract {
  const { template: path, headings } = layout[kind];
  const document = parseMarkdown(text);
  const outline = outlineOf(document);
  const top = outline.sections[0];
  const isTitled = top?.depth === 1;
  const sections = isTitled ? top.children : outline.sections;
  const free = sections.findIndex((section) => markIn(section, FREE));
  return {
    kind,
    path,
    sections: levelContract(document, sections, { kind, below: 'top', headings }),
    freeBefore: free < 0 ? undefined : free + 1,
    labels: isTitled
      ? top.blocks.flatMap((block) =>
          block.type === 'paragraph'
            ? block.children
                .filter((child) => child.type === 'strong')
                .map((child) => plainText(child).replace(/:$/, ''))
            : [],
        )
      : [],
    placeholders: new Set(text.match(/\{[^{}\n]+\}|\bADR-NNN\b|\bYYYY-MM-DD\b/g) ?? []),
    guidance: guidanceOf(document),
  };
}

function levelContract(
  document: MarkdownDocument,
  sections: readonly Section[],
  level: TemplateLevel,
): SectionContract[] {
  const roles = rolesOfLevel(
    sections.map((section) => ({
      title: section.title,
      mark: markIn(section, ROLE)?.[1],
      isSeries: section.children.some((child) => SERIES.test(child.title)),
    })),
    level,
  );
  return sections.map((section, index) =>
    sectionContract(document, section, { ...level, below: roles[index] }),
  );
}

/** The contract of one section; `inner` is the level below it. */
function sectionContract(
  document: MarkdownDocument,
  section: Section,
  inner: TemplateLevel,
): SectionContract {
  const lettered = section.children.filter((child) => SERIES.test(child.title));
  const plain = section.children.filter((child) => !SERIES.test(child.title));
  const word = lettered[0] && SERIES.exec(lettered[0].title)?.[1];
  return {
    title: section.title,
    role: inner.below === 'top' ? undefined : inner.below,
    depth: section.depth,
    optional: markIn(section, OPTIONAL) !== undefined,
    children: levelContract(document, plain, inner),
    series:
      word === undefined
        ? undefined
        : { word, minimum: lettered.length, labels: lettered[0] ? boldLabels(lettered[0]) : [] },
    columns: firstTable(document, section.blocks)?.columns,
    span: section.span,
  };
}

/** A mark that stands below the heading of a section. */
function markIn({ blocks }: Section, mark: RegExp): RegExpExecArray | undefined {
  for (const block of blocks) {
    const found = block.type === 'html' ? mark.exec(block.value) : null;
    if (found) return found;
  }
  return undefined;
}

function boldLabels(section: Section): string[] {
  return section.blocks.flatMap((block) =>
    block.type === 'paragraph' &&
    block.children.length === 1 &&
    block.children[0]?.type === 'strong'
      ? [plainText(block).replace(/:$/, '')]
      : [],
  );
}

function guidanceOf(document: MarkdownDocument): Set<string> {
  const comments = new Set<string>();
  walk(document.tree, (node) => {
    if (node.type === 'html' && /^<!--(?!\s*docket:)/.test(node.value))
      comments.add(node.value.trim());
  });
  return comments;
}
