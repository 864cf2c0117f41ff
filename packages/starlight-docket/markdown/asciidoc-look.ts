import type { HastPluginDefinition } from 'satteri';
import type { Translate } from '../words/say.ts';
import { ALERT_TITLES } from './alerts.ts';

function isAlert(kind: string): kind is keyof typeof ALERT_TITLES {
  return Object.hasOwn(ALERT_TITLES, kind);
}

const LISTS: ReadonlySet<string> = new Set(['ul', 'ol', 'dl']);

/**
 * Gives what came from AsciiDoc through the gate the look of its like in Markdown: admonitions that of alerts, and code
 * that of its language.
 */
export function asciidocLookPlugin(t: Translate): HastPluginDefinition {
  return {
    name: 'docket-asciidoc-look',
    element: [
      {
        filter: ['aside'],
        visit(node, ctx) {
          const kind = node.properties['ariaLabel'];
          if (typeof kind !== 'string' || !isAlert(kind)) return;
          const title = t(ALERT_TITLES[kind]);
          ctx.setProperty(node, 'className', ['alert', kind]);
          ctx.setProperty(node, 'ariaLabel', title);
          ctx.prependChild(node, {
            type: 'element',
            tagName: 'p',
            properties: { className: ['alert-title'], ariaHidden: 'true' },
            children: [{ type: 'text', value: title }],
          });
        },
      },
      {
        // Every item is a paragraph there; most are one in a list whose items stand close.
        filter: ['li'],
        visit(node, ctx) {
          const [first, ...rest] = node.children.filter(
            (child) => child.type !== 'text' || /\S/.test(child.value),
          );
          const isClose = rest.every((one) => one.type === 'element' && LISTS.has(one.tagName));
          if (first?.type === 'element' && first.tagName === 'p' && isClose)
            ctx.replaceNode(first, [...first.children]);
        },
      },
      {
        filter: ['pre'],
        visit(node, ctx) {
          const { lang } = node.properties;
          // Expressive Code asks the data for the language, and drawings are known by the class.
          const isNamed = typeof lang === 'string';
          ctx.replaceNode(node, {
            type: 'element',
            tagName: 'pre',
            properties: {},
            children: [
              {
                type: 'element',
                tagName: 'code',
                properties: isNamed ? { className: [`language-${lang}`] } : {},
                ...(isNamed && { data: { lang } }),
                children: [{ type: 'text', value: ctx.textContent(node) }],
              },
            ],
          });
        },
      },
    ],
  };
}
