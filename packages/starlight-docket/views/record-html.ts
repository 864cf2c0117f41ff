import type { DocketRecord } from 'docket/records';

// The loader and the pages are separate instances of this module in one process; see `model.ts`.
const HOLDER = Symbol.for('docket.record-html');

function kept(): Map<string, string> {
  const holder = globalThis as { [HOLDER]?: Map<string, string> };
  holder[HOLDER] ??= new Map();
  return holder[HOLDER];
}

/**
 * Keeps the HTML of a record's text for its page. Astro's content store would write it to a file, and the build would
 * compile that file as a module: of a thousand records, a fifth of the time.
 */
export function keepHtml(record: DocketRecord, html: string): void {
  kept().set(record.path, html);
}

/** The HTML of a record's text; `undefined` for what is no record. */
export function keptHtml(record: DocketRecord | undefined): string | undefined {
  return record && kept().get(record.path);
}
