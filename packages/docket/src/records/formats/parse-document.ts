import { type MarkdownDocument, parseMarkdown } from '../markdown.ts';
import { parseAsciidoc } from './asciidoc.ts';
import { formatOf } from './format.ts';
import { parseRestructuredText } from './restructured-text.ts';

/** Parses a text by the format that the name of its file gives. Never throws: every text is a document. */
export function parseDocument(path: string, text: string): MarkdownDocument {
  switch (formatOf(path)) {
    case 'asciidoc':
      return parseAsciidoc(text, path);
    case 'restructured-text':
      return parseRestructuredText(text);
    case 'markdown':
      return parseMarkdown(text);
  }
}
