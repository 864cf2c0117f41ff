import { type Alert, alertOf } from 'docket/records';
import type { MdastPluginDefinition } from 'satteri';

const TITLES: Readonly<Record<Alert['kind'], string>> = {
  note: 'Note',
  tip: 'Tip',
  important: 'Important',
  warning: 'Warning',
  caution: 'Caution',
};

/** Shows quotes that are alerts as asides with a title, without the mark that makes them one. */
export function alertsPlugin(): MdastPluginDefinition {
  return {
    name: 'docket-alerts',
    options: { position: true },
    blockquote(node, ctx) {
      const alert = alertOf(node, ctx.source);
      if (!alert) return;
      const { kind, paragraph, mark, rest } = alert;
      ctx.setProperty(node, 'data', {
        hName: 'aside',
        hProperties: { className: ['alert', kind], ariaLabel: TITLES[kind] },
      });
      const [, next] = paragraph.children;
      if (rest !== '') ctx.replaceNode(mark, { type: 'text', value: rest });
      else if (next === undefined) ctx.removeNode(paragraph);
      else {
        ctx.removeNode(mark);
        if (next.type === 'break') ctx.removeNode(next);
      }
      ctx.prependChild(node, {
        type: 'paragraph',
        data: { hProperties: { className: ['alert-title'], ariaHidden: 'true' } },
        children: [{ type: 'text', value: TITLES[kind] }],
      });
    },
  };
}
