import type { Definition, PhrasingContent } from 'mdast';
import type { MdastNode, MdastPluginDefinition, MdastVisitorContext } from 'satteri';
import type { DocketRecord } from '../../records/record.ts';
import {
  linkTo,
  type RecordLink,
  type ReferenceContext,
  resolveLink,
  segmentsOf,
} from '../references.ts';

/**
 * Makes the links of a page work on the site: relative ones lead to pages, those that start at the site's root keep to
 * its base, and those that lead to no page become text with a hint.
 * @param path of the page, relative to the root of the repository
 */
export function linksPlugin(context: ReferenceContext, path: string): MdastPluginDefinition {
  const definitions = new Map<string, Definition>();
  return {
    name: 'docket-links',
    before(root) {
      for (const node of root.children) {
        if (node.type === 'definition') definitions.set(node.identifier, node);
      }
    },
    link(node, ctx) {
      const target = resolveLink(context, node.url, path);
      // Children stay in place, so that what they hold can still be worked on by others.
      if (target.kind === 'record') {
        ctx.setProperty(node, 'url', target.link.url);
        ctx.setProperty(node, 'title', node.title ?? target.link.title);
        const className = classesOf(target.link, ctx.textContent(node));
        if (className.length > 0) ctx.setProperty(node, 'data', { hProperties: { className } });
      } else if (target.kind === 'url') {
        ctx.setProperty(node, 'url', target.url);
      } else {
        ctx.replaceNode(node, unlinked(target, node.url, [...node.children]));
      }
    },
    linkReference(node, ctx) {
      const definition = definitions.get(node.identifier);
      if (!definition) return;
      const target = resolveLink(context, definition.url, path);
      const children = [...node.children];
      if (target.kind === 'record') {
        ctx.replaceNode(
          node,
          linkNode(target.link, definition.title ?? target.link.title, children),
        );
      } else if (target.kind === 'url') {
        ctx.replaceNode(node, {
          type: 'link',
          url: target.url,
          title: definition.title ?? null,
          children,
        });
      } else {
        ctx.replaceNode(node, unlinked(target, definition.url, children));
      }
    },
  };
}

/**
 * Links what a record names without a link: other records by number in plain text, and by path in backticks. Records
 * that the repository does not hold become text with a hint.
 */
export function namesPlugin(
  context: ReferenceContext,
  record: DocketRecord,
): MdastPluginDefinition {
  return {
    name: 'docket-names',
    text(node, ctx) {
      // Every record is named with a number, and most texts hold none.
      if (!/\d{3}/.test(node.value)) return;
      const segments = segmentsOf(context, node.value, record);
      if (segments.every((segment) => segment.kind === 'text' || segment.kind === 'path')) return;
      if (isInsideLinkOrHeading(node, ctx)) return;
      ctx.replaceNode(
        node,
        segments.map((segment) => {
          const text = { type: 'text', value: segment.text } as const;
          if (segment.kind === 'record') return linkNode(segment.link, segment.link.title, [text]);
          if (segment.kind !== 'missing') return text;
          return spanNode('missing-record', segment.hint, [
            text,
            hiddenNode(' (not in this repository)'),
          ]);
        }),
      );
    },
    inlineCode(node, ctx) {
      const target = context.corpus.byPath(node.value);
      if (!target || target === record || isInsideLinkOrHeading(node, ctx)) return;
      const link = linkTo(context.base, target);
      ctx.replaceNode(
        node,
        linkNode(link, link.title, [{ type: 'inlineCode', value: node.value }]),
      );
    },
  };
}

/** Classes of a link: a bare number is not broken across lines, and what no longer stands is told apart. */
function classesOf(link: RecordLink, text: string): string[] {
  const isNumber = /^(?:ADR|Spec)[- ]\d+[a-z]?$/i.test(text);
  return [...(isNumber ? ['id'] : []), ...(link.lapsed ? ['lapsed'] : [])];
}

function linkNode(link: RecordLink, title: string, children: PhrasingContent[]) {
  const text = children.map((child) => ('value' in child ? child.value : '')).join('');
  const className = classesOf(link, text);
  return {
    type: 'link',
    url: link.url,
    title,
    children,
    ...(className.length > 0 && { data: { hProperties: { className } } }),
  } as const;
}

function unlinked(
  target: { readonly kind: 'file'; readonly path: string } | { readonly kind: 'none' },
  url: string,
  children: PhrasingContent[],
) {
  const hint =
    target.kind === 'file'
      ? `${target.path}, a file of the repository`
      : `${url}, which has no page here`;
  return spanNode('file-reference', hint, children);
}

function spanNode(className: string, title: string, children: PhrasingContent[]) {
  return {
    type: 'docketSpan',
    data: { hName: 'span', hProperties: { className: [className], title } },
    children,
  };
}

function hiddenNode(text: string): PhrasingContent {
  return {
    type: 'emphasis',
    data: { hName: 'span', hProperties: { className: ['sr-only'], 'data-pagefind-ignore': '' } },
    children: [{ type: 'text', value: text }],
  };
}

function isInsideLinkOrHeading(node: Readonly<MdastNode>, ctx: MdastVisitorContext): boolean {
  for (let parent = ctx.parent(node); parent; parent = ctx.parent(parent)) {
    if (parent.type === 'link' || parent.type === 'linkReference' || parent.type === 'heading')
      return true;
    // Neither can hold one of these.
    if (parent.type === 'paragraph' || parent.type === 'tableCell') return false;
  }
  return false;
}
