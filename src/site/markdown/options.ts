import type { Html, Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { MdastPluginDefinition } from 'satteri';

/**
 * Sets the options of a decision so that they can be compared: the lists under `**Pros:**` and `**Cons:**` side by side,
 * and `(chosen)` as a badge. The text of headings, and so their fragments, stay as they are.
 */
export function optionsPlugin(): MdastPluginDefinition {
  return {
    name: 'docket-options',
    before(root, ctx) {
      const blocks = root.children;
      for (let at = 0; at + 3 < blocks.length; at += 1) {
        const [pros, proList, cons, conList] = blocks.slice(at, at + 4);
        if (!isLabel(pros, 'pros') || !isLabel(cons, 'cons')) continue;
        if (proList?.type !== 'list' || conList?.type !== 'list') continue;
        // The lists stay where they are: to move them would take every node below them out of the engine and back.
        ctx.insertBefore(pros, html('<div class="pros-cons"><div class="pros">'));
        ctx.insertBefore(cons, html('</div><div class="cons">'));
        ctx.insertAfter(conList, html('</div></div>'));
        at += 3;
      }
    },
    heading(node, ctx) {
      const last = node.children.at(-1);
      if (node.depth !== 3 || last?.type !== 'text' || !/\(chosen\)\s*$/i.test(last.value)) return;
      const at = last.value.lastIndexOf('(');
      ctx.replaceNode(last, [
        { type: 'text', value: last.value.slice(0, at) },
        badge(last.value.slice(at).trim()),
      ]);
    },
  };
}

function isLabel(block: RootContent | undefined, label: string): block is Paragraph {
  if (block?.type !== 'paragraph' || block.children.length !== 1) return false;
  const [only] = block.children;
  const text =
    only?.type === 'strong' && only.children[0]?.type === 'text' ? only.children[0].value : '';
  return text.toLowerCase().replace(/:$/, '') === label;
}

function html(value: string): Html {
  return { type: 'html', value };
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
