import path from 'node:path';
import type { SatteriResolvedOptions } from '@astrojs/markdown-satteri';
import type { MarkdownHeading } from 'astro';
import type { DocketRecord } from 'docket/records';
import { renderRecord } from '../markdown/render.ts';

/** The text of a record as its page shows it. */
export interface RecordHtml {
  readonly html: string;
  readonly headings: MarkdownHeading[];
}

/**
 * Renders records when their pages are made, each once. Their HTML stays out of Astro's content store, which would write
 * it to a file that the build compiles as a module.
 * @param root absolute path of the folder that holds the records
 */
export function recordRenderer(
  processor: SatteriResolvedOptions,
  root: string,
): (record: DocketRecord) => Promise<RecordHtml> {
  const made = new Map<DocketRecord, Promise<RecordHtml>>();
  return (record) => {
    const known = made.get(record);
    if (known) return known;
    const { text, excess, cutAt } = record.document;
    // The whole text, frontmatter included, so that the engine sees what the model saw; what the model read no further
    // is not given to the engine either.
    const isRead = excess === undefined && cutAt === undefined;
    const html = renderRecord(processor, isRead ? text : '', path.join(root, record.path));
    made.set(record, html);
    return html;
  };
}
