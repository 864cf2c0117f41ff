import { FORMAT_NAMES, type Format } from 'docket/records';
import { escapeHtml } from './escape-html.ts';

/** UTF-16 units that a page shows of a text that it cannot show otherwise. */
const MOST_SHOWN = 100_000;

/** The text of a record as it was written, for a page that can show nothing else of it. */
export function unreadHtml(text: string | undefined): string {
  if (text === undefined) return '<p>The file holds no text that could be shown.</p>';
  return sourceHtml(text, 'This record could not be read further.');
}

/** A record whose format this site does not show. */
export interface ForeignText {
  readonly text: string;
  readonly format: Format;
  /** Address of the file in the repository's web view. */
  readonly url: string | undefined;
  /** Why it is shown so, where that can be changed. */
  readonly why?: string;
}

/** The text of a record in a format that this site does not show, with a link to where it may be shown. */
export function foreignHtml({ text, format, url, why }: ForeignText): string {
  const link = url === undefined ? '' : ` <a href="${escapeHtml(url)}">Open the file</a>.`;
  const reason = why === undefined ? '' : ` ${asCode(escapeHtml(why))}`;
  return sourceHtml(text, `This record is written in ${FORMAT_NAMES[format]}.${reason}${link}`);
}

function asCode(html: string): string {
  return html.replace(/`([^`]*)`/g, '<code>$1</code>');
}

/** @param lead HTML of what is said before it */
function sourceHtml(text: string, lead: string): string {
  const isCut = text.length > MOST_SHOWN;
  return [
    `<p>${lead} ${isCut ? 'The beginning of its text' : 'Its text'}, as it was written:</p>`,
    '<pre class="record-source-text" tabindex="0" role="region" aria-label="Text of the record"><code>',
    escapeHtml(text.slice(0, MOST_SHOWN)),
    '</code></pre>',
  ].join('');
}
