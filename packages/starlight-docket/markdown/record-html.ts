import path from 'node:path';
import type { SatteriResolvedOptions } from '@astrojs/markdown-satteri';
import type { MarkdownHeading } from 'astro';
import { type DocketRecord, type Finding, type Layout, layoutOfPath } from 'docket/records';
import { fileUrl } from '../views/home-of.ts';
import { foreignHtml, unreadHtml } from '../views/source-text.ts';
import { isHeldBack } from '../views/unread.ts';
import type { Translate } from '../words/say.ts';
import { ASCIIDOCTOR, asciidocHtml, loadAsciidoctor } from './asciidoc.ts';
import { renderHtml, renderRecord } from './render.ts';

/** The text of a record as its page shows it. */
export interface RecordHtml {
  readonly html: string;
  readonly headings: MarkdownHeading[];
}

/** What records are rendered with. */
export interface RenderingInput {
  /** Absolute path of the folder that holds the records. */
  readonly root: string;
  readonly findings: readonly Finding[];
  readonly layout: Layout;
  readonly processor: SatteriResolvedOptions;
  readonly t: Translate;
  /** Address of the repository's web view. */
  readonly repository: string | undefined;
  /** Whether a record is shown in more places than on its page; else its HTML would only fill memory. */
  readonly keeps: boolean;
}

/**
 * Renders records when their pages are made. Their HTML stays out of Astro's content store, which would write
 * it to a file that the build compiles as a module.
 */
export function recordRenderer({
  root,
  findings,
  layout,
  processor,
  repository,
  keeps,
  t,
}: RenderingInput) {
  const asSource = (html: string): RecordHtml => ({ html, headings: [] });
  const made = new Map<DocketRecord, Promise<RecordHtml>>();
  const make = async (record: DocketRecord): Promise<RecordHtml> => {
    const { text, format } = record.document;
    if (isHeldBack(record, findings, layoutOfPath(layout, record.path)))
      return asSource(unreadHtml(t, text));
    const file = path.join(root, record.path);
    const url = fileUrl({ corpus: { layout }, repository }, record.path);
    switch (format) {
      case 'markdown':
        // The whole text, frontmatter included, so that the engine sees what the model saw.
        return renderRecord(processor, text, file);
      case 'asciidoc': {
        const converted = await convert(t, record);
        return 'html' in converted
          ? renderHtml(processor, converted.html, file)
          : asSource(foreignHtml(t, { text, format, url, why: converted.why }));
      }
      case 'restructured-text':
        return asSource(foreignHtml(t, { text, format, url }));
    }
  };
  return (record: DocketRecord): Promise<RecordHtml> => {
    const known = made.get(record) ?? make(record);
    if (keeps) made.set(record, known);
    return known;
  };
}

/** The HTML of an AsciiDoc record, or why there is none. */
async function convert(
  t: Translate,
  { document, path: name }: DocketRecord,
): Promise<{ readonly html: string } | { readonly why: string }> {
  const asciidoctor = loadAsciidoctor();
  if (!asciidoctor) return { why: t('docket.text.needsConverter', { package: ASCIIDOCTOR }) };
  try {
    return { html: await asciidocHtml(asciidoctor, document.text, name) };
  } catch {
    return { why: t('docket.text.unconverted') };
  }
}
