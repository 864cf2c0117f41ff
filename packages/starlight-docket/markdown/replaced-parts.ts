import { type AdrRecord, replacedParts } from 'docket/records';
import type { HastPluginDefinition } from 'satteri';
import type { SiteFrame } from '../site/model.ts';
import { escapeHtml } from '../views/escape-html.ts';
import { refTo } from '../views/record-ref.ts';
import { sentenceHtml } from '../views/sentence-html.ts';

/**
 * Says below the heading of each section that a later decision has replaced which one that is; `undefined` where there
 * is none.
 */
export function replacedPartsPlugin(
  { corpus, base, t }: Pick<SiteFrame, 'corpus' | 'base' | 't'>,
  record: AdrRecord,
): HastPluginDefinition | undefined {
  const notes = new Map<string, string>();
  for (const { section, by } of replacedParts(corpus, record)) {
    if (!section) continue;
    const { url, label, title } = refTo(base, by);
    const link = `<a href="${escapeHtml(url)}">${escapeHtml(`${label}: ${title}`)}</a>`;
    const told = notes.get(section.slug);
    notes.set(section.slug, told === undefined ? link : `${told}, ${link}`);
  }
  if (notes.size === 0) return undefined;
  return {
    name: 'docket-replaced-parts',
    element: {
      filter: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
      visit(node, ctx) {
        const links = notes.get(String(node.properties['id']));
        if (links === undefined) return;
        const lead = escapeHtml(t('docket.text.replacedLead'));
        const records = sentenceHtml(t, 'docket.text.replaced', { records: links });
        const value = `<p class="replaced-part"><strong>${lead}</strong> ${records}</p>`;
        ctx.insertAfter(node, [{ type: 'raw', value }]);
      },
    },
  };
}
