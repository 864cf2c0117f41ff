import type { HastNode, HastVisitorContext } from 'satteri';

/** Whether a node stands in an element of one of these names, however deep. */
export function isInside(
  node: Readonly<HastNode>,
  ctx: HastVisitorContext,
  names: ReadonlySet<string>,
): boolean {
  for (let parent = ctx.parent(node); parent; parent = ctx.parent(parent)) {
    if (parent.type === 'element' && names.has(parent.tagName)) return true;
  }
  return false;
}
