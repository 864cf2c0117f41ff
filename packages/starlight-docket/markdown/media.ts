import { readSrcset } from 'docket/records';
import type { HastPluginDefinition, HastVisitorContext } from 'satteri';
import { type ReferenceContext, resolveShown } from '../views/references.ts';
import { spanNode } from './links.ts';

type Visited = Parameters<
  Extract<HastPluginDefinition['element'], { filter: string[] }>['visit']
>[0];

/**
 * Leads the pictures, sound and film of a record to the copies that the site holds. An image that it does not hold
 * becomes its text with a hint; other addresses that lead nowhere are taken out.
 * @param path of the record, relative to the root of the repository
 */
export function mediaPlugin(context: ReferenceContext, path: string): HastPluginDefinition {
  const addressOf = (url: string): string | undefined => {
    const target = resolveShown(context, url.trim(), path);
    return target.kind === 'url' ? target.url : undefined;
  };
  return {
    name: 'docket-media',
    element: {
      filter: ['img', 'source', 'video', 'audio', 'track'],
      visit(node, ctx) {
        const { src, srcSet, poster, alt } = node.properties;
        const list = Array.isArray(srcSet) ? srcSet.join(', ') : srcSet;
        const candidates = readSrcset(typeof list === 'string' ? list : '').flatMap(
          ({ url, descriptor }) => {
            const address = addressOf(url);
            return address === undefined ? [] : [`${address} ${descriptor}`.trim()];
          },
        );
        const address = typeof src === 'string' ? addressOf(src) : undefined;
        if (address === undefined && typeof src === 'string' && node.tagName === 'img') {
          const text = typeof alt === 'string' && alt !== '' ? alt : src;
          const hint = `${src}, which this site does not hold`;
          ctx.replaceNode(node, spanNode('file-reference', hint, [{ type: 'text', value: text }]));
          return;
        }
        // Without an address these would be asked for at the address of the page.
        const needsAddress = node.tagName === 'source' || node.tagName === 'track';
        if (needsAddress && address === undefined && candidates.length === 0) {
          ctx.removeNode(node);
          return;
        }
        set(node, ctx, 'src', address);
        set(node, ctx, 'srcSet', candidates.length > 0 ? candidates.join(', ') : undefined);
        set(node, ctx, 'poster', typeof poster === 'string' ? addressOf(poster) : undefined);
      },
    },
  };
}

function set(
  node: Visited,
  ctx: HastVisitorContext,
  name: 'src' | 'srcSet' | 'poster',
  value: string | undefined,
): void {
  const before = node.properties[name];
  if (before !== undefined && before !== null && before !== value) {
    ctx.setProperty(node, name, value ?? null);
  }
}
