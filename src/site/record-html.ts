import type { DocketRecord } from '../records/record.ts';

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
 * @param html `undefined` where none is to be kept
 * @returns whether it is kept
 */
export function keepHtml(record: DocketRecord, html: string | undefined): boolean {
  if (html === undefined) kept().delete(record.path);
  else kept().set(record.path, html);
  return html !== undefined;
}

/** The HTML of a record's text; `undefined` where Astro's store has it. */
export function keptHtml(record: DocketRecord | undefined): string | undefined {
  return record && kept().get(record.path);
}
