import { createRequire } from 'node:module';
import { asciidocPictures, asciidocReference } from 'docket/records';
import { escapeHtml } from '../views/escape-html.ts';

/** The package that converts AsciiDoc: a user's own, for whom has no AsciiDoc needs none. */
export const ASCIIDOCTOR: string = '@asciidoctor/core';

/** A block as Asciidoctor gives it to what converts it. */
interface Block {
  readonly style?: string | undefined;
  readonly title?: string | undefined;
  readonly blocks: readonly unknown[];
  content(): Promise<string | null | undefined>;
  getAttribute(name: string): unknown;
}

/** A link as Asciidoctor gives it to what converts it. */
interface Anchor {
  readonly type: string;
  readonly role?: string | undefined;
  target: string;
  /** `path` of a reference is the file that it names, without its ending. */
  getAttribute(name: string): unknown;
}

/** What converts the blocks of a document, one kind a method. */
interface Converter {
  convert_section(section: Block): Promise<string>;
  convert_listing(block: Block): Promise<string>;
  convert_literal(block: Block): Promise<string>;
  convert_inline_anchor(anchor: Anchor): Promise<string> | string;
}

/** What is used of Asciidoctor.js. */
interface Asciidoctor {
  convert(text: string, options: Readonly<Record<string, unknown>>): Promise<unknown>;
  readonly SemanticHtml5Converter: new (backend: string, options?: object) => Converter;
}

/**
 * Asciidoctor.js; `undefined` where it is not installed.
 * @throws {Error} where it is installed and cannot be loaded
 */
export function loadAsciidoctor(): Asciidoctor | undefined {
  // Required, for by the time that the records are known, the Vite that read the configuration loads nothing any more.
  const require = createRequire(import.meta.url);
  try {
    return require(ASCIIDOCTOR);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

/**
 * Converts AsciiDoc to HTML, which is no more to be trusted than its author: it must pass the gate. Nothing is included,
 * fetched or read (https://docs.asciidoctor.org/asciidoctor/latest/safe-modes/#secure).
 * @param path of the file, relative to the root of the repository
 * @throws {Error} where Asciidoctor stops at the text
 */
export async function asciidocHtml(
  { convert, SemanticHtml5Converter }: Asciidoctor,
  text: string,
  path: string,
): Promise<string> {
  // Attributes and elements are those that pass the gate; `asciidocLookPlugin` gives them their look.
  class RecordConverter extends SemanticHtml5Converter {
    override async convert_section(section: Block): Promise<string> {
      return flatSection(await super.convert_section(section));
    }

    override async convert_listing(block: Block): Promise<string> {
      const language = block.style === 'source' ? block.getAttribute('language') : block.style;
      return codeHtml(await super.convert_listing(block), block, language);
    }

    override async convert_literal(block: Block): Promise<string> {
      return codeHtml(await super.convert_literal(block), block, block.style);
    }

    override convert_inline_anchor(anchor: Anchor): Promise<string> | string {
      if (!/(?:^|\s)include$/.test(anchor.role ?? '')) {
        const isToFile = anchor.type === 'xref' && typeof anchor.getAttribute('path') === 'string';
        if (isToFile) anchor.target = asciidocReference(path, anchor.target);
        return super.convert_inline_anchor(anchor);
      }
      // Nothing is included, and what would have been is no page.
      return `<code>include::${escapeHtml(anchor.target)}[]</code>`;
    }

    async convert_admonition(block: Block): Promise<string> {
      const content = (await block.content()) ?? '';
      const title = block.title ? `<p><strong>${block.title}</strong></p>` : '';
      const inside = block.blocks.length === 0 ? `<p>${content}</p>` : content;
      const kind = escapeHtml(String(block.getAttribute('name')));
      return `<aside aria-label="${kind}">${title}${inside}</aside>`;
    }
  }
  const pictures = asciidocPictures(path);
  const html = await convert(text, {
    safe: 'secure',
    backend: 'semantic-html5',
    converter: RecordConverter,
    // What is wrong with the text is for its author, not for who builds the site.
    logger: null,
    attributes: {
      showtitle: '',
      'skip-front-matter': '',
      // Links lead to the files of other records, from which the site finds their pages.
      relfilesuffix: /\.[^.]*$/.exec(path)?.[0] ?? '',
      ...(pictures !== undefined && { 'imagesdir@': pictures }),
    },
  });
  return String(html);
}

/**
 * A section as its heading and what stands below it, as Markdown has it. Its fragment by AsciiDoc stays where it leads;
 * the heading gets that of the site.
 */
function flatSection(html: string): string {
  const [opening, attributes = '', heading = ''] =
    /^<section([^>]*)>\s*(<h\d[^>]*>)/.exec(html) ?? [];
  if (opening === undefined) return html;
  const id = /\sid="([^"]*)"/.exec(attributes)?.[1];
  const place = id === undefined ? '' : `<span id="${id}"></span>`;
  return `${heading}${place}${html.slice(opening.length).replace(/\s*<\/section>\s*$/, '')}`;
}

/** Blocks of code and drawings, with their language where the gate lets it pass; in a figure only with a caption. */
function codeHtml(html: string, { title }: Block, language: unknown): string {
  const isNamed = typeof language === 'string' && !/^(?:source|listing|literal)?$/.test(language);
  const named = isNamed
    ? html.replace(/<pre\b/, () => `<pre lang="${escapeHtml(language)}"`)
    : html;
  return title ? named : named.replace(/^<figure[^>]*>|<\/figure>$/g, '');
}
