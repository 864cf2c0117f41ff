import path from 'node:path';
import type { SatteriResolvedOptions } from '@astrojs/markdown-satteri';
import type { MarkdownHeading } from 'astro';
import type { DocketRecord, Finding, Layout } from 'docket/records';
import { isHeldBack, sourceHtml } from '../views/unread.ts';
import { renderRecord } from './render.ts';

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
}

/**
 * Renders records when their pages are made, each once. Their HTML stays out of Astro's content store, which would write
 * it to a file that the build compiles as a module.
 */
export function recordRenderer({ root, findings, layout, processor }: RenderingInput) {
  const made = new Map<DocketRecord, Promise<RecordHtml>>();
  const make = async (record: DocketRecord): Promise<RecordHtml> => {
    const { text } = record.document;
    if (isHeldBack(record, findings, layout)) return { html: sourceHtml(text), headings: [] };
    // The whole text, frontmatter included, so that the engine sees what the model saw.
    return renderRecord(processor, text, path.join(root, record.path));
  };
  return (record: DocketRecord): Promise<RecordHtml> => {
    const known = made.get(record) ?? make(record);
    made.set(record, known);
    return known;
  };
}
