import type { Translate, Values, WordKey } from '../words/say.ts';
import { escapeHtml } from './escape-html.ts';

/**
 * A sentence of the site as HTML, for what no component renders.
 * @param html what stands in its places as it is; all else is escaped
 */
export function sentenceHtml(
  t: Translate,
  key: WordKey,
  html: Readonly<Record<string, string>>,
  values: Values = {},
): string {
  const places = Object.keys(html).map((name) => [name, `\0${name}\0`]);
  return t(key, { ...values, ...Object.fromEntries(places) })
    .split('\0')
    .map((part, index) => (index % 2 === 1 ? (html[part] ?? '') : escapeHtml(part)))
    .join('');
}
