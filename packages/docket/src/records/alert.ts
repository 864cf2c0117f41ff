import type { Blockquote, Paragraph, Text } from 'mdast';

/** The kinds of alert that GitHub knows. */
export const ALERT_KINDS = ['note', 'tip', 'important', 'warning', 'caution'] as const;

/** A quote that is shown as an alert. */
export interface Alert {
  readonly kind: (typeof ALERT_KINDS)[number];
  /** The paragraph it opens with. */
  readonly paragraph: Paragraph;
  /** The text that says what it is, alone on the first line. */
  readonly mark: Text;
  /** What follows the mark in the same text. */
  readonly rest: string;
}

/** The mark of an alert as an identifier in brackets, in any case. */
export const ALERT_MARK = new RegExp(`^!(?:${ALERT_KINDS.join('|')})$`, 'i');

const OPENING = new RegExp(`^\\[!(${ALERT_KINDS.join('|')})\\][ \\t]*(?:\\n|$)`, 'i');

/**
 * Reads a quote as an alert; `undefined` where its first line says more than the mark, or nothing follows it.
 * @param text the text that the quote's position counts in: a backslash in it before the mark makes it plain text
 */
export function alertOf(quote: Blockquote, text: string): Alert | undefined {
  const [paragraph, ...others] = quote.children;
  if (paragraph?.type !== 'paragraph') return undefined;
  const [mark, next] = paragraph.children;
  const match = mark?.type === 'text' ? OPENING.exec(mark.value) : null;
  if (mark?.type !== 'text' || !match) return undefined;
  if (!text.startsWith('[', mark.position?.start.offset)) return undefined;
  const kind = ALERT_KINDS.find((known) => known === match[1]?.toLowerCase());
  const rest = mark.value.slice(match[0].length);
  const endsLine = match[0].endsWith('\n') || next === undefined || next.type === 'break';
  const hasContent = rest !== '' || next !== undefined || others.length > 0;
  return kind && endsLine && hasContent ? { kind, paragraph, mark, rest } : undefined;
}
