/** How the text of a record is marked up. */
export type Format = 'markdown' | 'asciidoc' | 'restructured-text';

/** What the formats are called. */
export const FORMAT_NAMES: Readonly<Record<Format, string>> = {
  markdown: 'Markdown',
  asciidoc: 'AsciiDoc',
  'restructured-text': 'reStructuredText',
};

/** Every format, for what is true of a record however it is marked up. */
export const EVERY_FORMAT: readonly Format[] = ['markdown', 'asciidoc', 'restructured-text'];

/** Endings of the files that are read as records. `.asc` is left to signatures. */
export const RECORD_ENDING = /\.(?:md|markdown|mdx|adoc|asciidoc|rst)$/i;

/** The format of a file by its ending; Markdown where the ending says nothing. */
export function formatOf(path: string): Format {
  if (/\.(?:adoc|asciidoc)$/i.test(path)) return 'asciidoc';
  return /\.rst$/i.test(path) ? 'restructured-text' : 'markdown';
}
