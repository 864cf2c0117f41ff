import { type Alert, alertOf } from 'docket/records';
import type { MdastPluginDefinition } from 'satteri';
import type { Translate, WordKey } from '../words/say.ts';

/** What an alert of each kind is called. */
export const ALERT_TITLES = {
  note: 'docket.alert.note',
  tip: 'docket.alert.tip',
  important: 'docket.alert.important',
  warning: 'docket.alert.warning',
  caution: 'docket.alert.caution',
} as const satisfies Readonly<Record<Alert['kind'], WordKey>>;

/** Shows quotes that are alerts as asides with a title, without the mark that makes them one. */
export function alertsPlugin(t: Translate): MdastPluginDefinition {
  return {
    name: 'docket-alerts',
    options: { position: true },
    blockquote(node, ctx) {
      const alert = alertOf(node, ctx.source);
      if (!alert) return;
      const { kind, paragraph, mark, rest } = alert;
      const title = t(ALERT_TITLES[kind]);
      ctx.setProperty(node, 'data', {
        hName: 'aside',
        hProperties: { className: ['alert', kind], ariaLabel: title },
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
        children: [{ type: 'text', value: title }],
      });
    },
  };
}
