import type { HastPluginDefinition, MdastPluginDefinition } from 'satteri';

type Visit = (...given: unknown[]) => void;

/**
 * Makes one plugin of several, so that the tree is walked once for all of them. They must not build on each other's
 * changes: each sees the tree as it was before the walk.
 */
export function combineMdast(
  name: string,
  plugins: readonly MdastPluginDefinition[],
): MdastPluginDefinition {
  const visits = new Map<string, Visit[]>();
  for (const plugin of plugins) {
    for (const [node, visit] of Object.entries(plugin) as [string, unknown][]) {
      if (typeof visit === 'function')
        visits.set(node, [...(visits.get(node) ?? []), visit as Visit]);
    }
  }
  const combined = [...visits].map(([node, all]): [string, Visit] => [
    node,
    (...given) => {
      for (const visit of all) visit(...given);
    },
  ]);
  const options = Object.assign({}, ...plugins.map((plugin) => plugin.options));
  return { name, options, ...Object.fromEntries(combined) };
}

/** The same for plugins that visit elements. */
export function combineHast(
  name: string,
  plugins: readonly HastPluginDefinition[],
): HastPluginDefinition {
  return { name, element: plugins.flatMap(({ element }) => element ?? []) };
}
