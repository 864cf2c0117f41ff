import type { Piece } from '../../records/difference.ts';
import { safeText } from '../screen-text.ts';

const ZERO_WIDTH_SPACE = '\u200b';
const COLUMNS = 100;

/**
 * Text of a record for a line of GitHub's Markdown: shown as written, on one line, without controls, and without
 * mentioning anyone, linking anything or opening a block.
 */
export function inline(text: string): string {
  const line = safeText(text.replace(/\s+/g, ' ').trim());
  return withoutMentions(escapeHtml(line))
    .replace(/[\\`*_[\]~|$]/g, '\\$&')
    .replace(/^(?:[#+=-]|\d+(?=[.)]))/, (mark) => (/\d/.test(mark) ? `${mark}\\` : `\\${mark}`));
}

/** A difference as a block that GitHub shows as it is written, with what is gone and what is new marked. */
export function preformatted(pieces: readonly Piece[]): string {
  let column = 0;
  const wrapped = (text: string): string =>
    text
      .split(/(\n| +)/)
      .map((word) => {
        if (word === '\n') {
          column = 0;
          return word;
        }
        if (/^ +$/.test(word) && column > COLUMNS) {
          column = 0;
          return '\n';
        }
        column += word.length;
        return withoutMentions(escapeHtml(safeText(word)));
      })
      .join('');
  const marked = pieces.map(({ kind, text }) => {
    const body = wrapped(text);
    if (kind === 'same') return body;
    return kind === 'added' ? `<ins>${body}</ins>` : `<del>${body}</del>`;
  });
  return `<pre>${marked.join('')}</pre>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Someone else's text must not notify people, and becomes no link to other issues, commits or hosts. */
function withoutMentions(text: string): string {
  return text
    .replace(
      /@(?=\w)|#(?=\d)|\bGH-(?=\d)|:(?=\/\/)|\bwww(?=\.)|\b(?:mailto|xmpp):/gi,
      `$&${ZERO_WIDTH_SPACE}`,
    )
    .replace(/\b[0-9a-f]{7}(?=[0-9a-f]{0,33}\b)/gi, `$&${ZERO_WIDTH_SPACE}`);
}
