import { type AdrRecord, comparableLabel, fieldOfLabel } from 'docket/records';
import type { HastNode, HastPluginDefinition } from 'satteri';
import { unknownStatus } from '../views/record-ref.ts';

type Element = Extract<HastNode, { type: 'element' }>;

/** What a block may hold that says no more than its words. */
const PLAIN = new Set(['p', 'ul', 'li', 'strong', 'em', 'br']);

/**
 * Takes `Label: value` lines off the beginning of a decision, which the head of its page shows. A block with anything
 * else in it stays as a whole, so that nothing of what the author wrote is lost; so do sections. `undefined` where the
 * decision begins with a section.
 */
export function headLinesPlugin(record: AdrRecord): HastPluginDefinition | undefined {
  const { preamble, sections } = record.outline;
  if (preamble.length === 0 && sections[0]?.depth !== 1) return undefined;
  return {
    name: 'docket-head-lines',
    before(root, ctx) {
      for (const node of root.children) {
        if (node.type !== 'element' || node.tagName === 'h1') continue;
        if (!isPlain(node)) return;
        const items = node.tagName === 'ul' ? node.children : [node];
        const lines = items.flatMap((item) => ctx.textContent(item).split('\n'));
        const said = lines.map((line) => line.trim()).filter((line) => line !== '');
        if (!said.every((line) => isShown(line, record))) return;
        ctx.removeNode(node);
      }
    },
  };
}

function isPlain({ tagName, children }: Element): boolean {
  return (
    PLAIN.has(tagName) &&
    children.every((child) => child.type === 'text' || (child.type === 'element' && isPlain(child)))
  );
}

/** Whether the head shows what a line says, in the same words or, of a day, as the same day. */
function isShown(line: string, record: AdrRecord): boolean {
  const [, label = '', value = ''] = /^([^:]{1,40}):\s*(.+)$/.exec(line) ?? [];
  const field = fieldOfLabel(comparableLabel(label));
  const { status, date, 'decision-makers': makers, tags } = record.fields;
  switch (field?.name) {
    case 'status':
      return value.toLowerCase() === (status.value ?? unknownStatus(record))?.toLowerCase();
    case 'date':
      return field.rank === 0 && (value === date.value || value === date.written);
    case 'decision-makers':
      return value === makers.value?.join(', ');
    case 'tags':
      return value === tags.value?.join(', ');
    default:
      return false;
  }
}
