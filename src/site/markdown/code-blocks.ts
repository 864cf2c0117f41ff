import type { HastPluginDefinition, MdastPluginDefinition } from 'satteri';

const META = 'dataDocketMeta';

/** Writes what stands after the language of a code block where it outlasts the reading of HTML. */
export function keepMetaPlugin(): MdastPluginDefinition {
  return {
    name: 'docket-keep-meta',
    code(node, ctx) {
      ctx.setProperty(node, 'data', { hProperties: { [META]: node.meta ?? '' } });
    },
  };
}

/** Gives code blocks back the language and the rest of its line, by which they are highlighted. */
export function restoreMetaPlugin(): HastPluginDefinition {
  return {
    name: 'docket-restore-meta',
    element: {
      filter: ['pre'],
      visit(node, ctx) {
        const meta = node.properties[META];
        const [code] = node.children;
        if (typeof meta !== 'string' || code?.type !== 'element') return;
        ctx.setProperty(node, META, null);
        const { className } = code.properties;
        const name = Array.isArray(className) ? String(className[0]) : '';
        const lang = name.replace(/^language-/, '');
        const data = { lang: lang === '' ? undefined : lang, meta: meta === '' ? undefined : meta };
        ctx.replaceNode(code, { ...code, children: [...code.children], data });
      },
    },
  };
}
