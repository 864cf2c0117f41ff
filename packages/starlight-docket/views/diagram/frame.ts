import { createHash } from 'node:crypto';
import { escapeHtml } from '../escape-html.ts';

/** A document that draws with Mermaid. */
export interface DiagramFrame {
  readonly html: string;
  /** The sources of its scripts, as a policy names them. */
  readonly scripts: readonly string[];
}

/**
 * The document of the frame that draws what Mermaid alone can draw. Both scripts stand in it, since a document without
 * an origin may load none of a site that keeps its files to itself, and its policy lets it load nothing at all. Mermaid
 * writes style elements, which is why it has a policy of its own.
 * @param library Mermaid's script
 * @param script what asks it
 */
export function diagramFrame(library: string, script: string): DiagramFrame {
  const texts = [library, script].map(inElement);
  const scripts = texts.map((text) => {
    const digest = createHash('sha256').update(text).digest('base64');
    return `'sha256-${digest}'`;
  });
  const policy = [
    "default-src 'none'",
    `script-src ${scripts.join(' ')}`,
    "style-src 'unsafe-inline'",
    'img-src data:',
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const html = [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    `<meta http-equiv="content-security-policy" content="${escapeHtml(policy)}">`,
    '<meta name="robots" content="noindex"><title>Diagrams</title></head><body>',
    ...texts.map((text) => `<script>${text}</script>`),
    '</body></html>\n',
  ].join('');
  return { html, scripts };
}

/** A script as the text of an element: what would end it, or begin a comment, is written otherwise in its strings. */
function inElement(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/<(?=\/script|script)/gi, '\\x3c')
    .replaceAll('<!--', '<\\!--');
}
