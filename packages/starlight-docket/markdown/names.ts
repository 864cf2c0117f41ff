import type { DocketRecord } from 'docket/records';
import type { HastNode, HastPluginDefinition } from 'satteri';
import { linkTo, type RecordLink, type ReferenceContext, segmentsOf } from '../views/references.ts';
import { isInside } from './inside.ts';
import { classesOf, spanNode } from './links.ts';

/**
 * Links what a record names without a link: other records by number in plain text, and by path in backticks. Records
 * that the repository does not hold become text with a hint.
 */
export function namesPlugin(context: ReferenceContext, record: DocketRecord): HastPluginDefinition {
  return {
    name: 'docket-names',
    text(node, ctx) {
      // Every record is named with a number, and most texts hold none.
      if (!/\d{3}/.test(node.value)) return;
      const segments = segmentsOf(context, node.value, record);
      if (segments.every((segment) => segment.kind === 'text' || segment.kind === 'path')) return;
      if (isInside(node, ctx, NO_NAMES)) return;
      ctx.replaceNode(
        node,
        segments.map((segment): HastNode => {
          const text = { type: 'text', value: segment.text } as const;
          if (segment.kind === 'record') return linkNode(segment.link, segment.text, [text]);
          if (segment.kind !== 'missing') return text;
          return spanNode('missing-record', segment.hint, [
            text,
            hiddenNode(` ${context.t('docket.text.missingNote')}`),
          ]);
        }),
      );
    },
    element: {
      filter: ['code'],
      visit(node, ctx) {
        const path = ctx.textContent(node);
        const target = context.corpus.byPath(path);
        if (!target || target === record || isInside(node, ctx, NO_LINKS)) return;
        ctx.wrapNode(node, linkNode(linkTo(context.base, target), path, []));
      },
    },
  };
}

// A link does not hold another, a heading is one, and code and drawings are shown as they are.
const NO_LINKS: ReadonlySet<string> = new Set('a button pre svg h1 h2 h3 h4 h5 h6'.split(' '));
const NO_NAMES: ReadonlySet<string> = new Set([
  ...NO_LINKS,
  ...'code kbd samp script style textarea title'.split(' '),
]);

type Element = Extract<HastNode, { type: 'element' }>;

function linkNode(link: RecordLink, text: string, children: Element['children']): Element {
  const className = classesOf(link, text);
  return {
    type: 'element',
    tagName: 'a',
    properties: {
      href: link.url,
      title: link.title,
      ...(className.length > 0 && { className }),
    },
    children,
  };
}

function hiddenNode(text: string): Element {
  return {
    type: 'element',
    tagName: 'span',
    properties: { className: ['sr-only'], dataPagefindIgnore: '' },
    children: [{ type: 'text', value: text }],
  };
}
