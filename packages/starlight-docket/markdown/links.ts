import { readTypedName } from 'docket/records';
import type { HastNode, HastPluginDefinition } from 'satteri';
import { type RecordLink, type ReferenceContext, resolveLink } from '../views/references.ts';

/**
 * Makes the links of a page work on the site, those in HTML too: relative ones lead to pages, those that start at the
 * site's root keep to its base, and those that lead to no page become text with a hint.
 * @param path of the page, relative to the root of the repository
 */
export function linksPlugin(context: ReferenceContext, path: string): HastPluginDefinition {
  const { t } = context;
  return {
    name: 'docket-links',
    element: {
      filter: ['a'],
      visit(node, ctx) {
        const { href, title, className } = node.properties;
        if (typeof href !== 'string') return;
        const target = resolveLink(context, href, path);
        // Children stay in place, so that what they hold can still be worked on by others.
        if (target.kind === 'record') {
          ctx.setProperty(node, 'href', target.link.url);
          ctx.setProperty(node, 'title', title ?? target.link.title);
          const own = Array.isArray(className) ? className : [];
          const classes = [...own, ...classesOf(target.link, ctx.textContent(node))];
          if (classes.length > 0) ctx.setProperty(node, 'className', classes);
        } else if (target.kind === 'url') {
          if (target.url !== href) ctx.setProperty(node, 'href', target.url);
        } else {
          const { id, name } = node.properties;
          const hint =
            target.kind === 'file'
              ? t('docket.text.fileOf', { file: target.path })
              : href === ''
                ? t('docket.text.emptyAddress')
                : t('docket.text.noPage', { address: href });
          // Other places may lead to a link by its id.
          ctx.replaceNode(node, spanNode('file-reference', hint, [...node.children], id ?? name));
        }
      },
    },
  };
}

/** Classes of a link: a bare number is not broken across lines, and what no longer stands is told apart. */
export function classesOf(link: RecordLink, text: string): string[] {
  const isNumber = readTypedName(text)?.kind !== undefined;
  return [...(isNumber ? ['id'] : []), ...(link.lapsed ? ['lapsed'] : [])];
}

type Element = Extract<HastNode, { type: 'element' }>;

/** A stretch of text with a hint. */
export function spanNode(
  className: string,
  title: string,
  children: Element['children'],
  id?: Element['properties'][string],
): Element {
  return {
    type: 'element',
    tagName: 'span',
    properties: { className: [className], title, ...(typeof id === 'string' && { id }) },
    children,
  };
}
