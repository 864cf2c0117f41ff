import { FORMAT_NAMES, type Format } from 'docket/records';
import type { Translate } from '../words/say.ts';
import { escapeHtml } from './escape-html.ts';

/** UTF-16 units that a page shows of a text that it cannot show otherwise. */
const MOST_SHOWN = 100_000;

/** The text of a record as it was written, for a page that can show nothing else of it. */
export function unreadHtml(t: Translate, text: string | undefined): string {
  if (text === undefined) return `<p>${escapeHtml(t('docket.text.empty'))}</p>`;
  return sourceHtml(t, text, escapeHtml(t('docket.text.unread')));
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
export function foreignHtml(t: Translate, { text, format, url, why }: ForeignText): string {
  const lead = [
    escapeHtml(t('docket.text.foreign', { format: FORMAT_NAMES[format] })),
    ...(why === undefined ? [] : [asCode(escapeHtml(why))]),
    ...(url === undefined
      ? []
      : [`<a href="${escapeHtml(url)}">${escapeHtml(t('docket.text.openFile'))}</a>.`]),
  ];
  return sourceHtml(t, text, lead.join(' '));
}

function asCode(html: string): string {
  return html.replace(/`([^`]*)`/g, '<code>$1</code>');
}

/** @param lead HTML of what is said before it */
function sourceHtml(t: Translate, text: string, lead: string): string {
  const isCut = text.length > MOST_SHOWN;
  return [
    `<p>${lead} ${escapeHtml(t(isCut ? 'docket.text.beginning' : 'docket.text.asWritten'))}</p>`,
    `<pre class="record-source-text" tabindex="0" role="region" aria-label="${escapeHtml(t('docket.text.written'))}"><code>`,
    escapeHtml(text.slice(0, MOST_SHOWN)),
    '</code></pre>',
  ].join('');
}
