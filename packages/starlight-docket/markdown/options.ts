import type { PhrasingContent } from 'mdast';
import type { HastNode, HastPluginDefinition, MdastPluginDefinition } from 'satteri';

/** Makes `(chosen)` in the heading of an option a badge. The heading's text, and so its fragment, stays as it is. */
export function chosenPlugin(): MdastPluginDefinition {
  return {
    name: 'docket-chosen',
    heading(node, ctx) {
      if (node.depth !== 3) return;
      const last = node.children.at(-1);
      if (last?.type !== 'text' || !/\(chosen\)\s*$/i.test(last.value)) return;
      const at = last.value.lastIndexOf('(');
      ctx.replaceNode(last, [
        { type: 'text', value: last.value.slice(0, at) },
        badge(last.value.slice(at).trim()),
      ]);
    },
  };
}

/** Sets the lists under `**Pros:**` and `**Cons:**` of an option side by side, so that they can be compared. */
export function prosAndConsPlugin(): HastPluginDefinition {
  return {
    name: 'docket-pros-cons',
    before(root, ctx) {
      const blocks = root.children.filter((node) => node.type !== 'text');
      for (let at = 0; at + 3 < blocks.length; at += 1) {
        const [pros, proList, cons, conList] = blocks.slice(at, at + 4);
        // What stands in a block is looked at last: it has to be taken out of the engine for that.
        if (!isList(proList) || !isList(conList)) continue;
        if (!isLabel(pros, 'pros') || !isLabel(cons, 'cons')) continue;
        // The lists stay where they are: to move them would take every node below them out of the engine and back.
        ctx.insertBefore(pros, html('<div class="pros-cons"><div class="pros">'));
        ctx.insertBefore(cons, html('</div><div class="cons">'));
        ctx.insertAfter(conList, html('</div></div>'));
        at += 3;
      }
    },
  };
}

type Element = Extract<HastNode, { type: 'element' }>;

function isList(block: HastNode | undefined): block is Element {
  return block?.type === 'element' && /^[ou]l$/.test(block.tagName);
}

function isLabel(block: HastNode | undefined, label: string): block is Element {
  if (block?.type !== 'element' || block.tagName !== 'p' || block.children.length !== 1)
    return false;
  const [only] = block.children;
  const first =
    only?.type === 'element' && only.tagName === 'strong' ? only.children[0] : undefined;
  const text = first?.type === 'text' ? first.value : '';
  return text.toLowerCase().replace(/:$/, '') === label;
}

function html(value: string): HastNode {
  return { type: 'raw', value };
}

/** `(chosen)` with its brackets kept for text and taken from sight. */
function badge(text: string): PhrasingContent {
  const bracket = (value: string): PhrasingContent => ({
    type: 'emphasis',
    data: { hName: 'span', hProperties: { className: ['bracket'] } },
    children: [{ type: 'text', value }],
  });
  return {
    type: 'emphasis',
    data: { hName: 'span', hProperties: { className: ['chosen'] } },
    children: [bracket('('), { type: 'text', value: text.slice(1, -1) }, bracket(')')],
  };
}
