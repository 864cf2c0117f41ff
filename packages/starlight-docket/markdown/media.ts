import { readSrcset } from 'docket/records';
import type { HastPluginDefinition, HastVisitorContext } from 'satteri';
import { type ReferenceContext, resolveShown } from '../views/references.ts';
import { isInside } from './inside.ts';
import { spanNode } from './links.ts';

type Visited = Parameters<
  Extract<HastPluginDefinition['element'], { filter: string[] }>['visit']
>[0];

const LINK: ReadonlySet<string> = new Set(['a']);

/**
 * Leads the pictures, sound and film of a record to the copies that the site holds. An image that it does not hold
 * becomes its text with a hint, and one that is elsewhere a link, where the policy of the site lets none be loaded;
 * other addresses that lead nowhere are taken out.
 * @param path of the record, relative to the root of the repository
 */
export function mediaPlugin(
  context: ReferenceContext & { readonly delivers?: boolean },
  path: string,
): HastPluginDefinition {
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
        const text = typeof alt === 'string' && alt !== '' ? alt : String(src);
        if (context.delivers && node.tagName === 'img' && isElsewhere(address)) {
          const children = [{ type: 'text' as const, value: text }];
          const link = { tagName: 'a', properties: { href: address }, children } as const;
          if (isInside(node, ctx, LINK)) ctx.replaceNode(node, children);
          else ctx.replaceNode(node, { type: 'element', ...link });
          return;
        }
        if (address === undefined && typeof src === 'string' && node.tagName === 'img') {
          const hint = context.t('docket.text.notHeld', { address: src });
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

function isElsewhere(address: string | undefined): boolean {
  return address !== undefined && /^(?:https?:)?\/\//i.test(address);
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
